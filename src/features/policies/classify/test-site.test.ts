import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type PolicySite, startPolicySite } from "../../../testing/policy-site/policy-site.ts";
import type { TruthItem } from "../../../testing/policy-site/truth.ts";
import type { UnderstoodPage } from "../understand/model.ts";
import { readPage } from "../understand/read-page.ts";
import { stopReadingThreads } from "../understand/reading-threads.ts";
import type { Classification } from "./classification.ts";
import { classifyItem } from "./classify-item.ts";
import { findLinks } from "./find-links.ts";
import { findTargets, type ProposedTarget } from "./find-targets.ts";
import { readSampleKnowledge } from "./sample-knowledge.ts";
import { mostTopics } from "./tag-topics.ts";

interface Judged {
  truth: TruthItem;
  title: string;
  page: UnderstoodPage;
  found: Classification;
  targets: ProposedTarget[];
}

const knowledge = readSampleKnowledge();
const judged: Judged[] = [];
let site: PolicySite;

beforeAll(async () => {
  site = await startPolicySite();
  const sources = new Map(site.sources.map((source) => [source.id, source]));
  for (const truth of site.truth) {
    const page = await read(truth.url);
    const title = page.fields.title?.value ?? "";
    const source = sources.get(truth.sources[0] ?? "");
    const found = classifyItem(
      {
        title,
        blocks: page.blocks,
        documentNumber: page.fields.documentNumber?.value ?? null,
        bodyNames: page.fields.bodies?.value ?? [],
        subjectCategory: null,
        source: source ? { body: source.body, region: source.region, tier: source.tier } : null,
      },
      knowledge,
    );
    const setting = { published: truth.published, regions: found.regions.map(({ id }) => id), title };
    judged.push({ truth, title, page, found, targets: findTargets(page.blocks, setting, knowledge) });
  }
});
afterAll(async () => {
  await site.close();
  await stopReadingThreads();
});

async function read(url: string): Promise<UnderstoodPage> {
  const response = await fetch(url);
  const type = response.headers.get("content-type") ?? "";
  return readPage({
    url,
    mediaType: type.split(";")[0] ?? "",
    charset: /charset=([\w-]+)/.exec(type)?.[1] ?? null,
    content: new Uint8Array(await response.arrayBuffer()),
    hints: {},
    remembered: [],
  });
}

/** Rules are not people: what they must reach stands here, what they reach in bench/README.md. */
describe("a month of publications, against what a perfect reader would say", () => {
  const share = (isRight: (one: Judged) => boolean) => judged.filter(isRight).length / judged.length;

  const isOf =
    (topics: readonly string[]) =>
    ({ id }: { id: string }) =>
      topics.includes(id);

  test("kinds", () => {
    expect(share(({ truth, found }) => found.kind?.value === truth.kind)).toBeGreaterThan(0.93);
  });

  test("regions", () => {
    const sorted = (ids: readonly string[]) => ids.toSorted().join();
    expect(
      share(({ truth, found }) => sorted(found.regions.map(({ id }) => id)) === sorted(truth.regions)),
    ).toBeGreaterThan(0.9);
  });

  test("topics", () => {
    const right = judged.reduce((sum, { truth, found }) => sum + found.topics.filter(isOf(truth.topics)).length, 0);
    const given = judged.reduce((sum, { found }) => sum + found.topics.length, 0);
    // Of a plan with two dozen topics only the weightiest are given.
    const wanted = judged.reduce((sum, { truth }) => sum + Math.min(truth.topics.length, mostTopics), 0);
    expect(Math.max(...judged.map(({ found }) => found.topics.length))).toBeLessThanOrEqual(mostTopics + 1);
    expect(right / wanted, "recall").toBeGreaterThan(0.86);
    expect(right / given, "precision").toBeGreaterThan(0.72);
    const isWhole = ({ truth, found }: Judged) => truth.topics.every((topic) => found.topics.some(isOf([topic])));
    expect(share(isWhole), "pages with every topic").toBeGreaterThan(0.74);
  });

  test("everything with a topic of the air is kept, and nothing about water, soil or staff", () => {
    const wrong = judged.filter(({ truth, found }) => found.isAboutAir !== truth.topics.length > 0);
    expect(wrong.map(({ title }) => title)).toEqual([]);
  });

  test("targets", () => {
    const key = ({ indicator, value, region, targetYear }: Partial<ProposedTarget>) =>
      `${region ?? ""} ${indicator} ${Math.abs(value ?? 0)} ${targetYear ?? ""}`;
    const wanted = judged.flatMap(({ truth, targets }) => truth.targets.map((target) => ({ target, targets })));
    const missed = wanted.filter(
      ({ target, targets }) => !targets.some((one) => key(one) === key(target as ProposedTarget)),
    );
    expect(wanted.length).toBeGreaterThan(30);
    expect(missed.length / wanted.length).toBeLessThan(0.05);
    // What a month of news, statistics and notices states in numbers is no target.
    const others = judged.filter(({ truth }) => !["plan", "law", "notice", "standard"].includes(truth.kind));
    expect(others.flatMap(({ targets }) => targets.map(({ sentence }) => sentence))).toEqual([]);
  });

  test("links by number and by title", () => {
    const candidates = judged.map(({ truth, title }) => ({
      id: truth.id,
      title,
      documentNumber: truth.documentNumber,
      day: truth.published,
    }));
    for (const { truth, title, page } of judged) {
      const { id, documentNumber, published: day } = truth;
      const links = findLinks({ id, title, documentNumber, blocks: page.blocks, day }, candidates);
      const said = (kind: string) => links.filter((link) => link.kind === kind).map(({ target }) => target);
      for (const target of truth.amends ?? []) expect(said("amends"), title).toContain(target);
      for (const target of truth.repeals ?? []) expect(said("repeals"), title).toContain(target);
      for (const target of truth.implements ?? []) expect(said("implements"), title).toContain(target);
      // Of a plan that two sites carry either may be met.
      if (truth.interprets) expect(said("interprets").length, title).toBe(1);
    }
  });
});
