import { sql } from "kysely";
import { parseHTML } from "linkedom";
import { renderToString } from "preact-render-to-string";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Language, languages } from "../../../core/language.ts";
import type { Context } from "../../../platform/context.ts";
import { createActor } from "../../../testing/actors.ts";
import { approveRecord, submitRecord, trainingOf } from "../../../testing/approve-record.ts";
import { createLoadedContext } from "../../../testing/context.ts";
import type { MemberRequest } from "../../../web/page.ts";
import type { Actor } from "../../accounts/actor.ts";
import { change } from "../../audit/change.ts";
import { getTable, listTables } from "../service.ts";
import { showTablePreview } from "./preview.tsx";
import { showPreviewList } from "./preview-list.tsx";

let context: Context;
let publicRows: number;
const guest = createActor("guest", "hyogo");
const fukuoka = createActor("home-government", "fukuoka");
const coordinator = createActor("coordination", "iges");

beforeAll(async () => {
  context = await createLoadedContext();
  publicRows = (await getTable(context, "trainings", { fiscalYear: 2017, language: "en" })).rows.length;
}, 60_000);
afterAll(() => context.database.close());

async function show(actor: Actor, id: string, query: string, language: Language = "en") {
  const url = new URL(`https://example.jp/${language}/members/tables/${id}${query}`);
  const request: MemberRequest = {
    context,
    language,
    url,
    params: { id },
    actor,
    headers: new Headers(),
    network: null,
  };
  const page = await showTablePreview(request);
  return parseHTML(`<html><body>${renderToString(page.body)}</body></html>`).document;
}

const countRows = (page: Document) => page.querySelectorAll("#trainings tbody tr").length;

test("is the public table where nothing waits, and says so", async () => {
  const page = await show(guest, "trainings", "?fiscalYear=2017");
  expect(page.querySelector(".notice-warning")?.textContent).toContain("same as the public one");
  expect(countRows(page)).toBe(publicRows);
  expect(page.querySelector(".preview-mark")).toBeNull();
});

test("shows approved records marked, and what waits only to those who may see it", async () => {
  const approved = await approveRecord(context, trainingOf(2017));
  const waiting = await submitRecord(context, trainingOf(2017, { number: "100" }));
  await submitRecord(context, trainingOf(2017, { number: "101" }), { visibility: "sides" });

  const first = await show(guest, "trainings", "?fiscalYear=2017&include=approved");
  expect(countRows(first)).toBe(publicRows + 1);
  expect(first.querySelector(".notice-warning")?.textContent).toContain("A preview: not published");
  const mark = first.querySelector(".preview-mark");
  expect(mark?.textContent).toBe("not public");
  const row = mark?.closest("tr");
  expect(row?.querySelector("a")?.getAttribute("href")).toBe(`/en/members/records/activity/${approved.record}`);

  for (const [actor, more] of [
    [guest, 1],
    [createActor("home-government", "hyogo"), 1],
    [fukuoka, 2],
    [coordinator, 2],
  ] as const) {
    const page = await show(actor, "trainings", "?fiscalYear=2017&include=submitted");
    expect([actor.userId, countRows(page)]).toEqual([actor.userId, publicRows + more]);
    const listed = page.querySelector(`.upcoming a[href="/en/members/entries/${waiting.id}"]`) !== null;
    expect([actor.userId, listed]).toEqual([actor.userId, more === 2]);
  }
  const kept = await getTable(context, "trainings", { fiscalYear: 2017, language: "en" });
  expect(kept.rows.length).toBe(publicRows);
});

test("shows a year that the public table does not have yet", async () => {
  await approveRecord(context, trainingOf(2026));
  const page = await show(guest, "trainings", "?fiscalYear=2026");
  expect(countRows(page)).toBe(1);
  const none = await show(guest, "seminars", "?fiscalYear=2026");
  expect(none.querySelector(".empty-state")?.textContent).toContain("no records of that year");
});

test("says how many could not be included", async () => {
  const entry = await submitRecord(context, trainingOf(2017, { number: "102" }));
  // As a register would leave it that a later load no longer has.
  await change(context, coordinator, async (transaction, audit) => {
    await sql`UPDATE entries SET content = jsonb_set(content, '{fields,register}', '"gone"') WHERE id = ${entry.id}`.execute(
      transaction,
    );
    audit({ action: "test.noted" });
  });
  const page = await show(coordinator, "trainings", "?fiscalYear=2017&include=submitted");
  expect(page.querySelector(".notice-warning")?.textContent).toContain("1 could not be included");
});

test("survives any query, and knows no other table", async () => {
  const page = await show(guest, "trainings", "?fiscalYear=soon&include=%00");
  expect(page.body.textContent).toContain("“soon” is no fiscal year");
  await expect(show(guest, "nothing", "")).rejects.toMatchObject({ code: "not-found" });
});

test("every table has a preview in every language, and is listed", async () => {
  const ids = (await listTables(context, "en")).map(({ id }) => id);
  for (const language of languages) {
    const url = new URL(`https://example.jp/${language}/members/tables`);
    const content = await showPreviewList({
      context,
      language,
      url,
      params: {},
      actor: guest,
      headers: new Headers(),
      network: null,
    });
    const { document } = parseHTML(`<html><body>${renderToString(content.body)}</body></html>`);
    const listed = [...document.querySelectorAll(".link-list a")].map((link) => link.getAttribute("href"));
    expect(listed.sort()).toEqual(ids.map((id) => `/${language}/members/tables/${id}`).sort());
  }
  for (const [index, id] of ids.entries()) {
    const page = await show(coordinator, id, "", languages[index % languages.length]);
    expect([id, page.querySelectorAll("h1").length]).toEqual([id, 1]);
  }
});
