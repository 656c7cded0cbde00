import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Context } from "../../platform/context.ts";
import { createActor } from "../../testing/actors.ts";
import { createTestContext } from "../../testing/context.ts";
import { approveTranslation, reopenTranslation, returnTranslation, submitTranslation } from "./decide-translation.ts";
import { reviewSegments, saveSegment } from "./edit-segments.ts";
import { findTranslations, getSegmentHistory, getTranslation, listTranslations, startTranslation } from "./service.ts";
import type { Translation, TranslationSubject } from "./translation.ts";

let context: Context;
beforeAll(async () => {
  context = await createTestContext();
}, 60_000);
afterAll(() => context.database.close());

const translator = createActor("coordination", "iges");
const reviewer = createActor("technical", "jesc");
const ministry = createActor("ministry", "moej");

let subjects = 0;
function policy(changes: Partial<TranslationSubject> = {}): TranslationSubject {
  subjects += 1;
  return {
    kind: "policy",
    id: `policy-${subjects}`,
    title: "某市大气污染防治条例",
    language: "zh",
    visibility: "public",
    blocks: [
      { is: "heading", level: 2, text: "第一章　总则" },
      { is: "paragraph", text: "第一条　为了防治大气污染，制定本条例。本条例适用于本市行政区域。" },
      {
        is: "table",
        headerRows: 1,
        rows: [
          ["指标", "2017年"],
          ["PM2.5", "25%"],
        ],
      },
    ],
    ...changes,
  };
}

async function start(subject = policy()): Promise<Translation> {
  return getTranslation(context, translator, await startTranslation(context, translator, subject, "ja"));
}

async function translateAll(translation: Translation, actor = translator): Promise<Translation> {
  for (const { id: segment, version, source } of translation.segments)
    await saveSegment(context, actor, { translation: translation.id, segment, target: `訳：${source}`, version });
  return getTranslation(context, actor, translation.id);
}

test("a text is cut into its title, sentences and cells; begun again it is the same translation", async () => {
  const subject = policy();
  const { id, segments, progress } = await start(subject);
  expect(segments.map(({ path, source }) => [path.join("."), source])).toEqual([
    ["-1.0", "某市大气污染防治条例"],
    ["0.0", "第一章　总则"],
    ["1.0", "第一条　为了防治大气污染，制定本条例。"],
    ["1.1", "本条例适用于本市行政区域。"],
    ["2.0.0.0", "指标"],
    ["2.0.1.0", "2017年"],
    ["2.1.0.0", "PM2.5"],
    ["2.1.1.0", "25%"],
  ]);
  expect(progress).toEqual({ total: 8, empty: 8, machine: 0, edited: 0, reviewed: 0 });
  expect(await startTranslation(context, translator, subject, "ja")).toBe(id);
  await expect(startTranslation(context, translator, subject, "zh")).rejects.toMatchObject({ code: "invalid-input" });
  await expect(startTranslation(context, ministry, subject, "ja")).rejects.toMatchObject({ code: "forbidden" });
});

test("a save from an old version changes nothing and brings what is there now", async () => {
  const { id: translation, segments } = await start();
  const segment = segments[1]?.id ?? "";
  const first = await saveSegment(context, translator, { translation, segment, target: "第一章　総則", version: 1 });
  expect(first).toMatchObject({ state: "saved", segment: { mark: "edited", origin: "person", version: 2 } });
  const late = await saveSegment(context, reviewer, { translation, segment, target: "第1章", version: 1 });
  expect(late).toMatchObject({ state: "conflict", segment: { target: "第一章　総則", version: 2 } });
  const same = await saveSegment(context, translator, {
    translation,
    segment,
    target: " 第一章　総則\r\n",
    version: 1,
  });
  expect(same.state).toBe("same");
  const history = await getSegmentHistory(context, translator, translation, segment);
  expect(history.map(({ version, target }) => [version, target])).toEqual([[2, "第一章　総則"]]);
});

describe("two persons", () => {
  test("nobody reviews their own words; a change ends the review", async () => {
    const { id: translation, segments } = await start();
    const segment = segments[2]?.id ?? "";
    await saveSegment(context, translator, { translation, segment, target: "目的。", version: 1 });
    const own = await reviewSegments(context, translator, { translation, segments: [{ id: segment, version: 2 }] });
    expect(own).toEqual({ reviewed: [], refused: [{ segment, reason: "own" }] });
    const empty = segments[3]?.id ?? "";
    const result = await reviewSegments(context, reviewer, {
      translation,
      segments: [
        { id: segment, version: 2 },
        { id: empty, version: 1 },
      ],
    });
    expect(result).toEqual({ reviewed: [segment], refused: [{ segment: empty, reason: "not-edited" }] });
    const changed = await saveSegment(context, reviewer, { translation, segment, target: "目的、改。", version: 3 });
    expect(changed.segment).toMatchObject({ mark: "edited", reviewed: null, changed: { by: reviewer.userId } });
    const again = await reviewSegments(context, reviewer, { translation, segments: [{ id: segment, version: 4 }] });
    expect(again.refused).toEqual([{ segment, reason: "own" }]);
  });

  test("the database itself refuses a review by the translator", async () => {
    const { id, segments } = await translateAll(await start());
    await expect(
      context.database.pool.query(
        "update translation_segments set mark = 'reviewed', reviewed_by = changed_by where id = $1",
        [segments[0]?.id],
      ),
    ).rejects.toThrow(/check constraint/);
    await expect(
      context.database.pool.query("update translations set state = 'approved' where id = $1", [id]),
    ).rejects.toThrow(/without an audit row/);
  });

  test("the whole is submitted when nothing is open, and approved when all is reviewed, by somebody without words in it", async () => {
    const begun = await start();
    await expect(submitTranslation(context, translator, begun.id)).rejects.toMatchObject({
      details: { reason: "unfinished", empty: 8 },
    });
    const { id, segments } = await translateAll(begun);
    await submitTranslation(context, translator, id);
    await expect(approveTranslation(context, reviewer, id)).rejects.toMatchObject({
      details: { reason: "unreviewed" },
    });
    await reviewSegments(context, reviewer, { translation: id, segments });
    await expect(approveTranslation(context, translator, id)).rejects.toMatchObject({ details: { reason: "own" } });
    expect(await findTranslations(context, null, begun.subject)).toEqual([]);
    await approveTranslation(context, reviewer, id);
    const shown = await findTranslations(context, null, begun.subject);
    expect(shown).toMatchObject([{ id, state: "approved", targetTitle: "訳：某市大气污染防治条例" }]);
    const closed = segments[0];
    await expect(
      saveSegment(context, translator, { translation: id, segment: closed?.id ?? "", target: "x", version: 3 }),
    ).rejects.toMatchObject({ details: { reason: "approved" } });
    await reopenTranslation(context, reviewer, id);
    await expect(getTranslation(context, null, id)).rejects.toMatchObject({ code: "not-found" });
    await expect(returnTranslation(context, reviewer, id, "見直し")).rejects.toMatchObject({
      details: { reason: "state" },
    });
  });

  test("what is for members only is never shown to everybody", async () => {
    const begun = await translateAll(await start(policy({ visibility: "members" })));
    await submitTranslation(context, translator, begun.id);
    const { segments } = await getTranslation(context, reviewer, begun.id);
    await reviewSegments(context, reviewer, { translation: begun.id, segments });
    await approveTranslation(context, reviewer, begun.id);
    expect(await findTranslations(context, null, begun.subject)).toEqual([]);
    expect(await listTranslations(context, ministry, { state: "approved" })).toContainEqual(
      expect.objectContaining({ id: begun.id }),
    );
  });
});

test("the history of a segment cannot be changed", async () => {
  await translateAll(await start());
  await expect(context.database.pool.query("delete from segment_history")).rejects.toThrow(/append-only/);
});
