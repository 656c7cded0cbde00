import { createHash } from "node:crypto";
import type { TranslationSubject } from "./translation.ts";

/** Tells whether a source is still the one that was cut into segments. */
export function hashSource({ title, blocks }: Pick<TranslationSubject, "title" | "blocks">): string {
  // Keys in a fixed order: the database keeps them in one of its own.
  const plain = blocks.map((block) =>
    block.is === "table" ? [block.is, block.headerRows, block.rows] : [block.is, block.text],
  );
  return createHash("sha256")
    .update(JSON.stringify([title, plain]))
    .digest("hex");
}
