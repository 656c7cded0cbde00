import type { Cell, TableRow } from "../../../documents/table.ts";
import { choiceMessage, message } from "../../../messages/message.ts";
import { type Partnership, strongestType } from "../../partnerships/partnership.ts";
import { getPartnerships } from "../../partnerships/service.ts";
import type { LayoutRequest, LayoutResult } from "./request.ts";

/** Home governments down, partner governments across; the type of each pair in the year, or in every year. */
export async function layOutPartnershipMatrix(request: LayoutRequest): Promise<LayoutResult> {
  const { context, fiscalYear, language } = request;
  const partnerships = (await getPartnerships(context)).filter(
    (partnership) => typesIn(partnership, fiscalYear).length > 0,
  );
  const partners = [...new Set(partnerships.map((partnership) => partnership.partner))];
  const homes = [...new Set(partnerships.map((partnership) => partnership.home))];
  const rows = homes.map((home): TableRow => {
    const own = partnerships.filter((partnership) => partnership.home === home);
    const cells: Record<string, Cell> = {};
    for (const partnership of own) cells[partnership.partner] = { text: describeTypes(partnership, request) };
    return {
      key: home,
      label: nameOf(home, request),
      cells,
      records: own.map((partnership) => partnership.id),
    };
  });
  return {
    columns: partners.map((id) => ({ key: id, label: nameOf(id, request) })),
    rows,
    notes: [
      ...["A", "B"].filter((type) => isUsed(type, rows)).map((type) => choiceMessage(language, "table.typeNote", type)),
      message(language, "table.matrixNote"),
      ...(fiscalYear === null ? [message(language, "table.matrixAllYears")] : []),
    ],
  };
}

/** In English the short name: a heading over a narrow column holds no “Province”. */
function nameOf(id: string, { directory, language }: LayoutRequest): string {
  const isShort = language === "en" || directory.get(id).tier === "institute";
  return isShort ? directory.shortName(id, language) : directory.name(id, language);
}

function isUsed(mark: string, rows: readonly TableRow[]): boolean {
  return rows.some(({ cells }) => Object.values(cells).some((cell) => "text" in cell && cell.text === mark));
}

function typesIn(partnership: Partnership, fiscalYear: number | null) {
  return partnership.years.filter((year) => fiscalYear === null || year.fiscalYear === fiscalYear);
}

/** The type of the year; over all years the weightiest one. */
function describeTypes(partnership: Partnership, { fiscalYear, language }: LayoutRequest): string {
  const type = strongestType({ years: typesIn(partnership, fiscalYear) });
  return type === null ? "" : choiceMessage(language, "partnership.typeMark", type);
}
