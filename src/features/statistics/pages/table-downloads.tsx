import type { Language } from "../../../core/language.ts";
import type { TableDocument } from "../../../documents/table.ts";
import { choiceMessage, message } from "../../../messages/message.ts";
import { type DownloadFile, Downloads } from "../../../web/components/downloads.tsx";
import { links, type TableFileEnding } from "../../../web/links.ts";

interface TableDownloadsProps {
  table: TableDocument;
  /** of the table's year and day, as the address of the page has them */
  chosen: { fiscalYear: number | undefined; asOf: string | undefined };
  language: Language;
  /** ids of the data tables after the first: a list of activities has its parties and its people apart */
  parts: readonly string[];
}

/** A published table to take away: for paper, and for machines. */
export function TableDownloads({ table, chosen, language, parts }: TableDownloadsProps) {
  const say = (name: "print" | "printText" | "data" | "dataText" | "csv" | "dataXlsx" | "json" | "wareki") =>
    message(language, `tables.downloads.${name}`);
  const file = (ending: TableFileEnding, format: string, detail?: string, query = {}): DownloadFile => ({
    href: links.tableFile(language, table.id, ending, { ...chosen, ...query }),
    format,
    ...(detail === undefined ? {} : { detail }),
  });
  const hasDates = table.columns.some(({ key }) => key === "date");
  const wareki = language === "ja" && hasDates ? [{ calendar: "wareki" }] : [];
  const paper = (ending: TableFileEnding, format: string) => [
    file(ending, format),
    ...wareki.map((query) => file(ending, format, say("wareki"), query)),
  ];
  return (
    <Downloads
      groups={[
        {
          key: "print",
          title: say("print"),
          text: say("printText"),
          files: [...paper("docx", "Word"), ...paper("xlsx", "Excel"), ...paper("pdf", "PDF")],
        },
        {
          key: "data",
          title: say("data"),
          text: say("dataText"),
          files: [
            file("csv", "CSV", say("csv")),
            ...parts.map((part) => file("csv", "CSV", partName(part, table.id, language), { part })),
            file("data.xlsx", "Excel", say("dataXlsx")),
            {
              href: links.api(`tables/${table.id}`, { ...chosen, lang: language }),
              format: "JSON",
              detail: say("json"),
            },
          ],
        },
      ]}
    />
  );
}

/** The ids of the parts are made by data/: `trainings-parties`. */
function partName(part: string, table: string, language: Language): string {
  return choiceMessage(language, "tables.downloads", part.slice(table.length + 1));
}
