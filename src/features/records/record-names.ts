import type { Language } from "../../core/language.ts";
import { type Localized, type LocalizedText, localize } from "../../core/localized.ts";
import { read } from "../../db/transaction.ts";
import type { Context } from "../../platform/context.ts";
import type { CellKnowledge } from "../../records/cell-knowledge.ts";
import { contentColumns, partColumns, type RecordContent, type RecordKind, splitCell } from "../../records/kind.ts";
import { recordKinds } from "../../records/registry.ts";
import type { Column } from "../../sheets/sheet.ts";
import { links } from "../../web/links.ts";
import { type Standing, visibleTo } from "./access.ts";
import { getCellKnowledge } from "./form/gather-form.ts";
import { readTitles } from "./titles.ts";

/** What references lead to, as the reader knows it: a name, and a page where there is one. */
export interface RecordNames {
  find(sheet: string, id: string): { text: string | LocalizedText; href?: string };
}

/**
 * Names for everything that the contents refer to: from the public tables, and from approved records that are not public as
 * far as the reader may see them. What the reader may not see stays its bare key.
 */
export async function gatherNames(
  context: Context,
  standing: Standing,
  language: Language,
  kind: RecordKind,
  contents: readonly RecordContent[],
): Promise<RecordNames> {
  const published = await getCellKnowledge(context);
  const unpublished = await readUnpublished(context, standing, listReferences(kind, contents), published);
  return {
    find(sheet, id) {
      const own = unpublished.get(`${sheet}/${id}`);
      const known = published.references(sheet).name(id);
      const name = known ?? own;
      const text = name === undefined ? "" : localize(name, language);
      const shown = text === "" || text.text === "" ? id : text;
      const href = findPage(language, sheet, id);
      return name === undefined || href === null ? { text: shown } : { text: shown, href };
    },
  };
}

async function readUnpublished(
  context: Context,
  standing: Standing,
  references: readonly { sheet: string; id: string }[],
  published: CellKnowledge,
): Promise<Map<string, Localized>> {
  const missing = references.filter(({ sheet, id }) => published.references(sheet).name(id) === undefined);
  const titles = new Map<string, Localized>();
  if (missing.length === 0) return titles;
  await read(context.database, async (transaction) => {
    for (const [sheet, asked] of Map.groupBy(missing, (reference) => reference.sheet)) {
      const kind = recordKinds.find((candidate) => candidate.sheet.name === sheet);
      if (!kind) continue;
      const ids = asked.map(({ id }) => id);
      for (const [id, title] of await readTitles(transaction, kind.id, ids, visibleTo(standing)))
        titles.set(`${sheet}/${id}`, title);
    }
  });
  return titles;
}

function findPage(language: Language, sheet: string, id: string): string | null {
  if (sheet === "documents") return links.document(language, id);
  if (sheet === "policies") return links.policy(language, id);
  const kind = recordKinds.find((candidate) => candidate.sheet.name === sheet);
  return kind ? links.memberRecord(language, kind.id, id) : null;
}

function listReferences(kind: RecordKind, contents: readonly RecordContent[]): { sheet: string; id: string }[] {
  const found = new Map<string, { sheet: string; id: string }>();
  const add = (columns: readonly Column[], cells: Record<string, string>) => {
    for (const { name, value } of columns) {
      if (value.type !== "reference" && value.type !== "references") continue;
      for (const id of value.type === "references" ? splitCell(cells[name]) : [cells[name] ?? ""])
        if (id !== "") found.set(`${value.sheet}/${id}`, { sheet: value.sheet, id });
    }
  };
  for (const { fields, parts } of contents) {
    add(contentColumns(kind), fields);
    for (const part of kind.parts) for (const row of parts[part.sheet.name] ?? []) add(partColumns(part), row);
  }
  return [...found.values()];
}
