import { writeEdtf } from "../../../../core/edtf-format.ts";
import { localize } from "../../../../core/localized.ts";
import { readDate } from "../../../../core/read-date.ts";
import { describeDateProblem } from "../../../../records/describe-date-problem.ts";
import type { MemberRequest, RawContent } from "../../../../web/page.ts";
import { readText, readYear } from "../../../../web/query.ts";
import { getDirectory } from "../../../organisations/directory.ts";
import { getProgramme } from "../../../programme/service.ts";

/** How a typed date is understood, for the echo below its field. */
export async function understandDate({ context, language, url }: MemberRequest): Promise<RawContent> {
  const { calendar } = await getProgramme(context);
  const year = readYear(url, "fiscalYear");
  const reading = readDate(readText(url, "text") ?? "", {
    language,
    fiscalYear: { year: typeof year === "number" ? year : null, calendar },
  });
  return sendJson(
    reading.ok
      ? { ok: true, edtf: reading.edtf, understood: reading.edtf === "" ? "" : writeEdtf(reading.edtf, language) }
      : { ok: false, problem: describeDateProblem(reading.problem, language) },
  );
}

const mostSuggestions = 12;

/** Organisations one of whose names, in any language, holds what was typed; or whose code it is. */
export async function findOrganisations({ context, language, url }: MemberRequest): Promise<RawContent> {
  const directory = await getDirectory(context);
  const found = directory.search(readText(url, "q") ?? "").slice(0, mostSuggestions);
  return sendJson({
    items: found.map(({ id, name, parent, codes }) => ({
      id,
      name: localize(name, language).text,
      note: [parent === null ? "" : directory.name(parent, language), codes.japan ?? codes.china ?? ""]
        .filter((text) => text !== "")
        .join(" "),
    })),
  });
}

function sendJson(value: unknown): RawContent {
  return { contentType: "application/json; charset=utf-8", content: JSON.stringify(value) };
}
