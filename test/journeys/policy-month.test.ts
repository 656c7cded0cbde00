import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { read } from "../../src/db/transaction.ts";
import { textOfBlocks } from "../../src/features/policies/blocks.ts";
import type { PolicyItem, PolicyTarget } from "../../src/features/policies/item.ts";
import { toItem } from "../../src/features/policies/item-row.ts";
import { listTargets } from "../../src/features/policies/store.ts";
import { stopReadingThreads } from "../../src/features/policies/understand/reading-threads.ts";
import { getBoard } from "../../src/features/sources/board.ts";
import { getCoverage } from "../../src/features/sources/coverage.ts";
import type { Context } from "../../src/platform/context.ts";
import { createDeskContext, liveThroughDay } from "../../src/testing/policy-desk.ts";
import { type PolicySite, startPolicySite } from "../../src/testing/policy-site/policy-site.ts";
import type { TruthItem } from "../../src/testing/policy-site/truth.ts";

/** Each list is read some days late, the last time before Tangshan's bureau rebuilds its site on the day before. */
const days = ["01", "05", "08", "12", "15", "17", "20", "25", "30"].map((day) => `2016-04-${day}`);

interface Judged {
  truth: TruthItem;
  item: PolicyItem;
}

let site: PolicySite;
let context: Context;
/** publications that a perfect reader finds, by their ids */
let expected: Map<string, TruthItem>;
let judged: Judged[];
let items: PolicyItem[];
/** id of the truth of an item */
let named: Map<string, string>;

beforeAll(async () => {
  site = await startPolicySite({ day: "2016-04-01" });
  context = await createDeskContext(site);
  for (const day of days) await liveThroughDay(context, site, day);
  expected = new Map(site.truth.filter(({ afterRedesign }) => !afterRedesign).map((truth) => [truth.id, truth]));
  const found = await context.database.db
    .selectFrom("policy_items")
    .selectAll()
    .where("origin", "=", "fetched")
    .execute();
  items = found.map(toItem);
  judged = items.flatMap((item) => {
    const truth = site.truth.find(({ url }) => url === item.url);
    return truth ? [{ truth, item }] : [];
  });
  named = new Map(judged.map(({ truth, item }) => [item.id, truth.id]));
});
afterAll(async () => {
  await site.close();
  await stopReadingThreads();
  await context.database.close();
});

/** A month of a dozen sites, from the lists to what the desk is shown, against what a perfect reader would say. */
describe("a month of publications", () => {
  const tell = <Value>(of: (one: Judged) => Value) =>
    Object.fromEntries(judged.map((one) => [one.truth.id, of(one)] as const));
  const wrong = (isRight: (one: Judged) => boolean) =>
    judged.filter((one) => !isRight(one)).map(({ truth }) => truth.id);

  test("each publication is found once, and what robots.txt forbids never asked for", () => {
    expect(items.map(({ url }) => url).toSorted()).toEqual([...expected.values()].map(({ url }) => url).toSorted());
    const brought = site.requests.filter(({ status }) => status === 200).map(({ path }) => path);
    const articles = [...expected.values()].flatMap(({ url, attachments }) => [
      new URL(url).pathname + new URL(url).search,
      ...attachments.map((attachment) => new URL(attachment.url).pathname),
    ]);
    expect(articles.filter((path) => brought.filter((other) => other === path).length !== 1)).toEqual([]);
    expect(site.requests.filter(({ path }) => path.includes("/neibu/"))).toEqual([]);
  });

  test("titles, numbers, bodies and both dates are those of the document", () => {
    expect(tell(({ item }) => item.title.zh)).toEqual(tell(({ truth }) => truth.title));
    expect(tell(({ item }) => item.documentNumber)).toEqual(tell(({ truth }) => truth.documentNumber));
    expect(tell(({ item }) => item.bodyNames)).toEqual(tell(({ truth }) => truth.bodies));
    expect(tell(({ item: { written, published } }) => ({ written, published }))).toEqual(
      tell(({ truth: { written, published } }) => ({ written, published })),
    );
  });

  test("every paragraph is in the text, and every attachment kept, read where it can be", () => {
    const plain = (text: string) => text.replace(/\s/g, "");
    const lost = judged.flatMap(({ truth, item }) => {
      const text = plain(textOfBlocks(item.blocks));
      // A title that stands over the text once more is the title.
      return truth.paragraphs.filter((paragraph) => paragraph !== truth.title && !text.includes(plain(paragraph)));
    });
    expect(lost).toEqual([]);
    // In the truth a line of a table stands between bars.
    const words = (text: string | null) => text && plain(text).replaceAll("|", "");
    expect(
      tell(({ item }) =>
        item.attachments.map(({ url, sha256, text }) => ({ url, isKept: sha256 !== null, text: words(text) })),
      ),
    ).toEqual(
      tell(({ truth }) => truth.attachments.map(({ url, text }) => ({ url, isKept: true, text: words(text) }))),
    );
    expect(judged.flatMap(({ item }) => item.attachments).length).toBeGreaterThan(5);
  });

  test("what is about the air waits for the desk, the rest is put aside", () => {
    expect(tell(({ item }) => item.state)).toEqual(
      tell(({ truth }) => (truth.topics.length > 0 ? "found" : "dropped")),
    );
  });

  test("kinds, regions and topics are proposed as rules can", () => {
    const same = (a: readonly string[], b: readonly string[]) => a.toSorted().join() === b.toSorted().join();
    const ids = (tags: readonly { id: string }[]) => tags.map(({ id }) => id);
    expect(wrong(({ truth, item }) => truth.kind === item.kind).length / judged.length).toBeLessThan(0.05);
    expect(wrong(({ truth, item }) => same(truth.regions, ids(item.regions))).length / judged.length).toBeLessThan(0.1);
    const hits = judged.flatMap(({ truth, item }) => ids(item.topics).filter((id) => truth.topics.includes(id)));
    // Topics of the truth are those of a reader who knows what dust and boilers have to do with PM2.5.
    expect(hits.length / judged.flatMap(({ item }) => item.topics).length).toBeGreaterThan(0.7);
    // A plan of 21 topics is given its twelve weightiest, so that they say something.
    expect(hits.length / judged.flatMap(({ truth }) => truth.topics).length).toBeGreaterThan(0.8);
  });

  test("reposts stand behind the official original", () => {
    const head = ({ item }: Judged) => (item.group === null ? null : named.get(item.group));
    const originals = new Set([...expected.values()].flatMap(({ duplicateOf }) => duplicateOf ?? []));
    expect(originals.size).toBeGreaterThan(1);
    expect(tell((one) => ({ head: head(one), isOriginal: one.item.isOriginal }))).toEqual(
      tell(({ truth: { id, duplicateOf } }) => ({
        head: duplicateOf ?? (originals.has(id) ? id : null),
        isOriginal: duplicateOf === undefined,
      })),
    );
  });

  test("interpretations, amendments, repeals and plans that carry out others are linked", async () => {
    const rows = await context.database.db.selectFrom("item_links").selectAll().execute();
    // That a repost names its original is why it stands behind it.
    const headOf = new Map(items.map(({ id, group }) => [id, group]));
    const links = rows.filter(({ item, target }) => named.has(item) && headOf.get(item) !== target);
    const said = links.map(({ item, kind, target }) => `${named.get(item)} ${kind} ${named.get(target) ?? target}`);
    const stated = [...expected.values()].flatMap((truth) => [
      ...(truth.interprets ?? []).map((target) => `${truth.id} interprets ${target}`),
      ...(truth.amends ?? []).map((target) => `${truth.id} amends ${target}`),
      ...(truth.repeals ?? []).map((target) => `${truth.id} repeals ${target}`),
      ...(truth.implements ?? []).map((target) => `${truth.id} implements ${target}`),
      // Whose text says that the former one ends with it.
      ...(truth.versionOf ? [`${truth.id} replaces ${truth.versionOf}`] : []),
    ]);
    expect(stated.length).toBeGreaterThan(5);
    expect(said.filter((link) => !link.includes(" mentions ")).toSorted()).toEqual(stated.toSorted());
  });

  test("targets are proposed with their sentences, and with nothing that is none", async () => {
    const proposed = (
      await read(context.database, (transaction) => listTargets(transaction, { members: true }))
    ).filter(({ item }) => named.has(item));
    type Told = Pick<PolicyTarget, "indicator" | "value" | "unit" | "targetYear" | "region">;
    const key = (item: string | undefined, { indicator, value, unit, targetYear, region }: Told) =>
      [item, indicator, Math.abs(value), unit, targetYear, region].join(" ");
    const said = new Set(proposed.map((target) => key(named.get(target.item), target)));
    const stated = judged.flatMap(({ truth }) =>
      truth.targets.map((target) => key(truth.id, { ...target, region: target.region ?? null })),
    );
    expect(stated.length).toBeGreaterThan(50);
    expect(stated.filter((one) => !said.has(one)).length / stated.length).toBeLessThan(0.02);
    // A person confirms or rejects: what is too much is a click, what is missed a page to read.
    expect(said.size - stated.length).toBeLessThan(10);
    for (const { item, sentence } of proposed) {
      const text = textOfBlocks(items.find(({ id }) => id === item)?.blocks ?? []).replace(/\s/g, "");
      expect(text).toContain(sentence?.replace(/\s/g, ""));
    }
  });

  test("the board and the month's coverage say what was asked and what came", async () => {
    const board = await getBoard(context);
    const suspicious = board.filter(({ state }) => state === "suspicious").map(({ source }) => source.id);
    expect(suspicious).toEqual(["test-tangshan-gzdt"]);
    const coverage = await getCoverage(context, { from: "2016-04-01", to: "2016-04-30" });
    expect(coverage.map(({ source }) => source).toSorted()).toEqual(site.sources.map(({ id }) => id).toSorted());
    for (const { source, checks, fresh, failed, state } of coverage) {
      const mine = [...expected.values()].filter(({ sources }) => sources.includes(source)).length;
      expect({ source, checks, failed, state }).toEqual({
        ...{ source, checks: days.length, failed: 0 },
        state: source === "test-tangshan-gzdt" ? "suspicious" : "new",
      });
      // An address that two lists lead to is counted with the one that was read first.
      expect(fresh, source).toBeLessThanOrEqual(mine + 1);
    }
    // The page that Hebei's robots.txt forbids is on its list, and stays there.
    const ofMonth = [...expected.values()].filter(({ published }) => published >= "2016-04-01");
    expect(coverage.reduce((sum, { fresh }) => sum + fresh, 0)).toBe(ofMonth.length + 1);
  });
});
