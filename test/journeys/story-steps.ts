import { readFile } from "node:fs/promises";
import type { Locator, Page } from "playwright-core";
import { expect } from "vitest";
import type { TestSite } from "../../src/testing/site.ts";
import { links } from "../../src/web/links.ts";
import { judge, lastPart, type Person, pathOf, send, visit } from "./story-people.ts";

/** The entry that the officer has open is submitted, and another officer approves it. */
export async function submitEntry(officer: Person, approver: Person, site: TestSite): Promise<void> {
  const entry = lastPart(pathOf(officer));
  // First the form shows what it understood.
  for (let round = 0; round < 2 && !pathOf(officer).endsWith("/entries"); round += 1)
    await send(officer, officer.page.locator("button[name=intent][value=submit]"));
  expect(pathOf(officer)).toMatch(/\/entries$/);
  await visit(approver, site, links.entryReview(approver.language, entry));
  await judge(approver);
  await send(approver, approver.page.locator("button[name=decision][value=approve]"));
}

/** A question of a survey: its texts by the name of their field. */
export async function addQuestion(
  officer: Person,
  site: TestSite,
  path: string,
  texts: Record<string, string>,
): Promise<void> {
  await visit(officer, site, path);
  for (const [name, text] of Object.entries(texts)) await officer.page.fill(`[name='${name}']`, text);
  await send(officer, officer.page.locator("button[name=intent][value=save]"));
}

/** A new evaluation, drafted from the records of the day; its path. */
export async function draftEvaluation(
  officer: Person,
  site: TestSite,
  [kind, first, last]: [kind: "yearly" | "mid-term", first: string, last: string],
): Promise<string> {
  const { page } = officer;
  await visit(officer, site, links.newEvaluation(officer.language));
  await page.selectOption("[name=kind]", kind);
  await page.selectOption("[name=first_year]", first);
  await page.selectOption("[name=last_year]", last);
  await send(officer, page.locator("form.evaluation-form button[type=submit]"));
  expect(pathOf(officer)).toMatch(new RegExp(`/evaluations/${kind}-`));
  return pathOf(officer);
}

/** One person checks every part and proposes, a second one finishes. */
export async function finishEvaluation(writer: Person, second: Person, site: TestSite, path: string): Promise<void> {
  const { page } = writer;
  const open = `${path}?open=all`;
  await visit(writer, site, open);
  const parts = page.locator("button[name=intent][value=check]");
  for (let left = await parts.count(); left > 0; left -= 1) {
    await send(writer, parts.first());
    await visit(writer, site, open);
  }
  // Where a document gives another type than the records, a person decides.
  const differing = await page
    .locator(".government-fold:has(.type-stated.is-different) > summary")
    .evaluateAll((parts) => parts.map(({ id }) => id.slice(2)));
  for (const government of differing) {
    const part = findGovernment(page, government);
    await visit(writer, site, open);
    await part.locator(".type-decision > summary").click();
    await page.selectOption(`#decided-${government}`, "B");
    await page.fill(`[name="reason-${government}.${writer.language}"]`, "記録のない取組を含め、文書の類型による。");
    await send(writer, part.locator("button[name=intent][value=type]"));
  }
  const finish = links.finishEvaluation("ja", lastPart(path));
  await visit(writer, site, finish);
  await judge(writer);
  await page.fill(`[name="reason.${writer.language}"]`, "双方の自己評価は翌年度の会合で伺う。");
  await page.check("[name=confirmed]");
  await send(writer, page.locator("main form button[type=submit]"));
  await visit(second, site, finish);
  await judge(second);
  await second.page.check("[name=confirmed]");
  // Six documents are made before the page answers.
  second.page.setDefaultTimeout(90_000);
  await send(second, second.page.locator("main form button[type=submit]"));
}

/** The part of a local government on the page of an evaluation: a fold. */
export function findGovernment(page: Page, organisation: string): Locator {
  return page.locator(`.government-fold:has(> #g-${organisation})`);
}

/** What D's table says of each local government: its type and its achievements in Japanese. */
export async function readStated(site: TestSite): Promise<Map<string, { type: string; texts: string[] }>> {
  const { rows } = await site.server.context.database.pool.query<{ organisation: string; type: string; text: string }>(
    "select organisation, type, text_ja as text from achievements order by organisation, position",
  );
  const stated = new Map<string, { type: string; texts: string[] }>();
  for (const { organisation, type, text } of rows)
    stated.set(organisation, { type, texts: [...(stated.get(organisation)?.texts ?? []), text] });
  return stated;
}

/** The file behind a link of the page. */
export async function download({ page }: Person, ending: string): Promise<Buffer> {
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.locator(`main a[href$="${ending}"]`).first().click(),
  ]);
  return readFile(await file.path());
}
