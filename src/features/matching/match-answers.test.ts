import { afterAll, beforeAll, expect, test } from "vitest";
import { write } from "../../db/transaction.ts";
import type { Context } from "../../platform/context.ts";
import {
  broker,
  fails,
  fukuoka,
  guangdong,
  hyogo,
  type MatchScene,
  openMatchScene,
} from "../../testing/match-scene.ts";
import type { NeedInput } from "../needs/check-need.ts";
import { correctNeed } from "../needs/save-need.ts";
import { getNeed } from "../needs/service.ts";
import { getDirectory } from "../organisations/directory.ts";
import { consultSides, explainMatch } from "./broker-match.ts";
import { replaceOffer } from "./replace-offer.ts";
import { findReach, getMatch } from "./service.ts";

let context: Context;
let makeNeed: MatchScene["makeNeed"];
let propose: MatchScene["propose"];
let answer: MatchScene["answer"];
let readMails: MatchScene["readMails"];
beforeAll(async () => {
  ({ context, makeNeed, propose, answer, readMails } = await openMatchScene());
}, 90_000);
afterAll(() => context.database.close());

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
