import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createActor } from "../../../testing/actors.ts";
import { type MemberBrowser, type MemberSite, openMemberSite, readPage } from "../../../testing/member-site.ts";
import { getWork } from "../../work/service.ts";
import { getProjectsForActor } from "../member-projects.ts";
import { findOverdueMilestones, summariseResults } from "../results.ts";
import { getProjects } from "../service.ts";

let site: MemberSite;
let kawasaki: MemberBrowser;
beforeAll(async () => {
  site = await openMemberSite();
  kawasaki = await site.open("home-government", "kawasaki");
}, 60_000);
afterAll(() => site.close());

const texts = (page: Document | Element, selector: string) =>
  [...page.querySelectorAll(selector)].map(({ textContent }) => (textContent ?? "").replace(/\s+/g, " ").trim());
const open = async (path: string) => readPage(await kawasaki.get(path));

describe("what everybody sees", () => {
  test("a project's chain says of every link how far it has come, and what is not measured in so many words", async () => {
    const page = await open("/en/projects/jica-nox");
    expect(texts(page, ".chain-name")).toEqual([
      "Activities",
      "Outputs",
      "Use in policy",
      "Effect on emissions and air",
      "Benefit to Japan",
    ]);
    expect(texts(page, ".chain-standing")).toEqual(["4 done", "Achieved", "Achieved", "Not measured", "Not stated"]);
    // The benefit to Japan is no consequence of the effect: it hangs on the work.
    expect(page.querySelectorAll(".results-chain > ol > li")).toHaveLength(4);
    expect(texts(page, ".chain-branch .chain-name, .chain-branch-from")).toEqual([
      "Directly from activities or outputs",
      "Benefit to Japan",
    ]);
    expect(texts(page, ".chain-item.chain-not-measured")[0]).toContain("No change in NOx emissions is stated.");
    expect(texts(page, ".chain-policy")).toEqual([
      "Taken up byXiangtan’s air pollution control (no plan or standard named)",
    ]);
    expect(page.querySelectorAll(".effect-figure")).toHaveLength(0);
  });

  test("a state that a document gave before the project's own end carries the document's day", async () => {
    const states = async (path: string) => texts(await open(path), ".record-facts, dd").join("|");
    expect(await states("/en/projects/jica-nox")).toContain("Running (as of the document, 19 January 2016)");
    expect(await states("/zh/projects/jica-nox")).toContain("实施中（据截至2016年1月19日的资料）");
    const list = await states("/ja/projects");
    expect(list).toContain("実施中（2016年1月19日現在の資料による）");
    // An open end says nothing against the document of 2018.
    expect(await states("/en/projects/research-kawasaki-shenyang")).not.toContain("as of the document");
  });

  test("a phase that a later document calls done says so beside steps that an earlier one only plans", async () => {
    // Of the activities, those held and those only planned are counted apart.
    expect(texts(await open("/ja/projects/toyama-voc"), ".chain-standing")[0]).toBe("実施5件・予定6件");
    const phases = texts(await open("/ja/projects/toyama-voc"), ".phase-list li");
    expect(phases[1]).toContain("（2017年1月頃の資料による）。節目3件は、資料では予定のまま");
    // Printed as February 2015, planned after December 2015: one event with its list, read as 2016.
    const events = texts(await open("/en/projects/research-kitakyushu-shanghai"), ".timeline-event");
    expect(events.filter((text) => text.includes("read as 2016"))).toHaveLength(1);
  });

  test("the line of time has every project, and says behind each picture what it shows", async () => {
    const page = await open("/zh/projects/timeline");
    const projects = await getProjects(site.context);
    expect(page.querySelectorAll(".gantt-title a")).toHaveLength(projects.length);
    const steps = projects.reduce((sum, { milestones }) => sum + milestones.length, 0);
    expect(page.querySelectorAll(".gantt-steps ul > li")).toHaveLength(steps);
    const overdue = findOverdueMilestones(projects, site.context.clock.today());
    expect(page.querySelectorAll(".gantt-steps .step-overdue")).toHaveLength(overdue.length);
    const [line] = texts(page, "#line-research-kawasaki-shenyang-d");
    expect(line).toContain("人员交流（技术研修等） (已完成)、共同研究 (进行中)");
    expect(line).toContain("无结果记录4项");
  });

  test("the chain of all counts each project once a stage and lists every result with its document", async () => {
    const page = await open("/ja/projects/results");
    const projects = await getProjects(site.context);
    const { stages } = summariseResults(projects);
    expect(texts(page, ".standing-bar-head p")).toEqual([
      `19件中${stages.output.achieved.length}件で達成`,
      `19件中${stages.uptake.achieved.length}件で達成`,
      "19件中0件で測定済み",
      "19件中0件で達成",
    ]);
    expect(page.querySelectorAll(".standing-matrix tbody tr")).toHaveLength(projects.length);
    const results = projects.flatMap((project) => project.results);
    expect(page.querySelectorAll(".evidence-results > li")).toHaveLength(results.length);
    expect(page.querySelectorAll(".evidence-source a")).toHaveLength(results.length);
    // The only project whose outputs reached policy stands first.
    expect(texts(page, ".standing-matrix tbody th")[0]).toBe("大気中の窒素酸化物総量抑制プロジェクト");
  });

  test("the API gives phases, milestones, sites and results", async () => {
    const response = await kawasaki.get("/api/v1/projects/model-fukuoka-jiangsu?lang=en");
    const project = await response.json();
    expect(project.phases[0]).toMatchObject({ number: 1, status: "planned", name: { en: "Site survey" } });
    expect(project.milestones.filter(({ phase }: { phase: number | null }) => phase === 3)).toHaveLength(1);
    expect(project.sites).toMatchObject([{ place: "jiangsu" }]);
    expect(project.results.at(-1)).toMatchObject({ stage: "effect", state: "expected", baseline: null, actuals: [] });
    expect(project.parties[0].description.en).toBe("Provides technology, sends experts, proposes improvements");
  });
});

describe("what members see", () => {
  const actor = createActor("home-government", "kawasaki");

  test("the longest overdue first, by project, only of projects that they may see", async () => {
    const before = await getProjectsForActor(site.context, actor);
    expect(before.map(({ id }) => id)).toContain("toyama-voc");
    await site.context.database.db.transaction().execute(async (transaction) => {
      await sql`UPDATE records SET visibility = 'sides' WHERE kind = 'project' AND id = 'toyama-voc'`.execute(
        transaction,
      );
    });
    const seen = await getProjectsForActor(site.context, actor);
    expect(seen.map(({ id }) => id)).not.toContain("toyama-voc");
    expect(seen.filter(({ isOwn }) => isOwn).map(({ id }) => id)).toEqual(["research-kawasaki-shenyang"]);
    const page = await open("/ja/members/milestones");
    const overdue = findOverdueMilestones(seen, site.context.clock.today());
    expect(page.querySelectorAll("#overdue ~ .milestone-groups li, .milestone-days.is-overdue")).toHaveLength(
      overdue.length,
    );
    expect(page.querySelector("#project-toyama-voc")).toBeNull();
    const own = await open("/ja/members/milestones?own=1");
    expect(texts(own, ".milestone-group h3 a")).toEqual(["PM2.5の発生源解析に関する共同研究"]);
    expect(own.querySelector(".milestone-correct a")?.getAttribute("href")).toBe(
      "/ja/members/correct/project/research-kawasaki-shenyang",
    );
  });

  test("steps overdue for years are named in the work list, and asked for no more", async () => {
    const work = await getWork(site.context, actor);
    expect([work.milestones.total, work.olderMilestones]).toEqual([0, 4]);
    const partner = await getWork(site.context, createActor("guest", "kawasaki"));
    expect([partner.milestones.total, partner.olderMilestones]).toEqual([0, 0]);
  });

  test("a form without the unit of an indicator comes back with the sentence at that cell and all that was typed", async () => {
    const path = "/ja/members/correct/project/research-kawasaki-shenyang";
    const page = await open(path);
    const fields: Record<string, string> = {};
    for (const input of page.querySelectorAll("form.entry-form input[name], form.entry-form textarea[name]")) {
      const type = input.getAttribute("type");
      if (type === "checkbox" || (type === "radio" && !input.hasAttribute("checked"))) continue;
      const name = input.getAttribute("name") ?? "";
      fields[name] = input.getAttribute("value") ?? input.textContent ?? "";
    }
    for (const select of page.querySelectorAll("form.entry-form select[name]"))
      fields[select.getAttribute("name") ?? ""] = select.querySelector("option[selected]")?.getAttribute("value") ?? "";
    expect(page.querySelectorAll("#part-project_results .form-card")).toHaveLength(2);
    Object.assign(fields, {
      "project_results.1.state": "expected",
      "project_results.1.indicator_ja": "PM2.5年平均値",
      "project_results.1.baseline_value": "60",
      "project_results.1.baseline_period": "2015年",
      "project_results.1.method_ja": "市の測定局の平均",
      _reason: "指標を決めたため",
      intent: "check",
    });
    const back = await readPage(await kawasaki.post(path, fields));
    const [error] = texts(back, "#field-project_results-1-unit-error");
    expect(error).toBe("効果の指標には単位が要ります。測っていない場合は、状況を「未測定」にしてください。");
    expect(back.querySelector("#field-project_results-1-baseline_value")?.getAttribute("value")).toBe("60");
    expect(back.querySelectorAll(".error-summary li, #form-errors li")).toHaveLength(1);
    const mended = await readPage(await kawasaki.post(path, { ...fields, "project_results.1.unit": "µg/m³" }));
    expect(texts(mended, ".form-error")).toEqual([]);
  });
});
