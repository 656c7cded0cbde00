import { afterAll, beforeAll, expect, test } from "vitest";
import type { Context } from "../../platform/context.ts";
import { createActor } from "../../testing/actors.ts";
import { createTestContext } from "../../testing/context.ts";
import { reviewSegments, saveSegment } from "./edit-segments.ts";
import { getRemovedSegments, getTranslation, startTranslation } from "./service.ts";
import type { TranslationSubject } from "./translation.ts";
import { updateSource } from "./update-source.ts";

let context: Context;
beforeAll(async () => {
  context = await createTestContext();
}, 60_000);
afterAll(() => context.database.close());

const translator = createActor("coordination", "iges");
const reviewer = createActor("technical", "jesc");

const subject = (paragraphs: string[]): TranslationSubject => ({
  ...{ kind: "text", id: "law", title: "条例", language: "zh", visibility: "public" },
  blocks: paragraphs.map((text) => ({ is: "paragraph", text })),
});

test("a source that changed keeps what is the same, unchecks what was reworded, and loses nothing", async () => {
  const id = await startTranslation(
    context,
    translator,
    subject([
      "第一条　为了防治大气污染，制定本条例。适用本条例。",
      "第二条　处一万元以下的罚款。",
      "第三条　适用本条例。将来删除的条款在这里。",
    ]),
    "ja",
  );
  const before = await getTranslation(context, translator, id);
  for (const { id: segment, version, source } of before.segments)
    await saveSegment(context, translator, { translation: id, segment, target: `訳${source}`, version });
  const written = await getTranslation(context, translator, id);
  await reviewSegments(context, reviewer, { translation: id, segments: written.segments });

  const update = await updateSource(
    context,
    translator,
    id,
    subject([
      "第一条　为了防治大气污染，制定本条例。适用本条例。",
      "新增的一条，与其他条款完全不同。",
      "第二条　处十万元以下的罚款。",
      "第三条　适用本条例。",
    ]),
  );
  expect(update).toEqual({ changed: true, same: 4, reworded: 1, added: 1, removed: 1 });
  const { segments, state } = await getTranslation(context, translator, id);
  expect(state).toBe("open");
  expect(segments.map(({ source, target, mark }) => [source, target, mark])).toEqual([
    ["条例", "訳条例", "reviewed"],
    ["第一条　为了防治大气污染，制定本条例。", "訳第一条　为了防治大气污染，制定本条例。", "reviewed"],
    ["适用本条例。", "訳适用本条例。", "reviewed"],
    ["新增的一条，与其他条款完全不同。", "", "empty"],
    ["第二条　处十万元以下的罚款。", "訳第二条　处一万元以下的罚款。", "machine"],
    ["第三条　适用本条例。", "訳第三条　适用本条例。", "reviewed"],
  ]);
  const removed = await getRemovedSegments(context, translator, id);
  expect(removed.map(({ target }) => target)).toEqual(["訳将来删除的条款在这里。"]);
  expect(
    await updateSource(
      context,
      translator,
      id,
      subject([
        "第一条　为了防治大气污染，制定本条例。适用本条例。",
        "新增的一条，与其他条款完全不同。",
        "第二条　处十万元以下的罚款。",
        "第三条　适用本条例。",
      ]),
    ),
  ).toMatchObject({ changed: false });
});
