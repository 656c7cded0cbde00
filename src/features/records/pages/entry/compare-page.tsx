import { formatMoment } from "../../../../core/format-moment.ts";
import { message } from "../../../../messages/message.ts";
import { type CellContext, printCellText } from "../../../../records/cell-codec.ts";
import { compareContents, type Difference } from "../../../../records/compare.ts";
import type { RecordContent } from "../../../../records/kind.ts";
import { type Merged, mergeContents } from "../../../../records/merge.ts";
import { normaliseContent } from "../../../../records/normalise.ts";
import { recordKind } from "../../../../records/registry.ts";
import { fieldLabel, sheetLabel } from "../../../../sheets/field-label.ts";
import { Notice } from "../../../../web/components/notices.tsx";
import { PageHeading } from "../../../../web/components/page-heading.tsx";
import { links } from "../../../../web/links.ts";
import type { MemberRequest, PageContent } from "../../../../web/page.ts";
import { gatherTyping } from "../../form/gather-form.ts";
import type { PostedEntry } from "../../form/read-entry-form.ts";
import type { EntryForActor } from "../../service.ts";
import { gatherPeople } from "../record/record-reader.ts";
import type { FormSubject } from "./entry-page.tsx";

/** One field, or all rows of a part, that the two contents say differently. */
interface Conflict {
  name: string;
  label: string;
  mine: string;
  theirs: string;
}

/**
 * Two contents side by side, field by field. Theirs is the entry as somebody saved it meanwhile, or the record where that has a
 * newer version than the one the entry began with. The form carries mine along, so that nothing typed is lost.
 */
export async function composeComparison(
  request: MemberRequest,
  latest: EntryForActor,
  posted: PostedEntry,
): Promise<PageContent> {
  const { context, language } = request;
  const { entry, record, current } = latest;
  const isStale = record !== null && record.version !== entry.baseVersion && posted.revision === entry.revision;
  const theirs = isStale && current ? current : entry.content;
  const kind = recordKind(entry.kind);
  const opened = normaliseContent(kind, readContent(posted.opened ?? null));
  const merged = mergeContents(kind, opened, normaliseContent(kind, posted.content), theirs);
  const mine = merged.content;
  const conflicts = listConflicts(entry.kind, mine, theirs, await gatherTyping(context, language)).filter(({ name }) =>
    merged.conflicts.includes(name),
  );
  const nameOf = await gatherPeople(context, language, [entry.editedBy]);
  const lead = isStale
    ? message(language, "compare.leadRecord")
    : message(language, "compare.lead", {
        name: nameOf(entry.editedBy),
        time: formatMoment(language, entry.changedAt),
      });
  const title = message(language, "compare.title");
  const hidden: Record<string, string> = {
    _entry: entry.id,
    _revision: String(entry.revision),
    _base: String(isStale ? record.version : entry.baseVersion),
    _owner: entry.owner,
    _visibility: posted.visibility,
    _reason: posted.reason,
    _mine: JSON.stringify(mine),
    _theirs: isStale ? "record" : "entry",
    _opened: JSON.stringify(theirs),
  };
  return {
    title,
    description: title,
    area: null,
    trail: [{ text: message(language, "site.area.members"), href: links.members(language) }],
    body: (
      <>
        <PageHeading title={title} lead={lead} />
        <form method="post" action={links.entry(language, entry.id)} class="comparison">
          {Object.entries(hidden).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <Joined request={request} kind={entry.kind} merged={merged} />
          {conflicts.map((conflict) => (
            <Choice key={conflict.name} conflict={conflict} words={choiceWords(request)} />
          ))}
          <p class="form-actions">
            <a href={links.entry(language, entry.id)}>{message(language, "compare.back")}</a>
            <button type="submit" name="intent" value="merge">
              {message(language, "compare.keep")}
            </button>
          </p>
        </form>
      </>
    ),
  };
}

/** What needs no decision, so that nobody wonders where a change went. */
function Joined({
  request: { language },
  kind,
  merged,
}: {
  request: MemberRequest;
  kind: FormSubject["kind"];
  merged: Merged;
}) {
  const { sheet, parts } = recordKind(kind);
  const name = (names: readonly string[]) =>
    names
      .map((each) =>
        parts.some((part) => part.sheet.name === each)
          ? sheetLabel(language, each)
          : fieldLabel(language, sheet.name, each),
      )
      .join(message(language, "list.separator"));
  if (merged.fromThem.length + merged.fromMe.length === 0) return null;
  return (
    <Notice tone="information" title={message(language, "compare.joined")}>
      <ul>
        {merged.fromThem.length > 0 && (
          <li>{message(language, "compare.fromThem", { fields: name(merged.fromThem) })}</li>
        )}
        {merged.fromMe.length > 0 && <li>{message(language, "compare.fromMe", { fields: name(merged.fromMe) })}</li>}
      </ul>
    </Notice>
  );
}

/** Mine, with theirs where the person chose so; where nothing was chosen, what a colleague wrote is not written over. */
export function mergeChoices(form: FormData, subject: FormSubject, posted: PostedEntry): PostedEntry {
  const kind = recordKind(subject.kind);
  const mine = normaliseContent(kind, readContent(form.get("_mine")));
  const theirs = form.get("_theirs") === "record" ? (subject.current ?? subject.content) : subject.content;
  const fields = { ...mine.fields };
  const parts = { ...mine.parts };
  const asked = form.getAll("_asked").map(String);
  for (const key of asked) {
    if (form.get(`pick.${key}`) === "mine") continue;
    if (kind.parts.some(({ sheet }) => sheet.name === key)) parts[key] = theirs.parts[key] ?? [];
    else fields[key] = theirs.fields[key] ?? "";
  }
  return { ...posted, content: { fields, parts }, problems: new Map(), typed: new Map() };
}

/** The form's own content comes back as JSON; whatever else it may be is no content. */
function readContent(value: FormDataEntryValue | null): RecordContent {
  try {
    const parsed: unknown = JSON.parse(typeof value === "string" ? value : "");
    if (typeof parsed !== "object" || parsed === null) return { fields: {}, parts: {} };
    const fields = "fields" in parsed ? readCells(parsed.fields) : {};
    const parts = "parts" in parsed && typeof parsed.parts === "object" && parsed.parts !== null ? parsed.parts : {};
    return {
      fields,
      parts: Object.fromEntries(
        Object.entries(parts).map(([sheet, rows]) => [sheet, Array.isArray(rows) ? rows.map(readCells) : []]),
      ),
    };
  } catch {
    return { fields: {}, parts: {} };
  }
}

function readCells(value: unknown): Record<string, string> {
  if (typeof value !== "object" || value === null) return {};
  return Object.fromEntries(
    Object.entries(value).filter((cell): cell is [string, string] => typeof cell[1] === "string"),
  );
}

function listConflicts(
  kindId: FormSubject["kind"],
  mine: RecordContent,
  theirs: RecordContent,
  typing: CellContext,
): Conflict[] {
  const kind = recordKind(kindId);
  const { language } = typing;
  const show = ({ column, before, after }: Difference) => {
    const found = kind.sheet.columns.find(({ name }) => name === column);
    const print = (cell: string) =>
      cell === "" || !found ? message(language, "compare.empty") : printCellText(kind.sheet.name, found, cell, typing);
    return {
      name: column,
      label: fieldLabel(language, kind.sheet.name, column),
      theirs: print(before),
      mine: print(after),
    };
  };
  const differences = compareContents(kind, theirs, mine);
  const fields = differences.filter(({ row }) => row === null).map(show);
  const sheets = [...new Set(differences.filter(({ row }) => row !== null).map(({ sheet }) => sheet))];
  const rows = sheets.map((sheet) => ({
    name: sheet,
    label: message(language, "compare.rows", { sheet: sheetLabel(language, sheet) }),
    theirs: printRows(kindId, sheet, theirs, typing),
    mine: printRows(kindId, sheet, mine, typing),
  }));
  return [...fields, ...rows];
}

function printRows(kindId: FormSubject["kind"], sheet: string, content: RecordContent, typing: CellContext): string {
  const part = recordKind(kindId).parts.find((candidate) => candidate.sheet.name === sheet);
  const rows = content.parts[sheet] ?? [];
  if (!part || rows.length === 0) return message(typing.language, "compare.empty");
  return rows
    .map((cells) =>
      part.sheet.columns
        .map((column) => printCellText(part.sheet.name, column, cells[column.name] ?? "", typing))
        .filter((text) => text !== "")
        .join("　"),
    )
    .join("\n");
}

function choiceWords({ language }: MemberRequest) {
  return { mine: message(language, "compare.mine"), theirs: message(language, "compare.theirs") };
}

function Choice({ conflict, words }: { conflict: Conflict; words: { mine: string; theirs: string } }) {
  return (
    <fieldset class="comparison-field">
      <legend>{conflict.label}</legend>
      <label>
        <input type="hidden" name="_asked" value={conflict.name} />
        <input type="radio" name={`pick.${conflict.name}`} value="mine" required />
        <span class="comparison-side">{words.mine}</span>
        <span class="comparison-text">{conflict.mine}</span>
      </label>
      <label>
        <input type="radio" name={`pick.${conflict.name}`} value="theirs" />
        <span class="comparison-side">{words.theirs}</span>
        <span class="comparison-text">{conflict.theirs}</span>
      </label>
    </fieldset>
  );
}
