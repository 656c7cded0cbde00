import type { Page } from "playwright-core";
import { links } from "../../src/web/links.ts";

/** Three matters that no single city of the programme teaches. */
export async function fillNeed(page: Page, title: string): Promise<void> {
  await page.fill("[name='title.zh']", title);
  await page.fill("[name='detail.zh']", "希望系统学习从采样、分析到结果应用的全过程，约10天，6人左右。");
  await page.check("[name=kinds][value=training]");
  for (const topic of ["heavy-metals", "boilers-power", "ozone"]) await page.check(`[name=topics][value=${topic}]`);
  await page.selectOption("[name=urgency]", "high");
  await page.selectOption("[name=fiscalYear]", "2016");
  await page.check("[name=languages][value=zh]");
  await page.fill("[name=addressedTo]", "北九州市");
  await page.check("[name=visibility][value=members]");
}

/** The part of it that only an institute covers. */
export async function fillOffer(page: Page, title: string): Promise<void> {
  await page.fill("[name='title.ja']", title);
  await page.check("[name=kinds][value=training]");
  await page.check("[name=forms][value=receive]");
  for (const topic of ["ozone", "monitoring"]) await page.check(`[name=topics][value=${topic}]`);
  for (const language of ["ja", "zh"]) await page.check(`[name=languages][value=${language}]`);
  await page.selectOption("[name=costBorneBy]", "programme");
  await page.selectOption("[name=capacityUnit]", "people");
  await page.selectOption("[name='capacities.0.year']", "2016");
  await page.fill("[name='capacities.0.capacity']", "8");
  await page.check("[name=visibility][value=members]");
}

/** What the agreement does not know of the training. */
export async function fillTraining(page: Page, project: string): Promise<void> {
  await page.fill("[name=title_ja]", "天津市からの訪日研修（重金属・火力発電・オゾン）");
  await page.fill("[name=title_en]", "Training in Japan for Tianjin: heavy metals, power plants, ozone");
  await page.selectOption("[name=register]", "coordination-trainings");
  await page.fill("[name=date]", "2016年10月17日～26日");
  await page.selectOption("[name=project]", project);
  await page.selectOption("[name=funding]", "programme");
  await page.check("[name=_visibility][value=public]");
}

/** In Japanese and Chinese, until the middle of December. */
export async function fillSurvey(page: Page): Promise<void> {
  await page.fill("[name='title.ja']", "2016年度 訪日研修に関するアンケート");
  await page.fill("[name='title.zh']", "2016年度访日研修问卷调查");
  for (const language of ["ja", "zh"]) await page.check(`[name=languages][value=${language}]`);
  await page.uncheck("[name=languages][value=en]");
  await page.fill("[name=fiscalYear]", "2016");
  await page.fill("[name=deadline]", "2016年12月16日");
}

/** What the coordinator makes of a drafted sentence. */
export const rewritten = {
  ja: "天津市の求めに北九州市・神戸市・環境衛生センターが共同で応え、研修を実施した。",
  zh: "针对天津市的需求，北九州市、神户市与环境卫生中心共同承担并实施了研修。",
  en: "Kitakyushu, Kobe and the institute answered Tianjin’s need together and held the training.",
};

/** Lists and forms that the persons of the story came by, for one who may see all of them. */
export function pagesOnTheWay(surveyPath: string): string[] {
  return [
    links.members("ja"),
    links.newNeed("ja"),
    links.memberNeeds("ja"),
    links.needBoard("ja"),
    links.needMap("ja", { fiscalYear: 2016 }),
    links.memberOffers("ja"),
    links.newOffer("ja"),
    links.matching("ja"),
    links.newSurvey("ja"),
    `${surveyPath}/questions`,
    `${surveyPath}/preview`,
    links.memberConcerns("ja"),
    links.newEvaluation("ja"),
    links.deepening("ja"),
  ];
}
