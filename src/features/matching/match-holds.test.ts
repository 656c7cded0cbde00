import { afterAll, beforeAll, expect, test } from "vitest";
import { read } from "../../db/transaction.ts";
import type { Context } from "../../platform/context.ts";
import {
  broker,
  fails,
  guangdong,
  hyogo,
  jiangsu,
  type MatchScene,
  openMatchScene,
} from "../../testing/match-scene.ts";
import { findRemarks } from "../comments/service.ts";
import { getNeed } from "../needs/service.ts";
import { stepNeed } from "../needs/step-need.ts";
import { findEntry } from "../records/store-entries.ts";
import { becomeRecord } from "./become-record.ts";
import { concludeMatch, consultSides } from "./broker-match.ts";
import { readTaken } from "./gather.ts";
import { continueMatch } from "./need-ended.ts";
import { findWaitingMatches, getMatch } from "./service.ts";
import { withdrawMatch } from "./withdraw-match.ts";

let context: Context;
let makeNeed: MatchScene["makeNeed"];
let propose: MatchScene["propose"];
let answer: MatchScene["answer"];
let revisionOf: MatchScene["revisionOf"];
let readMails: MatchScene["readMails"];
beforeAll(async () => {
  ({ context, makeNeed, propose, answer, revisionOf, readMails } = await openMatchScene());
}, 90_000);
afterAll(() => context.database.close());

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
  expect((await findWaitingMatches(context, broker)).find(({ match }) => match.id === id)?.waitsFor).toBe("need-ended");
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
