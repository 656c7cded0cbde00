import { AppError } from "../../core/errors.ts";
import { read, type WriteTransaction } from "../../db/transaction.ts";
import type { Context } from "../../platform/context.ts";
import { type Actor, requirePermission } from "../accounts/actor.ts";
import { change } from "../audit/change.ts";
import { raiseRevision, refreshRevision } from "../programme/revision.ts";
import { checkDeclaration, type DeclarationForm, type FieldProblems } from "./check-declaration.ts";
import type { Source, SourceDeclaration } from "./source.ts";
import { readReference, readSources, removeDeskSource, type SourceReference, saveDeskSource } from "./store.ts";
import { resetLook } from "./store-looks.ts";

export { getCoverage, type SourceCoverage } from "./coverage.ts";

/** Everything that is watched, in the order of the programme's list; what the desk added follows. */
export function listSources(context: Pick<Context, "database">): Promise<Source[]> {
  return read(context.database, readSources);
}

/** Throws `not-found`. */
export async function getSource(context: Pick<Context, "database">, id: string): Promise<Source> {
  const source = (await listSources(context)).find((one) => one.id === id);
  if (!source) throw new AppError("not-found", { kind: "source", id });
  return source;
}

export function getSourceReference(context: Pick<Context, "database">): Promise<SourceReference> {
  return read(context.database, readReference);
}

/** What was entered cannot be watched: says why, by field. */
export class UnfitSource extends AppError {
  readonly problems: FieldProblems;
  constructor(problems: FieldProblems) {
    super("invalid-input", { reason: "source", fields: problems });
    this.problems = problems;
  }
}

/** Somebody of the desk, or a command on the machine. */
type Who = Pick<Actor, "userId" | "network" | "memberships"> | null;

function toAuthor(who: Who): { userId: string | null; network: string | null } {
  if (who === null) return { userId: null, network: null };
  return { userId: who.userId, network: who.network };
}

/** Throws `forbidden`, UnfitSource. */
export async function addSource(context: Context, who: Who, form: DeclarationForm): Promise<string> {
  const declaration = await check(context, who, form);
  if ((await listSources(context)).some(({ id }) => id === declaration.id)) throw new UnfitSource({ id: "taken" });
  await save(context, who, declaration, false, "source.added");
  return declaration.id;
}

/** Its id stays. Throws `forbidden`, `not-found`, UnfitSource. */
export async function changeSource(context: Context, who: Who, id: string, form: DeclarationForm): Promise<void> {
  const { paused } = await getSource(context, id);
  const declaration = await check(context, who, { ...form, id });
  await save(context, who, declaration, paused, "source.changed");
}

async function check(context: Context, who: Who, form: DeclarationForm): Promise<SourceDeclaration> {
  if (who !== null) requirePolicies(who);
  const { bodies, regions } = await getSourceReference(context);
  const known = { bodies: new Set(bodies.map(({ id }) => id)), regions: new Set(regions.map(({ id }) => id)) };
  const { declaration, problems } = checkDeclaration(form, known);
  if (problems) throw new UnfitSource(problems);
  return declaration;
}

function requirePolicies(who: NonNullable<Who>): void {
  requirePermission({ ...who, name: "", email: "", language: "en" }, "policies.edit");
}

async function save(
  context: Context,
  who: Who,
  declaration: SourceDeclaration,
  paused: boolean,
  action: "source.added" | "source.changed",
): Promise<void> {
  await change(context, toAuthor(who), async (transaction, audit) => {
    const by = who?.userId ?? null;
    await saveDeskSource(transaction, declaration.id, { declaration, paused, by, at: context.clock.now() });
    // What is read otherwise has to be read again, although the site says that nothing changed.
    await resetLook(transaction, declaration.id, context.clock.now());
    audit({ action, subject: `source/${declaration.id}`, details: { kind: declaration.kind } });
    await raiseRevision(transaction);
  });
  await refreshRevision(context);
}

/** Throws `forbidden`, `not-found`. */
export async function pauseSource(context: Context, who: Actor, id: string, paused: boolean): Promise<void> {
  requirePermission(who, "policies.edit");
  const source = await getSource(context, id);
  if (source.paused === paused) return;
  await change(context, who, async (transaction, audit) => {
    const { origin, paused: _, ...declaration } = source;
    const own = origin === "programme" ? null : declaration;
    await saveDeskSource(transaction, id, { declaration: own, paused, by: who.userId, at: context.clock.now() });
    audit({ action: paused ? "source.paused" : "source.resumed", subject: `source/${id}` });
    await raiseRevision(transaction);
  });
  await refreshRevision(context);
}

/** Drops what the desk said of it: the programme's declaration holds again, and one of the desk's own is watched no more. Throws `forbidden`, `not-found`. */
export async function resetSource(context: Context, who: Actor, id: string): Promise<void> {
  requirePermission(who, "policies.edit");
  const { origin } = await getSource(context, id);
  if (origin === "programme") return;
  await change(context, who, async (transaction: WriteTransaction, audit) => {
    await removeDeskSource(transaction, id);
    await resetLook(transaction, id, context.clock.now());
    audit({ action: "source.reset", subject: `source/${id}` });
    await raiseRevision(transaction);
  });
  await refreshRevision(context);
}
