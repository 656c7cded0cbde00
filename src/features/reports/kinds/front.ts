import { writeEdtf } from "../../../core/edtf-format.ts";
import type { Block, ReportValue } from "../../../documents/report.ts";
import { message } from "../../../messages/message.ts";
import { getDirectory } from "../../organisations/directory.ts";
import type { Placeholder, ReportRequest } from "../report-kind.ts";
import { place } from "./blocks.ts";

/** What every report but a letter begins with. */
export const frontPlaceholders: readonly Placeholder[] = [
  { name: "title", gives: "text", required: true, description: "report.placeholder.title" },
  { name: "maker", gives: "text", required: true, description: "report.placeholder.maker" },
  { name: "as_of", gives: "text", required: true, description: "report.placeholder.asOf" },
];

export function outlineFront(title = "title"): Block[] {
  return [place(title, "title"), place("as_of", "date"), place("maker", "maker")];
}

export async function composeFront(
  { context, language, asOf, calendar, maker }: ReportRequest,
  title: string,
): Promise<{ title: string; maker: string; values: Record<string, ReportValue> }> {
  const directory = await getDirectory(context);
  const makerName = directory.name(maker, language, asOf);
  const date = writeEdtf(asOf, language, { calendar });
  return {
    title,
    maker: makerName,
    values: {
      title: { text: title },
      maker: { text: makerName },
      as_of: { text: message(language, "report.sentence.asOf", { date }) },
    },
  };
}
