import type { ReportValue } from "../../../documents/report.ts";
import { message } from "../../../messages/message.ts";
import { paragraph } from "../compose/blocks.ts";
import type { Study } from "../compose/study.ts";

/** A part of which nothing is on record says so where its heading stands in the template. */
export function sayNone(values: Record<string, ReportValue>, { language }: Study): Record<string, ReportValue> {
  const none = paragraph(message(language, "report.sentence.noneOnRecord"));
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) =>
      "blocks" in value && value.blocks.length === 0 ? [name, { blocks: [none] }] : [name, value],
    ),
  );
}
