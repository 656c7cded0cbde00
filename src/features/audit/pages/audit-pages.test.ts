import { parseHTML } from "linkedom";
import { renderToString } from "preact-render-to-string";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { languages } from "../../../core/language.ts";
import { write } from "../../../db/transaction.ts";
import type { Context } from "../../../platform/context.ts";
import { createActor } from "../../../testing/actors.ts";
import { createLoadedContext } from "../../../testing/context.ts";
import type { MemberRequest, PageContent } from "../../../web/page.ts";
import { change, note } from "../change.ts";
import { showAudit, verifyNow } from "./audit.tsx";
import { sendAuditFile } from "./audit-file.ts";

let context: Context;
const ministry = createActor("ministry", "moe-japan");
const origin = "https://example.jp";

beforeAll(async () => {
  context = await createLoadedContext();
  await addAccount("person-a", "田中", null);
  await addAccount("person-b", "", new Date());
  const act = (userId: string | null, action: string, subject: string) =>
    note(context, { userId, network: "192.0.2.0/24" }, { action, subject, organisation: "fukuoka" });
  await act("person-a", "entry.submitted", "activity/e-con-2014-01");
  await act("person-b", "entry.approved", "activity/e-con-2014-01");
  await act("person-a", "year.closed", "year/2015");
  await act(null, "sign-in.failed", "account/person-b");
  await act("person-a", "future.action", "thing/1");
}, 60_000);
afterAll(() => context.database.close());

function addAccount(id: string, name: string, erased: Date | null): Promise<void> {
  return write(context.database, async (transaction) => {
    const account = { id, name, email: `${id}@example.jp`, emailVerified: true };
    await transaction.insertInto("auth_users").values(account).execute();
    const profile = { user_id: id, language: "ja", seen_until: new Date(), erased_at: erased } as const;
    await transaction.insertInto("profiles").values(profile).execute();
  });
}

function request(query = "", language: MemberRequest["language"] = "en"): MemberRequest {
  const url = new URL(`${origin}/${language}/members/audit${query}`);
  return { context, language, url, params: {}, actor: ministry, headers: new Headers(), network: null };
}

function rowsOf(page: PageContent): string[][] {
  const { document } = parseHTML(`<html><body>${renderToString(page.body)}</body></html>`);
  return [...document.querySelectorAll("#rows tbody tr")].map((row) =>
    [...row.children].map((cell) => (cell.firstElementChild?.textContent ?? cell.textContent ?? "").trim()),
  );
}

function textOf(page: PageContent): string {
  return parseHTML(`<html><body>${renderToString(page.body)}</body></html>`).document.body.textContent ?? "";
}

describe("the list", () => {
  test("says in words who did what, newest first", async () => {
    const rows = rowsOf(await showAudit(request()));
    const told = rows.map(([number, , who, what, subject]) => [number, who, what, subject]);
    expect(told.slice(0, 5)).toEqual([
      ["6", "田中", "future.action", "Fukuoka Prefecture"],
      ["5", "(not signed in, or the system)", "failed to sign in", "Fukuoka Prefecture"],
      ["4", "田中", "closed a year", "FY2015"],
      ["3", "an erased person", "approved an entry", expect.stringContaining(":")],
      ["2", "田中", "submitted an entry", expect.stringContaining(":")],
    ]);
    expect(told).toHaveLength(6);
  });

  test("filters by person, action, subject and days, and says what it could not read", async () => {
    const numbers = async (query: string) => rowsOf(await showAudit(request(query))).map(([number]) => number);
    expect(await numbers("?actor=person-b")).toEqual(["3"]);
    expect(await numbers("?actor=none")).toEqual(["5", "1"]);
    expect(await numbers("?action=year.closed")).toEqual(["4"]);
    expect(await numbers("?subject=activity%2Fe-con")).toEqual(["3", "2"]);
    expect(await numbers("?from=2026-11-22&to=2026-11-22")).toHaveLength(6);
    expect(await numbers("?to=2026-11-21")).toEqual([expect.stringContaining("No rows match")]);
    expect(await numbers("?from=9999-12-31&to=9999-12-31")).toHaveLength(1);
    expect(await numbers("?below=3")).toEqual(["2", "1"]);
    const wrong = await showAudit(request("?from=soon&below=-1"));
    expect(rowsOf(wrong)).toHaveLength(6);
    expect(textOf(wrong)).toContain("“soon” is no day");
    expect(textOf(wrong)).toContain("“-1” is no number");
  });

  test("counts days as the reader's country does", async () => {
    const midnight = { ...context, clock: { ...context.clock, now: () => new Date("2026-12-01T15:30:00Z") } };
    await note(midnight, ministry, { action: "sign-out.done" });
    expect(rowsOf(await showAudit(request("?from=2026-12-02", "ja")))).toHaveLength(1);
    expect(rowsOf(await showAudit(request("?from=2026-12-02", "zh")))[0]?.[0]).toContain("没有");
  });
});

test("names what was handed in by its title, a draft by its number alone, and a sheet by its file", async () => {
  const id = "6f1c2e0a-1111-4222-8333-444455556666";
  await change(context, ministry, async (transaction, audit) => {
    const entry = {
      kind: "activity",
      base_version: 0,
      content: JSON.stringify({ fields: {}, parts: {} }),
      visibility: "members" as const,
      owner: "fukuoka",
      sides: ["fukuoka"],
      platform: "coordination" as const,
      author: "person-a",
      edited_by: "person-a",
      created_at: new Date(),
      changed_at: new Date(),
    };
    await transaction
      .insertInto("entries")
      .values([
        {
          ...entry,
          record: "activity-handed-in",
          state: "submitted" as const,
          title_ja: "公開の研修",
          submitted_at: new Date(),
        },
        { ...entry, record: "activity-kept-back", state: "draft" as const, title_ja: "内緒の研修" },
      ])
      .execute();
    await transaction
      .insertInto("imports")
      .values({
        id,
        kind: "activity",
        owner: "fukuoka",
        file_name: "研修.xlsx",
        state: "taken" as const,
        author: "person-a",
        created_at: new Date(),
      })
      .execute();
    audit({ action: "entry.submitted", subject: "activity/activity-handed-in" });
    audit({ action: "entry.saved", subject: "activity/activity-kept-back" });
    audit({ action: "import.taken", subject: `import/${id}` });
  });
  const subjects = textOf(await showAudit(request("", "ja")));
  expect(subjects).toContain("取込みファイル：研修.xlsx");
  expect(subjects).toContain("活動の入力票：公開の研修");
  expect(subjects).toContain("活動の入力票：activity-kept-back");
});

describe("verification from the page", () => {
  async function press(expect = "", language: MemberRequest["language"] = "en") {
    const form = new FormData();
    form.set("expect", expect);
    const outcome = await verifyNow({ ...request("", language), form });
    if (!("page" in outcome)) throw new Error("no page");
    return { status: outcome.status, text: textOf(outcome.page) };
  }

  test("shows the end to write down in each language", async () => {
    for (const language of languages) {
      const { status, text } = await press("", language);
      expect(status).toBe(200);
      expect(text).toMatch(/\d+:[0-9a-f]{64}/);
    }
  });

  test("takes an end written down earlier", async () => {
    const [end = ""] = (await press()).text.match(/\d+:[0-9a-f]{64}/) ?? [];
    expect((await press(end)).text).toContain("The audit log is sound");
    expect((await press(`1:${"a".repeat(64)}`)).text).toContain("is not in this log");
    expect((await press("a hash")).status).toBe(422);
  });
});

test("the file holds the rows of the list, oldest first, and that it was taken is on record", async () => {
  const file = await sendAuditFile(request("?subject=activity%2Fe-con"));
  const rows = String(file.content)
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));
  expect(rows.map(({ number }) => number)).toEqual([2, 3]);
  expect(String(file.content)).not.toContain("example.jp");
  const sheet = await sendAuditFile(request("?format=csv"));
  expect(String(sheet.content)).toMatch(/^\uFEFFnumber,at,actor/);
  const [newest] = rowsOf(await showAudit(request()));
  expect(newest?.[3]).toBe("exported the audit log");
});

test("what was reported but undone is not listed", async () => {
  const count = rowsOf(await showAudit(request())).length;
  await expect(
    change(context, ministry, async (_, audit) => {
      audit({ action: "year.closed", subject: "year/2016" });
      throw new Error("undone");
    }),
  ).rejects.toThrow("undone");
  expect(rowsOf(await showAudit(request()))).toHaveLength(count);
});
