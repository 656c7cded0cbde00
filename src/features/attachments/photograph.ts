import { AppError } from "../../core/errors.ts";
import { type Language, languages } from "../../core/language.ts";
import type { Localized } from "../../core/localized.ts";

/** An attached image that its sender gave words to, for pages and documents. */
export interface Photograph {
  /** of the attachment */
  id: string;
  sha256: string;
  mediaType: ImageType;
  /** pixels */
  width: number;
  height: number;
  caption: Localized;
  alt: Localized;
  credit: string | null;
}

/** What people write with a photograph. */
export interface PhotographText {
  caption: Localized;
  alt: Localized;
  credit: string | null;
  /** shown with the public record and in public documents */
  published: boolean;
}

export const imageTypes = ["image/jpeg", "image/png", "image/webp"] as const;
export type ImageType = (typeof imageTypes)[number];

export function isImageType(mediaType: string): mediaType is ImageType {
  return (imageTypes as readonly string[]).includes(mediaType);
}

/** Pixels across of the versions that pages offer; never wider than the photograph itself. */
export const shownWidths = [480, 960, 1600] as const;

export const longestCaption = 120;
/** A screen reader says it in one breath or two. */
export const longestAlt = 250;
export const longestCredit = 60;

export type PhotographField = `caption_${Language}` | `alt_${Language}` | "credit" | "photograph" | "published";
export type PhotographProblem = "none" | "long" | "no-image" | "not-public";

export type PhotographProblems = Partial<Record<PhotographField, PhotographProblem>>;

/** What was written cannot stay as it is: says why, by field. */
export class UnfitPhotograph extends AppError {
  readonly problems: PhotographProblems;
  constructor(problems: PhotographProblems) {
    super("invalid-input", { reason: "photograph", fields: problems });
    this.problems = problems;
  }
}

/** What is wrong with the words, field by field; empty where nothing is. */
export function checkPhotographText(text: PhotographText): PhotographProblems {
  const problems: PhotographProblems = {};
  for (const [name, limit] of [
    ["caption", longestCaption],
    ["alt", longestAlt],
  ] as const) {
    if (languages.every((language) => !text[name][language])) problems[`${name}_${languages[0]}`] = "none";
    for (const language of languages)
      if ([...(text[name][language] ?? "")].length > limit) problems[`${name}_${language}`] = "long";
  }
  if ([...(text.credit ?? "")].length > longestCredit) problems.credit = "long";
  return problems;
}

/** The sizes in which a page may ask for it, smallest first, with the pixels across that it really gets. */
export function offeredSizes({ width }: Pick<Photograph, "width">): { asked: number; width: number }[] {
  const fitting = shownWidths.filter((_, index) => width > (shownWidths[index - 1] ?? 0));
  return fitting.map((asked) => ({ asked, width: Math.min(asked, width) }));
}
