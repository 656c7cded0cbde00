import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import ExcelJs from "exceljs";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Language, languages } from "../../src/core/language.ts";
import { ensureSetupLink } from "../../src/features/accounts/setup.ts";
import { verifyAuditLog } from "../../src/features/audit/verify.ts";
import { describeTemplate } from "../../src/features/exchange/flat-sheet.ts";
import { projectRoot } from "../../src/platform/config.ts";
import { recordKind } from "../../src/records/registry.ts";
import { findBarriers, measureOverflow, openBrowser, openPage, type WatchedPage } from "../../src/testing/browser.ts";
import { startTestSite, type TestSite } from "../../src/testing/site.ts";

const password = "Yamabuki-densha-noboru-2026";
const fiscalYear = 2017;
let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

/**
 * From an empty start: an administrator invites a coordinator in Beijing, a member in Fukuoka and an officer of the ministry; the
 * member uploads a sheet with errors, mends it, submits; the coordinator returns one and approves the rest; the ministry closes the
 * year, and only then the public table changes.
 */
describe.each(languages)("members in %s", (language) => {
  let site: TestSite;
  let folder: string;
  const people: Partial<Record<string, WatchedPage>> = {};

  beforeAll(async () => {
    site = await startTestSite();
    folder = await mkdtemp(join(tmpdir(), "renkei-journey-"));
  });
  afterAll(async () => {
    for (const person of Object.values(people)) await person?.page.context().close();
    await site.stop();
    await rm(folder, { recursive: true, force: true });
  });

  const address = (path: string) => `${site.address}/${language}${path}`;
  const person = (name: string): Page => {
    const found = people[name];
    if (!found) throw new Error(`${name} is not there yet`);
    return found.page;
  };
  const enter = async (name: string, width: number): Promise<Page> => {
    people[name] = await openPage(browser, site.address, width);
    return person(name);
  };
  const press = (page: Page, selector: string) => page.locator(`main ${selector}`).first().click();

  test("the administrator sets up the first account and invites three people", async () => {
    const token = await ensureSetupLink(site.server.context);
    const page = await enter("administrator", 1280);
    await page.goto(address(`/setup/${token}`));
    await page.fill('[name="name"]', "管理 太郎");
    await page.fill('[name="email"]', "admin@renkei.example");
    await page.fill('[name="organisation"]', "iges");
    await page.fill('[name="password"]', password);
    await press(page, "form button[type=submit]");
    await expect.poll(() => page.url()).toContain("/members/account");
    for (const [name, organisation, role] of [
      ["beijing", "sjcenter", "coordination"],
      ["fukuoka", "fukuoka", "home-government"],
      ["ministry", "moe-japan", "ministry"],
    ] as const) {
      await page.goto(address("/members/people"));
      await page.fill('[name="email"]', `${name}@renkei.example`);
      await page.fill('[name="organisation"]', organisation);
      await page.selectOption('[name="role"]', role);
      await page.selectOption('[name="language"]', language);
      await press(page, 'form:has([name="email"]) button[type=submit]');
      await page.locator("main .account-link").waitFor();
      await acceptInvitation(name);
    }
  });

  async function acceptInvitation(name: string): Promise<void> {
    const link = await findMailedLink(`${name}@renkei.example`, "invitation");
    const page = await enter(name, name === "fukuoka" ? 390 : 1280);
    await page.goto(link);
    await page.fill('[name="name"]', `Person of ${name}`);
    await page.fill('[name="password"]', password);
    await press(page, "form button[type=submit]");
    await expect.poll(() => page.url()).toContain("/members");
    // The invited person comes back another day.
    await page.context().clearCookies();
    await page.goto(address("/members"));
    await page.fill('[name="email"]', `${name}@renkei.example`);
    await page.fill('[name="password"]', password);
    await press(page, "form:has([name=password]) button[type=submit]");
    await expect.poll(() => new URL(page.url()).pathname).toBe(`/${language}/members`);
    expect(await measureOverflow(page)).toBe(0);
    expect(await findBarriers(page)).toEqual([]);
  }

  async function findMailedLink(recipient: string, path: string): Promise<string> {
    const { rows } = await site.server.context.database.pool.query<{ body: string }>(
      "select body from mails where recipient = $1 order by id desc",
      [recipient],
    );
    const link = rows.map(({ body }) => body.match(new RegExp(`http\\S+/${path}\\S+`))?.[0]).find(Boolean);
    if (!link) throw new Error(`no mail with ${path} to ${recipient}`);
    // The mail names the port that the settings ask for, which is any free one here.
    return link.replace(/^http:\/\/[^/]+/, site.address);
  }

  test("the member uploads a sheet with errors, mends it and submits", async () => {
    const page = person("fukuoka");
    await page.goto(address("/members/exchange?kind=activity"));
    await page.check('[name="content"][value="empty"]');
    const download = page.waitForEvent("download");
    await press(page, 'form:has([name="format"]) button[type=submit]');
    const template = join(folder, "template.xlsx");
    await (await download).saveAs(template);
    await fillTemplate(template, join(folder, "wrong.xlsx"), language, "2017年13月5日");
    await upload(page, join(folder, "wrong.xlsx"));
    expect(await page.locator("main").innerText()).toContain("13");
    expect(await page.locator('button[value="submit"]').count()).toBe(0);
    await fillTemplate(template, join(folder, "right.xlsx"), language, "2017/12/5～8");
    await page.goto(address("/members/exchange?kind=activity"));
    await upload(page, join(folder, "right.xlsx"));
    expect(await measureOverflow(page)).toBe(0);
    await press(page, 'button[value="submit"]');
    await page.goto(address("/members/entries?state=submitted"));
    await expect.poll(() => page.locator("main").innerText()).toContain(titleOf("A", language));
  });

  async function upload(page: Page, file: string): Promise<void> {
    await page.setInputFiles('input[type="file"]', file);
    await press(page, 'form:has(input[type="file"]) button[type=submit]');
    await expect.poll(() => page.url()).toContain("/members/imports/");
    await expect.poll(() => page.locator("progress").count(), { timeout: 20_000 }).toBe(0);
  }

  test("the coordinator returns one with a word why and approves the rest", async () => {
    const page = person("beijing");
    const before = await countRows();
    await page.goto(address("/members/approvals"));
    expect(await findBarriers(page)).toEqual([]);
    await page.locator("main a[href*='/review']", { hasText: titleOf("B", language) }).click();
    await page.fill('[name="comment"]', "人数をご確認ください。 / 请核对人数。");
    await press(page, 'button[value="return"]');
    await expect.poll(() => page.url()).toContain("/members/approvals");
    await page.goto(address("/members/approvals"));
    for (const box of await page.locator('[name="entry"]').all()) await box.check();
    await press(page, 'form:has([name="entry"]) button[type=submit]');
    await page.goto(address("/members/approvals"));
    expect(await page.locator('[name="entry"]').count()).toBe(0);
    expect(await countRows()).toBe(before);
    const member = person("fukuoka");
    await member.goto(address("/members/entries?state=returned"));
    expect(await member.locator("main").innerText()).toContain("人数をご確認ください");
  });

  async function countRows(): Promise<number> {
    const response = await fetch(`${site.address}/api/v1/tables/trainings?fiscalYear=${fiscalYear}`);
    const table = (await response.json()) as { rows: unknown[] };
    return table.rows.length;
  }

  test("the public table changes when the ministry closes the year, and not before", async () => {
    const page = person("ministry");
    const before = await countRows();
    await page.goto(address(`/members/years/${fiscalYear}`));
    expect(await page.locator("main").innerText()).toContain(titleOf("A", language));
    expect(await findBarriers(page)).toEqual([]);
    await page.goto(address(`/members/years/${fiscalYear}/close`));
    expect(await countRows()).toBe(before);
    await press(page, "form button[type=submit]");
    await expect.poll(countRows).toBe(before + 2);
    const reader = await enter("reader", 1280);
    await reader.goto(address(`/tables/trainings?fiscalYear=${fiscalYear}`));
    expect(await reader.locator("main").innerText()).toContain("12");
    const member = person("fukuoka");
    await member.goto(address("/members/entries?state=returned"));
    await member.locator("main a[href*='/members/entries/']").first().click();
    await member.locator('button[value="submit"]').click();
    if ((await member.locator(".notice-error").count()) === 0) await member.locator('button[value="submit"]').click();
    expect(await member.locator("main").innerText()).toContain("2017");
    expect(await member.locator(".notice-error").count()).toBe(1);
  });

  test("the backup of that day restores on a clean machine with all of it", async () => {
    const file = join(folder, "renkei.tar.gz");
    await renkei(site.databaseUrl, ["backup", file]);
    const restored = await startTestSite(async (databaseUrl) => {
      await renkei(databaseUrl, ["restore", file]);
      expect(await renkei(databaseUrl, ["audit", "verify"])).toMatch(/\d+:[0-9a-f]{64}/);
    });
    try {
      const tableAt = async ({ address: origin }: TestSite) =>
        (await fetch(`${origin}/${language}/tables/trainings.csv?fiscalYear=${fiscalYear}`)).text();
      expect(await tableAt(restored)).toBe(await tableAt(site));
      const { page, faults } = await openPage(browser, restored.address, 1280);
      await page.goto(`${restored.address}/${language}/members/entries?state=returned`);
      await page.fill('[name="email"]', "fukuoka@renkei.example");
      await page.fill('[name="password"]', password);
      await press(page, "form:has([name=password]) button[type=submit]");
      await expect.poll(() => page.locator("main").innerText()).toContain("人数をご確認ください");
      expect(faults).toEqual([]);
      await page.context().close();
    } finally {
      await restored.stop();
    }
  });

  test("nobody met a fault, and the chain of the audit log holds", async () => {
    for (const [name, watched] of Object.entries(people)) {
      // A form that comes back with its errors answers 4xx, which browsers print.
      const faults = watched?.faults.filter((fault) => !/status of 4(09|22)/.test(fault));
      expect([name, faults]).toEqual([name, []]);
    }
    expect(await verifyAuditLog(site.server.context)).toMatchObject({ sound: true });
  });
});

/** One command on the database; throws where it does not exit with 0. */
async function renkei(databaseUrl: string, words: string[]): Promise<string> {
  const { stdout } = await promisify(execFile)(join(projectRoot, "bin/renkei"), words, {
    env: { PATH: process.env.PATH, DATABASE_URL: databaseUrl, RENKEI_LOG: "error" },
  });
  return stdout;
}

function titleOf(name: string, language: Language): string {
  return { ja: `研修${name}`, zh: `研修${name}项目`, en: `Training ${name}` }[language];
}

/** Three trainings as an official would type them; the first with the date given. */
async function fillTemplate(template: string, file: string, language: Language, date: string): Promise<void> {
  const workbook = new ExcelJs.Workbook();
  await workbook.xlsx.readFile(template);
  const [worksheet] = workbook.worksheets;
  if (!worksheet) throw new Error("an empty workbook");
  const [sheet] = describeTemplate(recordKind("activity"), language, null).sheets;
  const headers = new Map(sheet?.columns.map(({ id, header }) => [id, header]));
  const find = (column: string) => {
    for (let row = 1; row <= 3; row += 1) {
      for (let place = 1; place <= worksheet.columnCount; place += 1)
        if (worksheet.getCell(row, place).text.trim() === headers.get(column)) return { row, place };
    }
    throw new Error(`no heading for ${column}`);
  };
  const { row: headerRow } = find("date");
  for (const [index, name] of ["A", "B", "C"].entries()) {
    const cells = {
      register: "coordination-trainings",
      fiscal_year: String(fiscalYear),
      kind: "training",
      status: "done",
      date: index === 0 ? date : `2017年12月${10 + index}日`,
      title_ja: titleOf(name, "ja"),
      title_zh: titleOf(name, "zh"),
      title_en: titleOf(name, "en"),
      funding: "programme",
    };
    for (const [column, value] of Object.entries(cells))
      worksheet.getCell(headerRow + 1 + index, find(column).place).value = value;
  }
  await workbook.xlsx.writeFile(file);
}
