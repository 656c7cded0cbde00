import { cleanData } from "../../../documents/clean-data.ts";
import type { CodeList, DataValue } from "../../../documents/data-table.ts";
import { type MessageKey, message } from "../../../messages/message.ts";
import { type DataColumn, type DataRequest, describeField } from "./columns.ts";

/** Standards that give an area its code: 全国地方公共団体コード of Japan, GB/T 2260 of China. */
const areaCodeSystems = ["japan", "china"] as const;

/**
 * Who it is: id, name on the day, and the area with the standard that its code is of; the same six digits mean one thing in
 * Japan and another in China. An office stands in the area of its local government.
 */
export function organisationColumns<Row>(
  request: DataRequest,
  prefix: "organisation" | "home" | "partner" | "place" | "group",
  value: (row: Row) => string | null,
  day: (row: Row) => string | null = () => null,
): DataColumn<Row>[] {
  const { language, directory } = request;
  const whose = message(language, `dataTable.whose.${prefix}` as MessageKey);
  const text = (end: string, words: string, read: (id: string, row: Row) => DataValue): DataColumn<Row> => ({
    field: { ...describeField(language, `${prefix}_${end}`, words, whose), type: "text" },
    value: (row) => {
      const id = value(row);
      return id === null ? null : read(id, row);
    },
  });
  const codes = listSystems(request);
  const system = text("area_code_system_code", "areaCodeSystem", (id) => findArea(request, id)?.system ?? null);
  return [
    text("id", "organisationId", (id) => id),
    text("name", "organisationName", (id, row) => directory.name(id, language, day(row))),
    text("area_code", "areaCode", (id) => findArea(request, id)?.code ?? null),
    { ...system, field: { ...system.field, type: "code", codeList: codes.id }, codes },
  ];
}

/** The country by its code of two letters (ISO 3166-1), which is what programmes call their countries by. */
export function countryColumn<Row>(request: DataRequest, value: (row: Row) => string): DataColumn<Row> {
  const { language, programme, directory } = request;
  const codes: CodeList = {
    id: "country",
    title: message(language, "dataTable.field.country"),
    codes: programme.countries.map(({ id, name }) => ({ code: id.toUpperCase(), label: name[language] ?? id })),
  };
  return {
    field: { ...describeField(language, "country_code", "country"), type: "code", codeList: codes.id },
    codes,
    value: (row) => directory.get(value(row)).country?.toUpperCase() ?? null,
  };
}

function listSystems({ language }: DataRequest): CodeList {
  return {
    id: "area_code_system",
    title: message(language, "dataTable.areaCodeSystem.title"),
    codes: areaCodeSystems.map((code) => ({
      code,
      label: cleanData(message(language, `dataTable.areaCodeSystem.${code}`)),
    })),
  };
}

function findArea({ directory }: DataRequest, id: string): { code: string; system: string } | null {
  const organisation = directory.get(id);
  const areas = [organisation, directory.find(organisation.government)];
  for (const area of areas) {
    for (const system of areaCodeSystems) {
      const code = area?.codes[system];
      if (code) return { code, system };
    }
  }
  return null;
}
