import type { Language } from "../../core/language.ts";

/** Twips: twentieths of a point. A4 is 11906 by 16838. */
export const page = {
  short: 11906,
  long: 16838,
  margins: { top: 1418, right: 1191, bottom: 1304, left: 1191, header: 709, footer: 624 },
} as const;

export const textWidth = page.short - page.margins.left - page.margins.right;
export const landscapeTextWidth = page.long - page.margins.left - page.margins.right;

export const twipsPerMillimetre = 1440 / 25.4;
/** English metric units, in which Word measures images. */
export const emusPerTwip = 635;

/** Half-points. 10.5 pt is the usual size of Japanese official documents; Chinese text looks smaller and is set larger. */
export const sizes: Record<Language, { body: number; table: number; small: number; title: number }> = {
  ja: { body: 21, table: 17, small: 18, title: 40 },
  zh: { body: 24, table: 20, small: 19, title: 44 },
  en: { body: 21, table: 18, small: 18, title: 44 },
};

export const headingSizes: readonly number[] = [30, 25, 22];

/**
 * Exact heights of a line of text, in twips. Fonts of the three countries have very different heights of their own (Yu Gothic
 * 1.7, Calibri 1.2), and a line with a name in another language must not stand apart.
 */
export const lineHeights: Record<Language, number> = { ja: 360, zh: 440, en: 310 };
export const tableLineHeights: Record<Language, number> = { ja: 250, zh: 270, en: 270 };

/** Those of src/web/styles/tokens.css, as the PDF has them. */
export const colors = {
  ink: "00234B",
  home: "0055AD",
  text: "1A1A1A",
  quiet: "4D4D4D",
  rule: "9FABB9",
  headingFill: "E1EBF5",
  labelFill: "F3F6F9",
  totalFill: "F3F6F9",
  /** planned and adjusting rows */
  plannedFill: "E4E7EB",
} as const;
