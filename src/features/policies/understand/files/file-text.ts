import type { TextLine } from "../html/read-lines.ts";
import type { PageProblem } from "../model.ts";

/** What is read of a file before it is understood. */
export interface FileText {
  /** as the file marks it: first heading, property of the document */
  title: string | null;
  /** where that stands */
  titleEvidence: string;
  /** how it came about, where the file sets that apart */
  history: string[];
  lines: TextLine[];
  problems: PageProblem[];
}

export function paragraph(text: string): TextLine {
  return { is: "line", text, tag: "p", align: "left" };
}
