import { parseHTML } from "linkedom";
import { renderToString } from "preact-render-to-string";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Language, languages } from "../../../../core/language.ts";
import type { Context } from "../../../../platform/context.ts";
import { createActor } from "../../../../testing/actors.ts";
import { approveRecord, submitRecord, trainingOf } from "../../../../testing/approve-record.ts";
import { createLoadedContext } from "../../../../testing/context.ts";
import type { ActionHandler, MemberRequest, PageContent } from "../../../../web/page.ts";
import type { Actor } from "../../../accounts/actor.ts";
import { getTable } from "../../../statistics/service.ts";
import { returnEntry } from "../../decide-entry.ts";
import { getYearOutlook } from "../../year-outlook.ts";
import { listYears } from "../../years.ts";
import { askForClosing, closeNow, publishNow, reopenNow } from "./years-actions.tsx";
import { confirmClosing } from "./years-confirm.tsx";
import { showMemberYears } from "./years-list.tsx";
import { showMemberYear } from "./years-year.tsx";

let context: Context;
const ministry = createActor("ministry", "moe-japan");
const coordinator = createActor("coordination", "iges");
const fukuoka = createActor("home-government", "fukuoka");
const guest = createActor("guest", "fukuoka");

beforeAll(async () => {
  context = await createLoadedContext();
}, 60_000);
afterAll(() => context.database.close());

function request(actor: Actor, year = "2017", language: Language = "en", query = ""): MemberRequest {
  const url = new URL(`https://example.jp/${language}/members/years/${year}${query}`);
  return { context, language, url, params: { year }, actor, headers: new Headers(), network: null };
}

function documentOf(page: PageContent) {
  return parseHTML(`<html><body>${renderToString(page.body)}</body></html>`).document;
}

async function show(actor: Actor, year = "2017", language: Language = "en", query = "") {
  return documentOf(await showMemberYear(request(actor, year, language, query)));
}

/** As a browser would send the form of the step that the page shows. */
async function press(actor: Actor, action: ActionHandler, values: Record<string, string> = {}, seen?: string) {
  const form = new FormData();
  const page = await show(actor);
  const stamp = page.querySelector("input[name=seen]")?.getAttribute("value");
  form.set("seen", seen ?? stamp ?? (await getYearOutlook(context, actor, 2017, "en")).stamp);
  for (const [name, value] of Object.entries(values)) form.set(name, value);
  const outcome = await action({ ...request(actor), form });
  if ("redirect" in outcome) return { redirect: outcome.redirect };
  if (!("page" in outcome)) throw new Error("no page");
  return { status: outcome.status, text: documentOf(outcome.page).body.textContent ?? "" };
}

const stepsOf = (page: Document) =>
  [...page.querySelectorAll(".year-step h3")].map((heading) => heading.textContent ?? "");

describe("a year on its way to the public", () => {
  test("is listed with what of it is public, in every language", async () => {
    for (const language of languages) {
      const page = documentOf(await showMemberYears(request(guest, "", language)));
      const first = page.querySelector(".year-list li");
      expect(first?.querySelector("a")?.getAttribute("href")).toBe(`/${language}/members/years/2018`);
      expect(page.querySelectorAll(".year-list > li svg[role=img] title").length).toBe(
        (await listYears(context)).length,
      );
    }
  });

  test("says which records and figures the next publication changes, with links", async () => {
    expect((await show(ministry)).querySelector("#changes")?.parentElement?.parentElement?.textContent).toContain(
      "No record waits",
    );
    const entry = await approveRecord(context, trainingOf(2017));
    await approveRecord(context, trainingOf(2017, { number: "100" }), { visibility: "sides" });
    const page = await show(ministry);
    const links = [...page.querySelectorAll(".upcoming a")].map((link) => link.getAttribute("href"));
    expect(links).toEqual([`/en/members/records/activity/${entry.record}`]);
    const { tables, items, leftOut } = await getYearOutlook(context, ministry, 2017, "en");
    expect({ leftOut, items: items.map(({ change }) => change) }).toEqual({ leftOut: 0, items: ["new"] });
    const trainings = tables.find(({ id }) => id === "trainings");
    expect(trainings?.rows.after).toBe((trainings?.rows.before ?? 0) + 1);
    // Nothing of it was kept.
    const table = await getTable(context, "trainings", { fiscalYear: 2017, language: "en" });
    expect(table.rows.length).toBe(trainings?.rows.before);
  });

  test("shows figures before and after", async () => {
    const meeting = { register: "coordination-seminars", kind: "joint-meeting", partnerships: "" };
    await approveRecord(context, { ...trainingOf(2014, meeting), parts: {} });
    const { tables } = await getYearOutlook(context, guest, 2014, "en");
    expect(tables.find(({ id }) => id === "overview")?.figures).toEqual([
      { row: "Joint meetings", column: "FY2014", before: "—", after: "1 time" },
      { row: "Joint meetings", column: "Total", before: "7 times", after: "8 times" },
    ]);
    const cells = [...(await show(guest, "2014")).querySelectorAll("#figures-overview tbody tr:first-child > *")];
    expect(cells.map((cell) => cell.textContent)).toEqual(["Joint meetings / FY2014", "—", "1 time"]);
  });

  test("shows each person what that person may do", async () => {
    expect(stepsOf(await show(guest))).toEqual([]);
    expect(stepsOf(await show(fukuoka))).toEqual([]);
    expect(stepsOf(await show(coordinator))).toEqual(["Publish FY2017 so far", "Ask the ministry to close FY2017"]);
    expect(stepsOf(await show(ministry))).toEqual(["Close FY2017"]);
  });

  test("tells those who run it whose entries are under way, others of their own only", async () => {
    const entry = await submitRecord(context, trainingOf(2017, { number: "101" }));
    expect((await getYearOutlook(context, ministry, 2017, "en")).owners).toEqual([
      { organisation: "fukuoka", waiting: 1, unfinished: 0 },
    ]);
    expect((await getYearOutlook(context, fukuoka, 2017, "en")).owners).toHaveLength(1);
    const hyogo = createActor("home-government", "hyogo");
    expect((await getYearOutlook(context, hyogo, 2017, "en")).owners).toEqual([]);
    expect((await getYearOutlook(context, guest, 2017, "en")).owners).toEqual([]);
    const refused = await press(ministry, closeNow);
    expect(refused).toMatchObject({ status: 409, text: expect.stringContaining("1 entry waits for approval") });
    expect((await show(ministry)).querySelector('a[href$="/close"]')).toBeNull();
    await returnEntry(context, coordinator, entry, "twice");
  });

  test("is asked for by an officer, and published on the way", async () => {
    expect(await press(coordinator, askForClosing, { note: "All is in." })).toEqual({
      redirect: "/en/members/years/2017?done=propose",
    });
    const page = await show(ministry, "2017", "en", "?done=propose");
    expect(page.querySelector("[role=status]")?.textContent).toContain("has been asked to close FY2017");
    expect(page.querySelector(".year-note")?.textContent).toBe("All is in.");
    const old = (await getYearOutlook(context, coordinator, 2017, "en")).stamp;
    const late = await approveRecord(context, trainingOf(2017, { number: "102" }));
    const unseen = await press(coordinator, publishNow, {}, old);
    expect(unseen).toMatchObject({ status: 409, text: expect.stringContaining("after the page was shown") });
    expect(unseen.text).toContain(late.record === "" ? "no record" : "Training for Jiangsu");
    expect(await press(coordinator, publishNow)).toEqual({ redirect: "/en/members/years/2017?done=publish" });
    expect((await show(ministry)).querySelector(".year-note")?.textContent).toBe("All is in.");
  });

  test("is closed after a page that says what happens, and reopened with a reason only", async () => {
    await approveRecord(context, trainingOf(2017, { number: "103" }));
    const confirm = documentOf(await confirmClosing(request(ministry)));
    expect(confirm.querySelector(".notice")?.textContent).toContain("1 record comes in");
    // The year is over: nothing is asked but whether to close it.
    expect(confirm.querySelector("input[type=checkbox]")).toBeNull();
    expect(confirm.querySelector("form")?.getAttribute("action")).toBe("/en/members/years/2017/close");
    const stamp = confirm.querySelector("input[name=seen]")?.getAttribute("value") ?? "";
    expect(await press(ministry, closeNow, {}, stamp)).toEqual({ redirect: "/en/members/years/2017?done=close" });
    // The same button twice.
    expect(await press(ministry, closeNow, {}, stamp)).toEqual({ redirect: "/en/members/years/2017?done=close" });
    const again = await press(coordinator, askForClosing);
    expect(again).toMatchObject({ status: 409, text: expect.stringContaining("has changed in the meantime") });
    expect(stepsOf(await show(coordinator))).toEqual([]);
    expect(stepsOf(await show(ministry))).toEqual(["Reopen FY2017"]);
    const bare = await press(ministry, reopenNow, { note: "  " });
    expect(bare).toMatchObject({ status: 422, text: expect.stringContaining("give a reason") });
    expect(await press(ministry, reopenNow, { note: "One is missing." })).toMatchObject({
      redirect: expect.stringContaining("done=reopen"),
    });
  });

  test("is closed before its last day only by somebody who has ticked that, and seen what stays planned", async () => {
    const planned = { status: "planned", number: "", partnerships: "" };
    const titles = { title_ja: "広州市での講演会", title_zh: "广州讲座", title_en: "Lecture in Guangzhou" };
    await approveRecord(context, trainingOf(2026, { ...planned, ...titles, date: "2027-01-25" }));
    await approveRecord(context, trainingOf(2026, { number: "", date: "2026-11-02" }));
    const confirm = documentOf(await confirmClosing(request(ministry, "2026")));
    const warning = [...confirm.querySelectorAll(".notice")].find((notice) =>
      notice.textContent?.includes("not over until 31 March 2027"),
    );
    expect(warning?.textContent).toContain("1 activity is still planned");
    expect([...(warning?.querySelectorAll("li a") ?? [])].map((link) => link.textContent)).toEqual([
      "Lecture in Guangzhou",
    ]);
    const form = new FormData();
    form.set("seen", confirm.querySelector("input[name=seen]")?.getAttribute("value") ?? "");
    form.set("note", "All is in.");
    const refused = await closeNow({ ...request(ministry, "2026"), form });
    if (!("page" in refused)) throw new Error("closed without a tick");
    const page = documentOf(refused.page);
    expect(refused.status).toBe(422);
    const box = page.querySelector("input[name=early]");
    expect(page.getElementById(box?.getAttribute("aria-describedby") ?? "")?.textContent).toContain("tick");
    expect(page.querySelector("textarea[name=note]")?.textContent).toBe("All is in.");
    const state = async () => (await listYears(context)).find(({ fiscalYear }) => fiscalYear === 2026)?.state;
    expect(await state()).toBe("open");
    form.set("early", "yes");
    expect(await closeNow({ ...request(ministry, "2026"), form })).toEqual({
      redirect: "/en/members/years/2026?done=close",
    });
    expect(await state()).toBe("closed");
  });

  test("is not found where it is no year or has no records", async () => {
    for (const year of ["1066", "soon", ""])
      await expect(showMemberYear(request(ministry, year))).rejects.toMatchObject({ code: "not-found" });
  });

  test("nobody closes without the right, whatever they send", async () => {
    await expect(press(coordinator, closeNow)).rejects.toMatchObject({ code: "forbidden" });
    await expect(press(fukuoka, publishNow)).rejects.toMatchObject({ code: "forbidden" });
  });
});
