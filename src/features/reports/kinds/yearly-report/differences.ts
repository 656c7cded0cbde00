import { localize } from "../../../../core/localized.ts";
import type { Block } from "../../../../documents/report.ts";
import { message } from "../../../../messages/message.ts";
import { describeAmount, signed } from "../../../statistics/figure.ts";
import { reconcileClaims } from "../../../statistics/reconcile.ts";
import { paragraph } from "../../compose/blocks.ts";
import type { Study } from "../../compose/study.ts";
import { captionedTable, plainTable } from "../../compose/tables.ts";
import { nameMeasure } from "./year-figures.ts";

/** Figures of the year that documents have stated by the day and the records do not add up to, with the reason. */
export async function writeDifferences(study: Study, label: () => string): Promise<Block[]> {
  const { context, language, fiscalYear, asOf, books, directory, notebook } = study;
  const differing = (await reconcileClaims(context, language)).filter(
    ({ claim, difference }) =>
      claim.fiscalYear === fiscalYear && claim.asOf <= asOf && difference !== null && difference !== 0,
  );
  if (differing.length === 0) return [paragraph(message(language, "report.yearly.noDifference", { year: study.year }))];
  notebook.use(
    "claim",
    differing.map(({ claim }) => claim.id),
  );
  const column = (key: "item" | "document" | "claim" | "records" | "difference" | "reason", share: number) => ({
    key,
    share,
    label: message(language, `report.yearly.column.${key}`),
  });
  const table = plainTable(study, {
    id: "differences",
    title: message(language, "report.yearly.differences"),
    columns: [
      column("item", 0.2),
      column("document", 0.2),
      column("claim", 0.09),
      column("records", 0.09),
      column("difference", 0.08),
      column("reason", 0.34),
    ],
    rows: differing.map(({ claim, computed, difference, explanation }) => {
      const amount = (value: number, approximate: boolean) =>
        describeAmount(value, claim.unit, approximate, language).text;
      if (explanation === null)
        notebook.lack(message(language, "report.yearly.gapExplanation", { item: nameMeasure(study, claim.measure) }));
      const group = claim.group === null ? "" : directory.shortName(claim.group, language);
      const item = nameMeasure(study, claim.measure);
      return {
        key: claim.id,
        cells: [
          group === "" ? item : `${item}${message(language, "report.sentence.inBrackets", { text: group })}`,
          localize(books.document(claim.source.document).title, language).text,
          amount(claim.value, claim.approximate),
          amount(computed ?? 0, false),
          signed(difference ?? 0),
          explanation ?? "",
        ],
      };
    }),
  });
  return [captionedTable(table, label(), language)];
}
