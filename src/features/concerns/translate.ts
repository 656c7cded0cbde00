import { AppError } from "../../core/errors.ts";
import { type Language, languages } from "../../core/language.ts";
import type { Localized } from "../../core/localized.ts";
import type { Context } from "../../platform/context.ts";
import type { Actor } from "../accounts/actor.ts";
import { change } from "../audit/change.ts";
import { raiseRevision, refreshRevision } from "../programme/revision.ts";
import { findStanding, type Standing } from "../records/access.ts";
import { keepsForUnnamed, raisesFor, respondsFor } from "./access.ts";
import type { Concern } from "./concern.ts";
import { getConcern } from "./service.ts";
import { lockConcern } from "./store.ts";

/** Of which words of a concern: its own, those of a response or of a judgement. */
export interface Passage {
  is: "text" | "response" | "judgement";
  /** null for the concern itself */
  id: number | null;
  text: Localized;
  /** in which it was written; null where nobody wrote down which */
  original: Language | null;
  /** whose words they are */
  organisation: string | null;
}

export function listPassages(concern: Concern): Passage[] {
  const { text, language, organisation, responses, judgements } = concern;
  return [
    { is: "text", id: null, text, original: language, organisation },
    ...responses.map((one): Passage => ({ is: "response", ...one, original: one.language })),
    ...judgements
      .filter(({ note }) => Object.keys(note).length > 0)
      .map((one): Passage => ({ is: "judgement", ...one, text: one.note, original: one.language })),
  ];
}

/** Languages in which nobody has written it; nothing where there are no words. */
export function findMissing({ text }: Pick<Passage, "text">): Language[] {
  return languages.filter((language) => !text[language]?.trim());
}

/** The coordinating institute translates everything, every organisation its own words. */
export function listTranslatable(standing: Standing, concern: Concern): Passage[] {
  if (concern.state === "withdrawn") return [];
  const own = [...raisesFor(standing), ...[respondsFor(standing)].flatMap((one) => one ?? [])];
  return listPassages(concern).filter(
    (passage) =>
      findMissing(passage).length > 0 &&
      (keepsForUnnamed(standing) || (passage.organisation !== null && own.includes(passage.organisation))),
  );
}

export function keyOfPassage({ is, id }: Pick<Passage, "is" | "id">): string {
  return id === null ? is : `${is}-${id}`;
}

export interface NewTranslations {
  concern: string;
  /** by keyOfPassage; only what is missing is taken */
  texts: ReadonlyMap<string, Localized>;
  /** of the concern as the form showed it */
  revision: number;
}

/**
 * Adds translations beside the words as they were written, which nobody changes here. Throws `forbidden`, `not-found`, `invalid-input`
 * {reason: "text"} where nothing was written, `conflict` {reason: "changed"}.
 */
export async function translateConcern(context: Context, actor: Actor, input: NewTranslations): Promise<void> {
  const standing = await findStanding(context, actor);
  const concern = await getConcern(context, actor, input.concern);
  const translatable = listTranslatable(standing, concern);
  if (translatable.length === 0) throw new AppError("forbidden", { kind: "concern" });
  const added = translatable.flatMap((passage) => {
    const typed = input.texts.get(keyOfPassage(passage)) ?? {};
    const filled = findMissing(passage).flatMap((language) => {
      const text = typed[language]?.trim();
      return text ? [[language, text] as const] : [];
    });
    return filled.length === 0 ? [] : [{ passage, languages: filled.map(([language]) => language), filled }];
  });
  if (added.length === 0) throw new AppError("invalid-input", { reason: "text" });
  await change(context, actor, async (transaction, audit) => {
    const locked = await lockConcern(transaction, concern.id);
    if (locked?.revision !== input.revision || concern.revision !== input.revision)
      throw new AppError("conflict", { reason: "changed" });
    const revision = { changed_at: context.clock.now(), revision: locked.revision + 1 };
    const own = added.find(({ passage }) => passage.is === "text");
    await transaction
      .updateTable("concern_items")
      .set({ ...revision, ...(own && { text: merge(own.passage, own.filled) }) })
      .where("id", "=", concern.id)
      .execute();
    for (const { passage, filled } of added) {
      const { is, id } = passage;
      if (id === null) continue;
      const text = merge(passage, filled);
      if (is === "response")
        await transaction.updateTable("concern_responses").set({ text }).where("id", "=", id).execute();
      else await transaction.updateTable("concern_judgements").set({ note: text }).where("id", "=", id).execute();
    }
    audit({
      action: "concern.translated",
      subject: `concern/${concern.id}`,
      details: { passages: added.length, languages: [...new Set(added.flatMap((one) => one.languages))].join(" ") },
    });
    await raiseRevision(transaction);
  });
  await refreshRevision(context);
}

function merge({ text }: Passage, filled: readonly (readonly [Language, string])[]): string {
  return JSON.stringify({ ...text, ...Object.fromEntries(filled) });
}
