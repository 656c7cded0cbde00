import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { AppError } from "../../core/errors.ts";
import { read, write } from "../../db/transaction.ts";
import type { Context } from "../../platform/context.ts";
import { createSignedInAccount } from "../../testing/accounts.ts";
import { createActor } from "../../testing/actors.ts";
import { createLoadedContext } from "../../testing/context.ts";
import { findRemarks } from "../comments/service.ts";
import type { NeedInput } from "../needs/check-need.ts";
import { correctNeed } from "../needs/save-need.ts";
import { getNeed } from "../needs/service.ts";
import { stepNeed } from "../needs/step-need.ts";
import { getDirectory } from "../organisations/directory.ts";
import { getProgramme } from "../programme/service.ts";
import { withdrawEntry } from "../records/decide-entry.ts";
import { findEntry } from "../records/store-entries.ts";
import { answerMatch, type MatchAnswer } from "./answer-match.ts";
import { becomeRecord } from "./become-record.ts";
import { concludeMatch, consultSides, createMatch, explainMatch } from "./broker-match.ts";
import { readTaken } from "./gather.ts";
import { continueMatch } from "./need-ended.ts";
import { composeRecord } from "./record-content.ts";
import { replaceOffer } from "./replace-offer.ts";
import { findReach, findWaitingMatches, getMatch, listMatches, proposeMatches } from "./service.ts";
import { withdrawMatch } from "./withdraw-match.ts";

let context: Context;
beforeAll(async () => {
  context = await createLoadedContext();
  for (const [role, organisation] of [
    ["partner-government", "guangdong"],
    ["home-government", "hyogo"],
    ["home-government", "fukuoka"],
    ["technical", "jesc"],
    ["coordination", "iges"],
  ] as const)
    await createSignedInAccount(context, [{ role, organisation }]);
}, 90_000);
afterAll(() => context.database.close());

const broker = createActor("coordination", "iges");
const guangdong = createActor("partner-government", "guangdong");
const jiangsu = createActor("partner-government", "jiangsu");
const hyogo = createActor("home-government", "hyogo");
const fukuoka = createActor("home-government", "fukuoka");
const jesc = createActor("technical", "jesc");
const expert = createActor("expert", "janus");

let numbers = 0;

/** A need of Guangdong that is confirmed, as a coordinator has it before matching. */
async function makeNeed(some: { state?: string; kinds?: string[]; topics?: string[] } = {}): Promise<string> {
  numbers += 1;
  const id = `need-under-test-${numbers}`;
  const { state = "confirmed", kinds = ["training", "joint-research"], topics = ["pm25", "voc", "monitoring"] } = some;
  await write(context.database, (transaction) =>
    sql`INSERT INTO need_items (id, origin, organisation, addressed_to, language, title, topics, kinds, fiscal_year, state,
          visibility, sides, created_at, changed_at)
        VALUES (${id}, 'member', 'guangdong', 'hyogo', 'zh', '{"zh":"PM2.5与VOC监测技术研修"}', ${topics}, ${kinds}, 2016, ${state},
          'sides', ARRAY['guangdong','hyogo'], now(), now())`.execute(transaction),
  );
  return id;
}

async function propose(need: string, offers: [string, number | null][], formKey = `form-${need}`): Promise<string> {
  return createMatch(context, broker, {
    need,
    fiscalYear: 2016,
    offers: offers.map(([offer, quantity]) => ({ offer, quantity })),
    reasoning: { ja: "県と研究機関で分担します。" },
    formKey,
  });
}

const revisionOf = async (id: string) => (await getMatch(context, broker, id)).match.revision;

async function answer(
  actor: Parameters<typeof answerMatch>[1],
  id: string,
  offer: string | null,
  some: Partial<MatchAnswer> = {},
): Promise<void> {
  const revision = await revisionOf(id);
  await answerMatch(context, actor, id, { offer, answer: "agreed", note: "", language: "ja", revision, ...some });
}

/** Keys or bodies of the mails about a match. */
async function readMails(id: string, letter = "", column: "once_key" | "body" = "once_key"): Promise<string[]> {
  const rows = await read(context.database, (transaction) =>
    transaction
      .selectFrom("mails")
      .select(["once_key", "body"])
      .where("once_key", "like", `match/${id}/%${letter}%`)
      .orderBy("id")
      .execute(),
  );
  return rows.map((row) => row[column] ?? "");
}

function fails(code: AppError["code"], details: Record<string, unknown>) {
  return expect.objectContaining({ code, details: expect.objectContaining(details) });
}

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

describe("what has changed meanwhile is named and held, and nothing is lost", () => {
  test("a need that was only heard is not asked about; a withdrawn one takes no match", async () => {
    const heard = await makeNeed({ state: "heard" });
    const id = await propose(heard, [["hyogo-engineer-training", 1]]);
    await expect(consultSides(context, broker, id, 1)).rejects.toEqual(
      fails("conflict", { reason: "held", holds: [{ reason: "need-state", state: "heard" }] }),
    );
    await withdrawMatch(context, broker, id, { revision: 1, reason: "未確認のため", language: "ja" });
    await expect(getMatch(context, guangdong, id)).rejects.toEqual(fails("not-found", {}));
    const gone = await makeNeed({ state: "withdrawn" });
    await expect(propose(gone, [["hyogo-engineer-training", 1]])).rejects.toEqual(
      fails("conflict", { reason: "held", holds: [{ reason: "need-state", state: "withdrawn" }] }),
    );
    await expect(propose(heard, [["no-such-offer", null]], "other-form")).rejects.toEqual(
      fails("invalid-input", { reason: "unknown-offer" }),
    );
    await expect(propose(heard, [], "third-form")).rejects.toEqual(fails("invalid-input", { reason: "no-offer" }));
  });

  test("a need withdrawn while sides are asked: their answers stay, and the match waits until it is confirmed again", async () => {
    const need = await makeNeed();
    const id = await propose(need, [["hyogo-plant-visits", null]]);
    await consultSides(context, broker, id, 1);
    await answer(hyogo, id, "hyogo-plant-visits", { note: "準備できます。" });
    await stepNeed(context, broker, need, { from: "confirmed", to: "withdrawn", note: "方針変更", replacedBy: null });
    await answer(guangdong, id, null, { language: "zh" });
    const held = await getMatch(context, guangdong, id);
    expect(held.match).toMatchObject({ state: "consulting", needAnswer: { answer: "agreed" } });
    expect(held.holds).toEqual([{ reason: "need-state", state: "withdrawn" }]);
    await expect(concludeMatch(context, broker, id, held.match.revision)).rejects.toEqual(
      fails("conflict", { reason: "held" }),
    );
    await stepNeed(context, broker, need, { from: "withdrawn", to: "heard", note: null, replacedBy: null });
    await stepNeed(context, broker, need, { from: "heard", to: "confirmed", note: null, replacedBy: null });
    await concludeMatch(context, broker, id, held.match.revision);
    expect((await getMatch(context, hyogo, id)).match.state).toBe("agreed");
  });

  test("capacity is counted at the agreement: of two matches for the last places one is held", async () => {
    const wanted = async () => {
      const need = await makeNeed({ kinds: ["training"], topics: ["planning"] });
      const id = await propose(need, [["hyogo-admin-training", 4]]);
      await consultSides(context, broker, id, 1);
      await answer(hyogo, id, "hyogo-admin-training");
      return id;
    };
    const ids = [await wanted(), await wanted()];
    await Promise.all(ids.map((id) => answer(guangdong, id, null)));
    const views = await Promise.all(ids.map((id) => getMatch(context, broker, id)));
    expect(views.map(({ match }) => match.state).sort()).toEqual(["agreed", "consulting"]);
    expect(views.find(({ match }) => match.state === "consulting")?.holds).toEqual([
      { reason: "capacity", offer: "hyogo-admin-training", left: 2, wanted: 4 },
    ]);
    const need = await makeNeed();
    await expect(propose(need, [["hyogo-admin-training", 3]])).rejects.toEqual(
      fails("conflict", {
        reason: "held",
        holds: [{ reason: "capacity", offer: "hyogo-admin-training", left: 2, wanted: 3 }],
      }),
    );
  });

  test("a declined offer is replaced: the side that needs is asked again, offers are not, and who went out keeps the own answer", async () => {
    const need = await makeNeed();
    const id = await propose(need, [
      ["hyogo-engineer-training", 1],
      ["fukuoka-voc-lecture", null],
    ]);
    await consultSides(context, broker, id, 1);
    await answer(guangdong, id, null);
    await answer(hyogo, id, "hyogo-engineer-training");
    await answer(fukuoka, id, "fukuoka-voc-lecture", { answer: "declined", note: "今年度は人員が足りません。" });
    const declined = await getMatch(context, broker, id);
    expect(declined.match.state).toBe("consulting");
    await write(context.database, (transaction) =>
      transaction
        .updateTable("offer_items")
        .set({ state: "closed" })
        .where("id", "=", "kawasaki-voc-measurement")
        .execute(),
    );
    const replace = (offer: string) =>
      replaceOffer(context, broker, id, {
        revision: declined.match.revision,
        out: "fukuoka-voc-lecture",
        by: { offer, quantity: null },
      });
    await expect(replace("kawasaki-voc-measurement")).rejects.toEqual(
      fails("conflict", { holds: [{ reason: "offer-closed", offer: "kawasaki-voc-measurement" }] }),
    );
    await replace("iges-voc-lectures");
    const { match } = await getMatch(context, broker, id);
    expect(match.offers.map(({ offer, answer: given }) => [offer, given])).toEqual([
      ["hyogo-engineer-training", "agreed"],
      ["iges-voc-lectures", "waiting"],
    ]);
    const directory = await getDirectory(context);
    const getName = (organisation: string) => directory.name(organisation, "ja");
    expect(match).toMatchObject({ state: "consulting", needAnswer: { answer: "waiting" } });
    expect(await readMails(id)).toEqual(
      expect.arrayContaining([expect.stringContaining("repackaged"), expect.stringContaining("removed")]),
    );
    // Hyōgo's answer stands, and it hears with whom it works now; nobody is told twice.
    const [others, ...more] = await readMails(id, "repackaged-others", "body");
    expect(others).toContain(getName("iges"));
    expect(more).toEqual([]);
    const [repackaged] = await readMails(id, "repackaged/", "body");
    expect(repackaged).toContain(getName("fukuoka"));
    expect(repackaged).toContain(getName("iges"));
    const { events } = await getMatch(context, broker, id);
    expect(events.slice(-2).map(({ action, organisation }) => [action, organisation])).toEqual([
      ["removed", "fukuoka"],
      ["added", "iges"],
    ]);
    const left = await getMatch(context, fukuoka, id);
    expect(left).toMatchObject({ former: true, match: { offers: [], needAnswer: { note: null } } });
    expect(left.events.map(({ action, note }) => [action, note])).toEqual([
      ["consulted", null],
      ["declined", "今年度は人員が足りません。"],
      ["removed", null],
    ]);
    await expect(replace("jica-ozone-pm25")).rejects.toEqual(fails("conflict", { reason: "stale" }));
    await answer(broker, id, "iges-voc-lectures");
    expect((await getMatch(context, broker, id)).match.state).toBe("consulting");
    await answer(guangdong, id, null, { language: "zh" });
    expect((await getMatch(context, broker, id)).match.state).toBe("agreed");
  });

  test("a need edited in what its offers were chosen by: all are told and every answer stands; edited words alone tell nobody", async () => {
    const needId = await makeNeed({ kinds: ["training"], topics: ["planning", "monitoring"] });
    const id = await propose(needId, [["hyogo-plant-visits", 2]]);
    await consultSides(context, broker, id, 1);
    await answer(hyogo, id, "hyogo-plant-visits");
    const correct = async (some: Partial<NeedInput>) => {
      const need = await getNeed(context, guangdong, needId);
      const saved = await correctNeed(context, guangdong, needId, { ...need, ...some }, need.revision);
      expect(saved.state).toBe("done");
    };
    // The same choices in another order, as a form lists them, are the same.
    await correct({ detail: { zh: "为期两周" }, topics: ["monitoring", "planning"] });
    expect(await readMails(id, "need-corrected")).toEqual([]);
    expect((await getMatch(context, hyogo, id)).corrections).toEqual([]);
    await correct({ topics: ["monitoring", "ozone"], fiscalYear: 2017, detail: { zh: "为期三周" } });
    const keys = await readMails(id, "need-corrected");
    // A colleague of whoever edited it, the other side, and the broker.
    expect([keys.length, keys.filter((key) => key.includes("/broker-")).length]).toEqual([3, 1]);
    const view = await getMatch(context, hyogo, id);
    expect(view.match).toMatchObject({ state: "consulting", uncovered: { topics: expect.arrayContaining(["ozone"]) } });
    expect(view.match.offers[0]?.answer).toBe("agreed");
    expect(view.corrections.map(({ changes }) => changes)).toEqual([
      {
        topics: { before: ["monitoring", "planning"], after: ["monitoring", "ozone"] },
        fiscalYear: { before: 2016, after: 2017 },
      },
    ]);
    expect(view.events.at(-1)).toMatchObject({ action: "need-corrected", organisation: "guangdong" });
  });

  test("a need withdrawn after the agreement: all are told, the draft carries a remark, nothing counts as taken until it goes on", async () => {
    const need = await makeNeed({ kinds: ["training"], topics: ["planning"] });
    const id = await propose(need, [["hyogo-plant-visits", 2]]);
    await consultSides(context, broker, id, 1);
    await answer(guangdong, id, null, { language: "zh" });
    await answer(hyogo, id, "hyogo-plant-visits");
    const entryId = await becomeRecord(context, broker, id, "training");
    const takenNow = async () => (await read(context.database, readTaken)).get("hyogo-plant-visits")?.get(2016) ?? 0;
    const before = await takenNow();
    await stepNeed(context, guangdong, need, {
      from: "being-met",
      to: "withdrawn",
      note: "本市自行解决",
      replacedBy: null,
    });
    expect(await takenNow()).toBe(before - 2);
    const view = await getMatch(context, hyogo, id);
    expect(view.match).toMatchObject({ state: "agreed", continued: false });
    expect(view.holds).toEqual([{ reason: "need-state", state: "withdrawn" }]);
    const keys = await readMails(id);
    expect(keys.filter((key) => key.includes("/need-withdrawn/")).length).toBeGreaterThan(0);
    expect(keys.filter((key) => key.includes("/broker-need-withdrawn/")).length).toBeGreaterThan(0);
    expect((await findWaitingMatches(context, broker)).find(({ match }) => match.id === id)?.waitsFor).toBe(
      "need-ended",
    );
    const entry = await read(context.database, (transaction) => findEntry(transaction, entryId));
    if (!entry) throw new Error("no entry");
    const [remark] = await findRemarks(context, hyogo, entry);
    expect(remark).toMatchObject({
      words: {
        ja: expect.stringContaining("取り下げました"),
        zh: expect.stringContaining("撤回"),
        en: expect.stringContaining("withdrawn"),
      },
      body: "",
    });
    expect(await findRemarks(context, jiangsu, entry)).toEqual([]);

    const revision = await revisionOf(id);
    await expect(continueMatch(context, broker, id, { revision, reason: " ", language: "ja" })).rejects.toEqual(
      fails("invalid-input", { reason: "note" }),
    );
    await continueMatch(context, broker, id, { revision, reason: "受入れの準備が済んでいるため", language: "ja" });
    expect(await takenNow()).toBe(before);
    expect((await findWaitingMatches(context, broker)).some(({ match }) => match.id === id)).toBe(false);
    // Whoever has said that it goes on may still take it back, as long as the need has ended.
    await withdrawMatch(context, broker, id, {
      revision: revision + 1,
      reason: "双方の合意により取りやめ",
      language: "ja",
    });
    expect(await findRemarks(context, broker, entry)).toHaveLength(3);
  });

  test("a broker writes down what a side without an account has said, with its source; a need that declines ends the match", async () => {
    const need = await makeNeed({ topics: ["vehicle-exhaust"], kinds: ["expert"] });
    const id = await propose(need, [["janus-seminar-speaker", null]]);
    await consultSides(context, broker, id, 1);
    await expect(answer(broker, id, "janus-seminar-speaker")).rejects.toEqual(
      fails("invalid-input", { reason: "noteFor" }),
    );
    await answer(broker, id, "janus-seminar-speaker", { note: "電話で担当者が同意" });
    await answer(guangdong, id, null, { answer: "declined", note: "需求已由其他渠道满足。", language: "zh" });
    const { match, events } = await getMatch(context, broker, id);
    expect(match.state).toBe("declined");
    expect(events.map(({ action }) => action)).toEqual(["proposed", "consulted", "agreed-for", "declined"]);
    await expect(answer(guangdong, id, null)).rejects.toEqual(fails("conflict", { reason: "match-state" }));
  });

  test("before asking, the broker sees who is told and who has no account, and adds words in a reader's language", async () => {
    const need = await makeNeed();
    const id = await propose(need, [["toyama-voc-training", null]]);
    const { reach, mails } = await findReach(context, broker, await getMatch(context, broker, id));
    expect(reach.map(({ organisation, people }) => [organisation, people.length])).toEqual([
      ["guangdong", 1],
      ["toyama", 0],
    ]);
    expect(reach[1]?.languages).toEqual(["ja"]);
    const proposed = await getMatch(context, broker, id);
    const other = { match: proposed.match, need: { ...proposed.need, organisation: "xiamen" } };
    expect((await findReach(context, broker, other)).reach[0]).toMatchObject({ people: [], languages: ["zh"] });
    expect(mails).toBe(0);
    await expect(explainMatch(context, broker, id, { revision: 1, reasoning: { zh: " " } })).rejects.toEqual(
      fails("invalid-input", { reason: "no-words" }),
    );
    await explainMatch(context, broker, id, {
      revision: 1,
      reasoning: { ja: "富山県が応じます。", zh: "由富山县应对。" },
    });
    await consultSides(context, broker, id, 2);
    const asked = await getMatch(context, guangdong, id);
    expect(asked.match.reasoning).toEqual({ ja: "富山県が応じます。", zh: "由富山县应对。" });
    expect((await findReach(context, broker, asked)).mails).toBe(1);
    await expect(findReach(context, hyogo, asked)).rejects.toEqual(fails("forbidden", {}));
    await answer(guangdong, id, null, { note: "同意。", language: "zh" });
    const { events } = await getMatch(context, broker, id);
    expect(events.at(-1)).toMatchObject({ action: "agreed", note: "同意。", language: "zh" });
  });

  test("an agreed match is withdrawn only with a reason, and its need waits again", async () => {
    const need = await makeNeed();
    const id = await propose(need, [["hyogo-experts", null]]);
    await consultSides(context, broker, id, 1);
    await answer(guangdong, id, null);
    await answer(hyogo, id, "hyogo-experts");
    const revision = await revisionOf(id);
    await expect(withdrawMatch(context, broker, id, { revision, reason: " ", language: "ja" })).rejects.toEqual(
      fails("invalid-input", { reason: "note" }),
    );
    await withdrawMatch(context, broker, id, { revision, reason: "日程が合わない", language: "ja" });
    expect((await getNeed(context, broker, need)).state).toBe("confirmed");
    await expect(becomeRecord(context, broker, id, "training")).rejects.toEqual(
      fails("conflict", { reason: "match-state" }),
    );
  });
});
