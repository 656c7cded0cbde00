import { findMessageKey, type MessageKey } from "../../../messages/message.ts";
import type { Context } from "../../../platform/context.ts";
import { type Actor, requirePermission } from "../../accounts/actor.ts";
import type { Who } from "../../audit/audit.ts";
import { change } from "../../audit/change.ts";
import { raiseRevision, refreshRevision } from "../../programme/revision.ts";
import { checkTerm } from "../check-term.ts";
import type { TermDomain } from "../sheets.ts";
import { upsertTerms } from "../store-terms.ts";
import { type Term, tidyTerm } from "../terms.ts";
import { getTerms, isSameTerm } from "../terms-service.ts";
import { type FileProblem, FileRefusal } from "./file-problem.ts";
import { type ReadTerm, readTbx } from "./tbx.ts";
import { readTermsCsv } from "./terms-csv.ts";

export interface TermsFile {
  format: "csv" | "tbx";
  bytes: Uint8Array;
  /** as its owner calls it */
  name?: string | undefined;
  /** for terms whose subject field is not one of ours */
  domain?: TermDomain;
  /** says what would happen */
  dryRun?: boolean;
}

export interface TermsTaken {
  added: number;
  changed: number;
  same: number;
  /** notes of the file that do not say their language, as those of older files */
  oneNotes: number;
  /** with any, nothing is taken over */
  problems: FileProblem[];
}

const mostProblems = 200;

/** Takes over terms from a file: all of them or, where one is wrong, none. Throws `forbidden`. */
export async function importTerms(context: Context, actor: Actor, file: TermsFile): Promise<TermsTaken> {
  requirePermission(actor, "translations.write");
  return takeTerms(context, actor, file);
}

/** The same for whoever runs this program. */
export async function takeTerms(context: Context, who: Who, file: TermsFile): Promise<TermsTaken> {
  const { read, problems } = await readFile(file);
  const present = new Map((await getTerms(context)).map((term) => [term.id, term]));
  const terms = checkAll(read, file.domain, present, problems);
  const changed = terms.filter((term) => {
    const before = present.get(term.id);
    return !before || !isSameTerm(before, term);
  });
  const added = changed.filter(({ id }) => !present.has(id)).length;
  const taken = {
    ...{ added, changed: changed.length - added, same: terms.length - changed.length },
    oneNotes: read.filter(({ oneNote, term }) => oneNote && Object.keys(term.note).length > 0).length,
    problems: problems.slice(0, mostProblems),
  };
  if (problems.length > 0 || changed.length === 0 || file.dryRun === true) return taken;
  await change(context, who, async (transaction, audit) => {
    await upsertTerms(transaction, changed, { by: who.userId ?? "command", at: context.clock.now() });
    await raiseRevision(transaction);
    audit({ action: "terms.imported", details: { format: file.format, added, changed: changed.length - added } });
  });
  await refreshRevision(context);
  return taken;
}

async function readFile({ format, bytes, name }: TermsFile): Promise<{ read: ReadTerm[]; problems: FileProblem[] }> {
  try {
    const { terms, problems } =
      format === "tbx" ? { terms: readTbx(bytes), problems: [] } : await readTermsCsv(bytes, name);
    if (terms.length === 0 && problems.length === 0) throw new FileRefusal("translationFile.nothing");
    return { read: terms.map((one) => ({ ...one, term: tidyTerm(one.term) })), problems };
  } catch (error) {
    if (!(error instanceof FileRefusal)) throw error;
    return { read: [], problems: [error.problem] };
  }
}

/** What the sheet's own check has told of a cell is not told again. */
function checkAll(
  read: readonly ReadTerm[],
  fallback: TermDomain | undefined,
  present: ReadonlyMap<string, Term>,
  problems: FileProblem[],
): Term[] {
  const told = new Set(problems.flatMap((one) => ("sheet" in one ? [`${one.sheet.line} ${one.sheet.column}`] : [])));
  const seen = new Set<string>();
  return read.flatMap(({ line, term, oneNote }) => {
    const add = (field: string, message: MessageKey) => {
      if (!told.has(`${line} ${field}`)) problems.push({ line, message, values: { id: term.id, field } });
    };
    const before = present.get(term.id);
    const domain = term.domain ?? before?.domain ?? fallback;
    // An older file must not take away what it could not hold.
    const note = oneNote ? { ...before?.note, ...term.note } : term.note;
    const found = checkTerm({ ...term, domain: domain ?? "law" });
    for (const { field, reason } of found)
      add(field, findMessageKey(`translationFile.term.${reason}`) ?? "translationFile.unit.incomplete");
    if (domain === undefined) add("domain", "translationFile.term.domain");
    if (seen.has(term.id)) add("id", "translationFile.term.repeated");
    seen.add(term.id);
    return domain === undefined || found.length > 0 ? [] : [{ ...term, note, domain }];
  });
}
