import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { RecordContent } from "../../../../records/kind.ts";
import { fingerprintContent } from "../../../../records/normalise.ts";
import { createActor } from "../../../../testing/actors.ts";
import { type MemberBrowser, type MemberSite, openMemberSite, readPage } from "../../../../testing/member-site.ts";
import type { Entry } from "../../record.ts";
import { saveEntry } from "../../save-entry.ts";
import { getEntryForActor } from "../../service.ts";

let site: MemberSite;
let fukuoka: MemberBrowser;
beforeAll(async () => {
  site = await openMemberSite();
  fukuoka = await site.open("home-government", "fukuoka");
}, 60_000);
afterAll(() => site.close());

const author = createActor("home-government", "fukuoka");

const training: RecordContent = {
  fields: {
    register: "coordination-trainings",
    fiscal_year: "2017",
    kind: "training",
    status: "planned",
    title_ja: "江蘇省からの訪日研修",
    funding: "programme",
    partnerships: "fukuoka-jiangsu",
  },
  parts: {},
};

async function save(changes: { record?: string; restores?: number } = {}): Promise<Entry> {
  const input = { kind: "activity", owner: "fukuoka", visibility: "public", content: training, ...changes } as const;
  return (await saveEntry(site.context, author, input)).entry;
}

/** What the form says of the entry as it stands: columns that are not asked for keep what they hold. */
const describeStep = (entry: Entry, intent: string) => ({
  intent,
  _entry: entry.id,
  _revision: String(entry.revision),
  _base: String(entry.baseVersion),
  _owner: entry.owner,
  _visibility: entry.visibility,
  _checked: fingerprintContent(entry.content),
});

async function readNotices(path: string): Promise<string[]> {
  const page = await readPage(await fukuoka.get(path));
  return [...page.querySelectorAll(".notice")].map(({ textContent }) => textContent.trim());
}

describe.each([
  ["ja", "提出しました。", "取り下げました。", "別の人が", "選んだ版"],
  ["zh", "已提交。", "已撤回。", "他人已先", "所选版本"],
  ["en", "Submitted.", "Withdrawn.", "Somebody else", "the version you chose"],
] as const)("the entry form in %s", (language, submitted, withdrawn, conflict, restored) => {
  const address = ({ id }: Entry) => `/${language}/members/entries/${id}`;

  test("leads to the entries of the new state, which say what was done", async () => {
    for (const [intent, state, words] of [
      ["submit", "submitted", submitted],
      ["withdraw", "withdrawn", withdrawn],
    ] as const) {
      const entry = await save();
      const done = await fukuoka.post(address(entry), describeStep(entry, intent));
      const next = `/${language}/members/entries?state=${state}&done=${state}`;
      expect([done.status, done.headers.get("location")]).toEqual([303, next]);
      expect(await readNotices(next)).toEqual([expect.stringContaining(words)]);
    }
  });

  test("says that an entry was not withdrawn where somebody changed it first", async () => {
    const entry = await save();
    await fukuoka.post(address(entry), { ...describeStep(entry, "save"), title_ja: "先に直した件名" });
    const late = await fukuoka.post(address(entry), describeStep(entry, "withdraw"));
    expect(late.headers.get("location")).toBe(`${address(entry)}?done=conflict`);
    expect(await readNotices(`${address(entry)}?done=conflict`)).toEqual([expect.stringContaining(conflict)]);
  });

  test("says that it holds an earlier version", async () => {
    const entry = await save({ record: "e-tra-2014-03", restores: 1 });
    expect(await readNotices(`${address(entry)}?done=restored`)).toEqual([expect.stringContaining(restored)]);
  });
});

describe("what was typed into the form", () => {
  test("a project's texts are asked for in the reader's language, its dates may be fiscal years, its policies are found by a word", async () => {
    const opened = await readPage(await fukuoka.get("/zh/members/enter/project"));
    const required = (name: string) =>
      opened.querySelector(`label[for="field-${name}"] .form-required`)?.textContent ?? null;
    expect(["ja", "zh", "en"].map((language) => required(`project_milestones-0-text_${language}`))).toEqual([
      null,
      "必填",
      null,
    ]);
    const fields = { "project_actuals.0.period": "2027年度", "project_milestones.0.date": "2027年度" };
    const sent = {
      _owner: "fukuoka",
      _visibility: "public",
      _key: "form-of-a-project",
      title_zh: "共同研究",
      ...fields,
    };
    const policy = "project_results.0.policy";
    const found = await readPage(
      await fukuoka.post("/zh/members/enter/project", { ...sent, [policy]: "辽宁", intent: `find:${policy}` }),
    );
    const candidates = [...found.querySelectorAll(`[name="_pick.${policy}"]`)].map(
      (each) => each.getAttribute("value") ?? "",
    );
    expect(candidates.length).toBeGreaterThan(0);
    expect(found.querySelector(`[name="${policy}"]`)?.getAttribute("value")).toBe("辽宁");
    expect(found.querySelector('[name="project_actuals.0.period"]')?.getAttribute("value")).toBe("2027年度");
    const [picked = ""] = candidates;
    const saved = await fukuoka.post("/zh/members/enter/project", {
      ...sent,
      [policy]: "辽宁",
      [`_pick.${policy}`]: picked,
      intent: "save",
    });
    const path = saved.headers.get("location") ?? "";
    expect(path).toContain("done=saved");
    const { entry } = await getEntryForActor(site.context, author, path.match(/entries\/([^?]+)/)?.[1] ?? "");
    const year = { period: "2027-04/2028-03", period_text: "2027年度" };
    expect(entry.content.parts.project_actuals?.[0]).toEqual(year);
    expect(entry.content.parts.project_milestones?.[0]).toEqual({ date: year.period, date_text: year.period_text });
    expect(entry.content.parts.project_results?.[0]).toEqual({ policy: picked });
    // Whoever comes back after an interruption is shown what was begun.
    const again = await readPage(await fukuoka.get("/zh/members/enter/project"));
    expect(again.querySelector(`.notice a[href="/zh/members/entries/${entry.id}"]`)?.textContent).toBe("共同研究");
  });

  test("is asked back with what it may mean, and understood once the person has picked", async () => {
    const entry = await save();
    const path = `/ja/members/entries/${entry.id}`;
    const typed = { ...describeStep(entry, "check"), date: "2017/11/17～13", place: "外事弁公室" };
    const asked = await fukuoka.post(path, typed);
    expect(asked.status).toBe(422);
    const page = await readPage(asked);
    const listChoices = (name: string) =>
      [...page.querySelectorAll(`[name="_pick.${name}"]`)].map((choice) => choice.getAttribute("value"));
    expect(listChoices("date")).toContain("2017-11-13/2017-11-17");
    expect(listChoices("place").length).toBeGreaterThan(1);
    const picked = { ...typed, "_pick.date": "2017-11-13/2017-11-17", "_pick.place": "jiangsu", intent: "save" };
    expect((await fukuoka.post(path, picked)).headers.get("location")).toBe(`${path}?done=saved`);
    const { content } = (await getEntryForActor(site.context, author, entry.id)).entry;
    expect(content.fields).toMatchObject({
      date: "2017-11-13/2017-11-17",
      place: "jiangsu",
      title_ja: training.fields.title_ja,
    });
  });
});
