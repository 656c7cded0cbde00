import type { RecordContent, RecordKind } from "./kind.ts";
import { contentColumns } from "./kind.ts";

/** A column, or the sheet of a part as a whole. */
export interface Merged {
  /** mine, with what only they changed */
  content: RecordContent;
  /** changed by both, and not to the same: a person decides */
  conflicts: string[];
  fromThem: string[];
  fromMe: string[];
}

/**
 * Puts two contents together that began with the same one (three-way merge): what only one side changed is kept as that side
 * changed it; the rows of a part count as one.
 */
export function mergeContents(
  kind: RecordKind,
  opened: RecordContent,
  mine: RecordContent,
  theirs: RecordContent,
): Merged {
  const merged: Merged = {
    content: { fields: { ...mine.fields }, parts: { ...mine.parts } },
    conflicts: [],
    fromThem: [],
    fromMe: [],
  };
  const decide = (name: string, read: (content: RecordContent) => string, take: () => void) => {
    const [before, here, there] = [read(opened), read(mine), read(theirs)];
    if (here === there) return;
    if (here === before) {
      take();
      merged.fromThem.push(name);
    } else if (there === before) merged.fromMe.push(name);
    else merged.conflicts.push(name);
  };
  for (const { name } of contentColumns(kind)) {
    decide(
      name,
      ({ fields }) => fields[name] ?? "",
      () => {
        merged.content.fields[name] = theirs.fields[name] ?? "";
      },
    );
  }
  for (const { sheet } of kind.parts) {
    decide(
      sheet.name,
      ({ parts }) => JSON.stringify((parts[sheet.name] ?? []).map((row) => Object.entries(row).sort())),
      () => {
        merged.content.parts[sheet.name] = theirs.parts[sheet.name] ?? [];
      },
    );
  }
  return merged;
}
