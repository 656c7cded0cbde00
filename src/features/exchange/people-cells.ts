import { type CellContext, listSeparator, splitList } from "../../records/cell-codec.ts";
import { cellProblem } from "../../records/cell-problem.ts";
import type { Cells } from "../../records/kind.ts";
import type { SheetProblem } from "./sheet-problem.ts";

/** Rows of people that a cell tells: 「6」, 「約20」, 「5（天津市）、3名程度（武漢市）」. */
export interface PeopleReading {
  rows: Cells[];
  problem: SheetProblem | null;
}

const item =
  /^(?<about>約|约|大约|大約|about|approx\.?|c\.)?\s*(?<count>\d{1,6})\s*(?:名|人|位|people|persons|person)?\s*(?<about2>程度|前後|前后|左右|余|頃)?\s*(?:\((?<whose>.+)\))?$/iu;

export function printPeople(rows: readonly Cells[], context: CellContext): string {
  return rows.map((row) => printOne(row, context)).join(listSeparator(context.language));
}

function printOne({ count = "", approximate, organisation }: Cells, { knowledge, language }: CellContext): string {
  const about = { ja: "約", zh: "约", en: "about " }[language];
  const number = `${approximate === "yes" ? about : ""}${count}`;
  if (!organisation) return number;
  const name = knowledge.references("organisations").print(organisation, language);
  return language === "en" ? `${number} (${name})` : `${number}（${name}）`;
}

export function readPeople(text: string, categories: string, context: CellContext): PeopleReading {
  const rows: Cells[] = [];
  for (const part of splitList(text)) {
    const groups = item.exec(part.normalize("NFKC"))?.groups;
    if (!groups?.count) return { rows, problem: cellProblem("bad-people", part) };
    const row: Cells = {
      categories,
      count: String(Number(groups.count)),
      approximate: groups.about || groups.about2 ? "yes" : "no",
    };
    if (groups.whose) {
      const ids = context.knowledge.references("organisations").find(groups.whose);
      if (ids.length !== 1)
        return {
          rows,
          problem: cellProblem(ids.length === 0 ? "unknown-reference" : "ambiguous-reference", groups.whose),
        };
      row.organisation = ids[0] ?? "";
    }
    rows.push(row);
  }
  return { rows, problem: null };
}
