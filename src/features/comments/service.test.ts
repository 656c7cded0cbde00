import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { fixedClock } from "../../platform/clock.ts";
import type { Context } from "../../platform/context.ts";
import { createActor } from "../../testing/actors.ts";
import { createLoadedContext } from "../../testing/context.ts";
import type { Actor } from "../accounts/actor.ts";
import { type CommentInput, commentLimits, readComment } from "./comment.ts";
import { addComment, findTalk, takeBackComment } from "./service.ts";

let context: Context;
beforeAll(async () => {
  context = await createLoadedContext();
}, 60_000);
afterAll(() => context.database.close());

/** A consultation of Kitakyushu and Shanghai in the coordination ledger; public, as everything that was loaded. */
const subject = { kind: "activity", id: "e-con-2014-01" };
const kitakyushu = createActor("home-government", "kitakyushu-env");
const shanghai = createActor("partner-government", "shanghai");
let key = 0;
const input = (body: string, changes: Partial<CommentInput> = {}): CommentInput => {
  key += 1;
  return { language: "ja", body, formKey: `00000000-0000-4000-8000-${String(key).padStart(12, "0")}`, ...changes };
};
const say = (actor: Actor, body: string, changes: Partial<CommentInput> = {}) =>
  addComment(context, actor, subject, input(body, changes));
const hear = async (actor: Actor) => (await findTalk(context, actor, subject.kind, subject.id))?.comments;
const countAudit = async () =>
  (await context.database.pool.query("select from audit_log where action like 'comment.%'")).rowCount;

beforeEach(async () => {
  await context.database.pool.query(
    "begin; alter table comments disable trigger user; delete from comments; alter table comments enable trigger user; commit",
  );
});

test("each side writes in its language and reads the other's", async () => {
  await say(kitakyushu, "日程をご確認ください。");
  await say(shanghai, "日期没有问题。", { language: "zh" });
  expect(await hear(shanghai)).toMatchObject([
    { body: "日程をご確認ください。", language: "ja", organisation: "kitakyushu-env", own: false },
    { body: "日期没有问题。", language: "zh", organisation: "shanghai", own: true },
  ]);
});

test.each<[string, Actor, boolean]>([
  ["the platform of its ledger", createActor("coordination", "iges"), true],
  ["the ministry", createActor("ministry", "moe-japan"), true],
  ["another platform", createActor("technical", "jesc"), false],
  ["a city that has no part in it", createActor("home-government", "kawasaki"), false],
  ["an administrator", createActor("administrator", "iges"), false],
  ["a guest of the city itself", createActor("guest", "shanghai"), false],
  ["an expert of the city itself", createActor("expert", "shanghai"), false],
])("%s hears and talks with them: %s", async (_, actor, isHeard) => {
  await say(kitakyushu, "本文");
  const before = await countAudit();
  if (isHeard) await say(actor, "了解");
  else await expect(say(actor, "了解")).rejects.toMatchObject({ code: "forbidden" });
  expect((await hear(actor))?.length).toBe(isHeard ? 2 : undefined);
  expect(await countAudit()).toBe((before ?? 0) + (isHeard ? 1 : 0));
});

test("the same form sent twice, even at once, adds one comment and one row of the log", async () => {
  const before = (await countAudit()) ?? 0;
  const once = input("一度だけ");
  await Promise.all([1, 2, 3].map(() => addComment(context, kitakyushu, subject, once)));
  await addComment(context, kitakyushu, subject, once);
  expect(await hear(kitakyushu)).toHaveLength(1);
  expect(await countAudit()).toBe(before + 1);
  await addComment(context, shanghai, subject, once);
  expect(await hear(kitakyushu)).toHaveLength(2);
});

test("the log names no word of what was said", async () => {
  await say(kitakyushu, "秘密の相談");
  const { rows } = await context.database.pool.query("select details::text from audit_log");
  expect(rows.filter(({ details }) => details.includes("秘密"))).toEqual([]);
});

describe("taking back", () => {
  test("leaves a gap where the words were, and is for the author alone", async () => {
    await say(kitakyushu, "間違い");
    const id = (await hear(kitakyushu))?.[0]?.id ?? "";
    for (const other of [shanghai, createActor("coordination", "iges")])
      await expect(takeBackComment(context, other, subject, id)).rejects.toMatchObject({ code: "not-found" });
    await takeBackComment(context, kitakyushu, subject, id);
    expect(await hear(shanghai)).toMatchObject([{ body: null, own: false }]);
    expect((await context.database.pool.query("select body from comments")).rows).toEqual([{ body: "" }]);
    await expect(takeBackComment(context, kitakyushu, subject, id)).rejects.toMatchObject({ code: "not-found" });
    await expect(takeBackComment(context, kitakyushu, subject, "1e9")).rejects.toMatchObject({ code: "not-found" });
  });
});

test("nobody writes without end", async () => {
  const at = "2026-11-21T03:00:00Z";
  const later = { ...context, clock: fixedClock("2026-11-22T04:00:00Z") };
  const fill = (count: number, day: string) =>
    context.database.pool.query(
      `begin; alter table comments disable trigger user;
       insert into comments (kind, record, author, organisation, language, body, at)
       select 'activity', '${subject.id}', '${kitakyushu.userId}', 'kitakyushu', 'ja', 'x', '${day}' from generate_series(1, ${count});
       alter table comments enable trigger user; commit`,
    );
  await fill(commentLimits.perHour, "2026-11-22T03:30:00Z");
  await expect(addComment(later, kitakyushu, subject, input("x"))).rejects.toMatchObject({ code: "too-many-requests" });
  await addComment(later, shanghai, subject, input("x"));
  await fill(commentLimits.perRecord - commentLimits.perHour - 1, at);
  await expect(addComment(later, shanghai, subject, input("x"))).rejects.toMatchObject({ details: { reason: "full" } });
});

test("a record that is not there has no comments", async () => {
  for (const [kind, id] of [
    ["activity", "nothing"],
    ["table", "x"],
  ] as const)
    await expect(findTalk(context, kitakyushu, kind, id)).rejects.toMatchObject({ code: "not-found" });
});

describe("a form", () => {
  const read = (fields: Record<string, string>) => {
    const form = new FormData();
    const complete = { body: "本文", language: "zh", form_key: "00000000-0000-4000-8000-000000000000", ...fields };
    for (const [name, value] of Object.entries(complete)) form.set(name, value);
    return readComment(form);
  };
  test("is cleaned of what could hide or turn around text", () => {
    expect(read({ body: " a\r\nb\u0000\u202Ec\n\n\n\n\nd " })).toMatchObject({ body: "a\nbc\n\n\nd", language: "zh" });
  });
  test.each([
    [{ body: " \n " }, "empty"],
    [{ body: "あ".repeat(commentLimits.characters + 1) }, "long"],
    [{ language: "fr" }, "language"],
    [{ form_key: "x" }, "form"],
  ])("%j is refused as %s", (fields, problem) => {
    expect(read(fields)).toBe(problem);
  });
});
