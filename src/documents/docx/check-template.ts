import { builtInPlaceholders } from "./built-in-placeholders.ts";
import type { TemplateReading } from "./read-template.ts";
import type { BraceProblem } from "./scan-braces.ts";
import type { TemplatePlace } from "./walk-paragraphs.ts";

export interface KnownPlaceholder {
  name: string;
  gives: "text" | "blocks";
  required: boolean;
}

/** What is wrong with a template; the words are the caller's. */
export type TemplateFinding =
  /** `similar`: the known name that was probably meant */
  | { code: "unknown-placeholder"; name: string; similar: string | null; place: TemplatePlace }
  | { code: "missing-placeholder"; name: string }
  /** it gives blocks and shares its paragraph with other text */
  | { code: "blocks-not-alone"; name: string; place: TemplatePlace }
  /** it gives blocks and stands in a header, a footer, a note or a text box */
  | { code: "blocks-outside-body"; name: string; place: TemplatePlace }
  | { code: "blocks-repeated"; name: string; places: TemplatePlace[] }
  | { code: "broken-braces"; problem: BraceProblem; text: string; place: TemplatePlace };

/** Names that every template may use are known without being listed. */
export function checkTemplate(
  reading: Pick<TemplateReading, "placeholders" | "broken">,
  placeholders: readonly KnownPlaceholder[],
): TemplateFinding[] {
  const known = new Map<string, KnownPlaceholder>(
    [...builtInPlaceholders, ...placeholders].map((placeholder) => [placeholder.name, placeholder]),
  );
  const used = reading.placeholders;
  const findings: TemplateFinding[] = used.flatMap(({ name, place, alone }): TemplateFinding[] => {
    const placeholder = known.get(name);
    if (!placeholder)
      return [{ code: "unknown-placeholder", name, similar: findSimilar(name, [...known.keys()]), place }];
    if (placeholder.gives === "text") return [];
    if (place.part !== "body") return [{ code: "blocks-outside-body", name, place }];
    return alone ? [] : [{ code: "blocks-not-alone", name, place }];
  });
  const broken = reading.broken.map((one): TemplateFinding => ({ code: "broken-braces", ...one }));
  const whole = [...known.values()].flatMap(({ name, gives, required }): TemplateFinding[] => {
    const places = used.filter((one) => one.name === name).map(({ place }) => place);
    if (places.length === 0) return required ? [{ code: "missing-placeholder", name }] : [];
    return gives === "blocks" && places.length > 1 ? [{ code: "blocks-repeated", name, places }] : [];
  });
  return [...findings, ...broken, ...whole];
}

/** A name that differs by one or two letters. */
function findSimilar(name: string, names: readonly string[]): string | null {
  const near = names
    .map((other) => ({ other, distance: measureDistance(name, other) }))
    .filter(({ other, distance }) => distance <= (other.length > 4 ? 2 : 1))
    .toSorted((a, b) => a.distance - b.distance);
  return near[0]?.other ?? null;
}

/** Levenshtein's distance. */
function measureDistance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  [...from].forEach((letter, position) => {
    const next = [position + 1];
    for (let index = 1; index <= to.length; index += 1)
      next.push(
        Math.min(
          (next[index - 1] ?? 0) + 1,
          (row[index] ?? 0) + 1,
          (row[index - 1] ?? 0) + (to[index - 1] === letter ? 0 : 1),
        ),
      );
    row = next;
  });
  return row[to.length] ?? 0;
}
