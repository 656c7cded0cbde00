import { edtfBounds, parseEdtf } from "../../../core/edtf.ts";
import type { Run } from "../../../documents/report.ts";
import { message } from "../../../messages/message.ts";
import { getAgreements } from "../../partnerships/service.ts";
import { writtenRuns } from "./blocks.ts";
import { addMark } from "./join-words.ts";
import { markPlanned, type Study } from "./study.ts";

/** What the partnerships signed or are to sign within the year, one line each. */
export async function listAgreements(study: Study, partnerships: readonly string[]): Promise<Run[][]> {
  const { context, language, range, asOf, notebook } = study;
  const agreements = (await getAgreements(context)).filter(
    ({ partnership, signedFrom }) =>
      partnership !== null &&
      partnerships.includes(partnership) &&
      signedFrom !== null &&
      signedFrom >= range.from &&
      signedFrom <= range.to,
  );
  notebook.use(
    "agreement",
    agreements.map(({ id }) => id),
  );
  return agreements.map(({ title, signed, signedFrom, status, content }) => {
    const isAhead = status === "planned" || (signedFrom !== null && signedFrom > asOf);
    const mark = isAhead ? markPlanned(study, signedTo(signed)) : "";
    const date = signed === null ? "" : study.date(signed);
    const text = writtenRuns(content, language);
    return [
      { text: message(language, "report.sentence.dated", { date: addMark(date, mark, language) }) },
      ...writtenRuns(title, language),
      ...(text.length === 0 ? [] : [{ text: message(language, "report.sentence.colon") }, ...text]),
    ];
  });
}

/** Last possible day of signing. */
function signedTo(signed: string | null): string | null {
  const parsed = signed === null ? null : parseEdtf(signed);
  return parsed?.ok ? edtfBounds(parsed.value).to : null;
}
