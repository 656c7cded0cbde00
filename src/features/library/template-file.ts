import { AppError } from "../../core/errors.ts";
import type { Language } from "../../core/language.ts";
import { checkTemplate, type TemplateFinding as FoundInTemplate } from "../../documents/docx/check-template.ts";
import { type UnusableReason, UnusableTemplate } from "../../documents/docx/package.ts";
import { readTemplate, type TemplateReading } from "../../documents/docx/read-template.ts";
import type { TemplatePlace } from "../../documents/docx/walk-paragraphs.ts";
import type { Block } from "../../documents/report.ts";
import { message } from "../../messages/message.ts";
import type { Placeholder } from "../reports/report-kind.ts";

/** Something to mend (`error`: the template is not used) or to know, in words that name its place. */
export interface TemplateFinding {
  severity: "error" | "remark";
  text: string;
}

/** The outline of a template, for the PDF. Throws `invalid-input` as readUsable does. */
export async function readTemplateOutline(bytes: Uint8Array): Promise<Block[]> {
  return (await readUsable(bytes)).outline;
}

/** What a template holds and what is wrong with it, for a reader of the language. Throws `invalid-input` as readUsable does. */
export async function inspectTemplate(
  bytes: Uint8Array,
  placeholders: readonly Placeholder[],
  language: Language,
): Promise<{ outline: Block[]; findings: TemplateFinding[] }> {
  const reading = await readUsable(bytes);
  const findings = checkTemplate(reading, placeholders).map((finding) => describeFinding(finding, language));
  return { outline: reading.outline, findings: [...findings, ...describeRemarks(reading, language)] };
}

const reasons: Record<UnusableReason, string> = {
  "not-a-docx": "type",
  damaged: "damaged",
  "too-large": "damaged",
  macros: "active",
  "old-or-encrypted": "old-office",
};

/** Throws `invalid-input` {reason: "type" | "damaged" | "active" | "old-office"} for what no template can be. */
async function readUsable(bytes: Uint8Array): Promise<TemplateReading> {
  try {
    return await readTemplate(bytes);
  } catch (error) {
    if (!(error instanceof UnusableTemplate)) throw error;
    throw new AppError("invalid-input", { reason: reasons[error.reason] });
  }
}

function describeFinding(finding: FoundInTemplate, language: Language): TemplateFinding {
  const error = (text: string): TemplateFinding => ({ severity: "error", text });
  const at = (place: TemplatePlace) => describePlace(place, language);
  switch (finding.code) {
    case "unknown-placeholder": {
      const values = { name: inBraces(finding.name), place: at(finding.place) };
      return error(
        finding.similar === null
          ? message(language, "library.finding.unknown", values)
          : message(language, "library.finding.unknownSimilar", { ...values, similar: inBraces(finding.similar) }),
      );
    }
    case "missing-placeholder":
      return error(message(language, "library.finding.missing", { name: inBraces(finding.name) }));
    case "blocks-not-alone":
    case "blocks-outside-body":
      return error(
        message(language, `library.finding.${finding.code}`, {
          name: inBraces(finding.name),
          place: at(finding.place),
        }),
      );
    case "blocks-repeated":
      return error(
        message(language, "library.finding.blocks-repeated", {
          name: inBraces(finding.name),
          places: finding.places.map(at).join(message(language, "list.separator")),
        }),
      );
    case "broken-braces": {
      const text = message(language, `library.finding.braces.${finding.problem}`, {
        text: finding.text,
        place: at(finding.place),
      });
      // Somebody may mean single braces as such.
      return { severity: finding.problem === "single" ? "remark" : "error", text };
    }
  }
}

function describeRemarks({ wordOnly, missingStyles }: TemplateReading, language: Language): TemplateFinding[] {
  const remarks = wordOnly.map(({ kind, place }) =>
    message(language, "library.finding.wordOnly", {
      what: message(language, `library.finding.only.${kind}`),
      place: describePlace(place, language),
    }),
  );
  if (missingStyles.length > 0)
    remarks.push(
      message(language, "library.finding.styles", {
        names: missingStyles.map(({ name }) => name).join(message(language, "list.separator")),
      }),
    );
  return [...new Set(remarks)].map((text) => ({ severity: "remark", text }));
}

/** 「本文の第12段落（見出し「1 概要」、「本年度は…」）」 */
function describePlace({ part, paragraph, heading, start }: TemplatePlace, language: Language): string {
  const where = message(language, `library.finding.part.${part}`, { paragraph });
  return heading === null
    ? message(language, "library.finding.place", { where, start })
    : message(language, "library.finding.placeUnder", { where, heading, start });
}

function inBraces(name: string): string {
  return `{{${name}}}`;
}
