import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { read } from "../../db/transaction.ts";
import type { Context } from "../../platform/context.ts";
import { createActor } from "../../testing/actors.ts";
import {
  broker,
  fails,
  fukuoka,
  guangdong,
  hyogo,
  jesc,
  jiangsu,
  type MatchScene,
  openMatchScene,
} from "../../testing/match-scene.ts";
import { getNeed } from "../needs/service.ts";
import { getProgramme } from "../programme/service.ts";
import { withdrawEntry } from "../records/decide-entry.ts";
import { findEntry } from "../records/store-entries.ts";
import { becomeRecord } from "./become-record.ts";
import { consultSides } from "./broker-match.ts";
import { composeRecord } from "./record-content.ts";
import { getMatch, listMatches, proposeMatches } from "./service.ts";
import { withdrawMatch } from "./withdraw-match.ts";

let context: Context;
let makeNeed: MatchScene["makeNeed"];
let propose: MatchScene["propose"];
let answer: MatchScene["answer"];
let revisionOf: MatchScene["revisionOf"];
beforeAll(async () => {
  ({ context, makeNeed, propose, answer, revisionOf } = await openMatchScene());
}, 90_000);
afterAll(() => context.database.close());

const expert = createActor("expert", "janus");
const trio: [string, number | null][] = [
  ["hyogo-engineer-training", 4],
  ["fukuoka-voc-lecture", null],
  ["jesc-pm25-components", null],
];

describe("two prefectures and an institute answer a need together", () => {
  let need: string;
  let id: string;

  test("several offers are proposed where none covers all, with reasons", async () => {
    need = await makeNeed();
    const { proposals } = await proposeMatches(context, broker, need);
    expect(proposals.singles[0]).toMatchObject({ organisation: "hyogo", tier: "partner", answers: true });
    const [first] = proposals.combinations;
    expect(first?.members.length).toBeGreaterThan(1);
    expect(first?.uncovered).toEqual({ topics: [], kinds: [] });
    await expect(proposeMatches(context, hyogo, need)).rejects.toEqual(fails("forbidden", {}));
  });

  test("the same form sent twice makes one match, which nobody but brokers sees before they ask", async () => {
    const made = await Promise.all([propose(need, trio), propose(need, trio)]);
    id = made[0] ?? "";
    expect(new Set(made).size).toBe(1);
    const { match } = await getMatch(context, broker, id);
    expect(match.reasons.find(({ offer }) => offer === "hyogo-engineer-training")?.reasons).toHaveLength(8);
    expect(match.uncovered).toEqual({ topics: [], kinds: ["joint-research"] });
    await expect(getMatch(context, guangdong, id)).rejects.toEqual(fails("not-found", {}));
  });

  test("asking writes to the people of each side in their language, and to nobody else", async () => {
    await consultSides(context, broker, id, await revisionOf(id));
    const mails = await read(context.database, (transaction) =>
      transaction.selectFrom("mails").selectAll().where("purpose", "=", "match").execute(),
    );
    expect(mails).toHaveLength(4);
    for (const mail of mails) expect(mail.body).toContain(id);
    await expect(consultSides(context, broker, id, 1)).rejects.toEqual(fails("conflict", { reason: "stale" }));
  });

  test("each side sees the match and answers for itself alone", async () => {
    for (const actor of [guangdong, hyogo, fukuoka, jesc])
      expect((await listMatches(context, actor)).map((match) => match.id)).toEqual([id]);
    for (const actor of [jiangsu, expert]) expect(await listMatches(context, actor)).toEqual([]);
    await expect(answer(hyogo, id, null)).rejects.toEqual(fails("forbidden", {}));
    await expect(answer(guangdong, id, "fukuoka-voc-lecture")).rejects.toEqual(fails("forbidden", {}));
    await expect(answer(jiangsu, id, null)).rejects.toEqual(fails("not-found", {}));
    await expect(answer(fukuoka, id, "fukuoka-voc-lecture", { answer: "declined" })).rejects.toEqual(
      fails("invalid-input", { reason: "note" }),
    );
  });

  test("once all have agreed, each in its language, the need is matched and the capacity taken", async () => {
    await answer(guangdong, id, null, { note: "同意，请尽快安排。", language: "zh" });
    await answer(hyogo, id, "hyogo-engineer-training");
    await answer(fukuoka, id, "fukuoka-voc-lecture");
    expect((await getMatch(context, guangdong, id)).match.state).toBe("consulting");
    await answer(jesc, id, "jesc-pm25-components");
    const { match } = await getMatch(context, guangdong, id);
    expect(match).toMatchObject({ state: "agreed", needAnswer: { note: "同意，请尽快安排。", language: "zh" } });
    expect((await getNeed(context, broker, need)).state).toBe("matched");
    const { proposals } = await proposeMatches(context, broker, need);
    const training = proposals.singles.find(({ offer }) => offer === "hyogo-engineer-training");
    expect(training?.reasons.find(({ part }) => part === "capacity")?.values).toEqual({ year: 2016, left: 2 });
  });

  test("it becomes a draft with all that is known, once", async () => {
    const entries = [
      await becomeRecord(context, broker, id, "training"),
      await becomeRecord(context, broker, id, "training"),
    ];
    expect(new Set(entries).size).toBe(1);
    const entry = await read(context.database, (transaction) => findEntry(transaction, entries[0] ?? ""));
    expect(entry).toMatchObject({ kind: "activity", state: "draft", visibility: "sides", owner: "iges" });
    expect(entry?.content.fields).toMatchObject({
      kind: "training",
      status: "planned",
      fiscal_year: "2016",
      title_zh: "PM2.5与VOC监测技术研修",
      topics: "pm25;voc;monitoring",
      partnerships: "hyogo-guangdong",
    });
    expect(entry?.content.parts.activity_parties).toEqual([
      { organisation: "guangdong", role: "sender" },
      { organisation: "hyogo", role: "receiver" },
      { organisation: "fukuoka", role: "support" },
      { organisation: "jesc", role: "support" },
    ]);
    expect((await getNeed(context, broker, need)).state).toBe("being-met");
    await expect(
      withdrawMatch(context, broker, id, { revision: await revisionOf(id), reason: "取りやめ", language: "ja" }),
    ).rejects.toEqual(fails("conflict", { reason: "recorded" }));
  });

  test("a draft that was withdrawn leaves the agreement as it was: another is made, or the match is taken back", async () => {
    const drop = async () => {
      const { entry: draft } = (await getMatch(context, broker, id)).match;
      const entry = await read(context.database, (transaction) => findEntry(transaction, draft ?? ""));
      if (!entry) throw new Error("no entry");
      await withdrawEntry(context, broker, { id: entry.id, revision: entry.revision });
      return entry.id;
    };
    const first = await drop();
    const second = await becomeRecord(context, broker, id, "seminar");
    expect(second).not.toBe(first);
    expect(await becomeRecord(context, broker, id, "seminar")).toBe(second);
    await drop();
    await withdrawMatch(context, broker, id, {
      revision: await revisionOf(id),
      reason: "双方の合意により取りやめ",
      language: "ja",
    });
    expect((await getNeed(context, broker, need)).state).toBe("confirmed");
  });
});

test("a project's draft runs in the year that was agreed on, and says the rest that is known and nothing else", async () => {
  const { calendar } = await getProgramme(context);
  const given = {
    organisation: "hyogo",
    title: { ja: "VOC測定の共同研究" },
    ...{ topics: ["voc", "nox"], kinds: ["joint-research" as const], forms: [], costBorneBy: null },
    ...{ languages: ["ja" as const, "zh" as const], capacityUnit: "people" as const, quantity: 3 },
  };
  const need = {
    ...{ organisation: "guangdong", title: { zh: "VOC源解析" }, detail: { zh: "为期两周。" } },
    ...{ topics: ["voc", "ozone"], kinds: ["joint-research" as const], languages: ["zh" as const] },
  };
  const ground = { need, offers: [given], fiscalYear: 2016, calendar, partnerships: ["hyogo-guangdong"] };
  const { fields, parts } = composeRecord("joint-research", ground);
  expect(fields).toMatchObject({
    period: "2016-04/2017-03",
    topics: "voc",
    partnership: "hyogo-guangdong",
    content_zh: "为期两周。\n商定规模：3人\n工作语言：中文",
    content_ja: "VOC測定の共同研究\n合意した規模：3人\n使用言語：中国語",
  });
  // Nobody has written in English, and nobody has said who pays: the form asks.
  expect([fields.content_en, fields.title_en, fields.funding]).toEqual([undefined, undefined, ""]);
  expect(parts.project_parties).toEqual([
    { organisation: "guangdong", role: "implementing" },
    { organisation: "hyogo", role: "lead", description_ja: "VOC測定の共同研究" },
  ]);
  const training = composeRecord("training", ground);
  expect(training.parts.activity_people).toMatchObject([{ organisation: "guangdong", count: "3" }]);
  expect(training.fields.theme_zh).toBe("为期两周。\n工作语言：中文");
});
