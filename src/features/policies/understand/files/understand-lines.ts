import { textOfBlocks } from "../../blocks.ts";
import { findDates } from "../dates.ts";
import { detectLanguage } from "../decode-text.ts";
import { type Candidate, chooseFields } from "../fields/candidates.ts";
import { guessFromText, guessFromTitle } from "../fields/guess-from-text.ts";
import { joinBodies } from "../fields/join-bodies.ts";
import { joinTitleLines } from "../fields/join-title.ts";
import { listLabelledInLines } from "../fields/list-labelled.ts";
import { dropFirstVersionsDay, findHistory, readHistory } from "../fields/read-history.ts";
import { readLabels } from "../fields/read-labels.ts";
import { makeBlocks } from "../make-blocks.ts";
import type { PageProblem, UnderstoodPage } from "../model.ts";
import type { FileText } from "./file-text.ts";

/** A file's text as a policy. Its name is a last resort for the title, and for the day that is often put into it. */
export function understandLines(file: FileText, fileName: string): UnderstoodPage {
  const texts = file.lines.flatMap((line) => (line.is === "line" ? [line.text] : []));
  const history = [...file.history, ...findHistory(texts)];
  const candidates: Candidate[] = [
    ...readLabels(listLabelledInLines(texts.slice(0, 12)), []),
    ...guessFromText(file.lines),
    ...readTitles(file, texts),
    ...readName(fileName),
  ];
  const title = chooseFields(candidates).title?.value ?? null;
  candidates.push(...readHistory(history, title ?? ""), ...guessFromTitle(title ?? ""));
  const blocks = makeBlocks(file.lines, title);
  const problems: PageProblem[] = [...file.problems];
  if (blocks.length === 0 && problems.length === 0) problems.push({ code: "no-text" });
  if (!title) problems.push({ code: "no-title" });
  return {
    language: detectLanguage(`${title ?? ""}\n${textOfBlocks(blocks)}`),
    blocks,
    fields: chooseFields(joinBodies(dropFirstVersionsDay(candidates, history))),
    attachments: [],
    problems,
  };
}

function readTitles({ title, titleEvidence }: FileText, texts: readonly string[]): Candidate[] {
  const found: Candidate[] = [];
  if (title)
    found.push({ field: "title", text: title, origin: "heuristic", confidence: 0.95, evidence: titleEvidence });
  const printed = joinTitleLines(texts);
  if (printed) found.push({ field: "title", text: printed, origin: "heuristic", confidence: 0.7, evidence: printed });
  return found;
}

/** 「大气污染防治法(2018-10-26).md」: most likely the day on which this version was made; whoever named the file says no more. */
function readName(fileName: string): Candidate[] {
  const bare = fileName.replace(/^.*[\\/]/, "").replace(/\.[A-Za-z]{1,8}$/, "");
  const [date] = findDates(bare);
  const name = bare.replace(/[（(]?\d{4}[-_.]?\d{1,2}[-_.]?\d{1,2}[）)]?/, "").trim();
  const found: Candidate[] = [];
  const guess = (field: Candidate["field"], text: string, confidence: number): void => {
    found.push({ field, text, origin: "heuristic", confidence, evidence: fileName });
  };
  if (/\p{Script=Han}{3}|[A-Za-z]{4}/u.test(name)) guess("title", name, 0.3);
  if (date) guess("written", date.date, 0.4);
  return found;
}
