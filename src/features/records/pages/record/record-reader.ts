import { AppError } from "../../../../core/errors.ts";
import type { Language } from "../../../../core/language.ts";
import { localize } from "../../../../core/localized.ts";
import { read } from "../../../../db/transaction.ts";
import { message } from "../../../../messages/message.ts";
import type { Context } from "../../../../platform/context.ts";
import { isRecordKindId, type RecordContent, type RecordKind, type RecordKindId } from "../../../../records/kind.ts";
import type { Wording } from "../../../../web/components/words.tsx";
import { getProgramme } from "../../../programme/service.ts";
import type { Standing } from "../../access.ts";
import type { Entry, RecordSummary } from "../../record.ts";
import { gatherNames } from "../../record-names.ts";
import { readPeopleNames } from "../../store-lists.ts";
import type { CellReader } from "./record-cell.tsx";

/** The kind that an address names. Throws `not-found`. */
export function requireKind(kind: string | undefined): RecordKindId {
  if (kind === undefined || !isRecordKindId(kind)) throw new AppError("not-found", { kind });
  return kind;
}

export async function gatherReader(
  context: Context,
  standing: Standing,
  language: Language,
  kind: RecordKind,
  contents: readonly RecordContent[],
): Promise<CellReader> {
  const { calendar } = await getProgramme(context);
  return { language, calendar, names: await gatherNames(context, standing, language, kind, contents) };
}

/** People by account as pages name them: whose account was erased is somebody of the organisation and no more. */
export async function gatherPeople(
  context: Context,
  language: Language,
  userIds: readonly (string | null)[],
): Promise<(userId: string | null) => string> {
  const ids = userIds.filter((id) => id !== null);
  const names = ids.length === 0 ? new Map() : await read(context.database, (t) => readPeopleNames(t, ids));
  return (userId) => (userId === null ? "" : (names.get(userId) ?? message(language, "record.formerMember")));
}

/** A draft may have no title yet. */
export function titleOf({ title }: Pick<Entry | RecordSummary, "title">, language: Language): Wording {
  const text = localize(title, language);
  return text.text === "" ? message(language, "entry.untitled") : text;
}
