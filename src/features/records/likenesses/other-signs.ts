import { localizedCells, splitCell } from "../../../records/kind.ts";
import { type Days, foldAll, mayOverlap, readDays, readTitles, type SignReader, shareOne } from "./signs.ts";

interface TitledSigns {
  titles: Set<string>;
  days: Days;
}

/** Agreements, projects and news: one title within one time is one of them. */
export function titledSigns(date: string): SignReader<TitledSigns> {
  return {
    read: ({ fields }) => ({ titles: readTitles(fields), days: readDays(fields[date]) }),
    marks: ({ titles }) => [...titles],
    compare: (one, other) =>
      shareOne(one.titles, other.titles) && mayOverlap(one.days, other.days) ? "same-title" : null,
  };
}

export const partnershipSigns: SignReader<{ pair: string | null }> = {
  read({ fields: { home, partner } }) {
    return { pair: home && partner ? [home, partner].sort().join(" ") : null };
  },
  marks: ({ pair }) => (pair === null ? [] : [pair]),
  compare: (one, other) => (one.pair !== null && one.pair === other.pair ? "same-pair" : null),
};

export const claimSigns: SignReader<{ figure: string }> = {
  // One document may print the figure of a year once for each group and place.
  read: ({ fields }) => ({
    figure: JSON.stringify([
      ...["measure", "fiscal_year", "unit", "as_of", "source", "group_organisation"].map((name) => fields[name] ?? ""),
      splitCell(fields.places).sort(),
    ]),
  }),
  marks: ({ figure }) => [figure],
  compare: (one, other) => (one.figure === other.figure ? "same-figure" : null),
};

interface OrganisationSigns {
  parent: string;
  fullNames: Set<string>;
  otherNames: Set<string>;
  codes: Set<string>;
}

const codeColumns = ["code_jp", "code_cn", "code_iso"];

export const organisationSigns: SignReader<OrganisationSigns> = {
  read: ({ fields, parts }) => ({
    parent: fields.parent ?? "",
    fullNames: foldAll(Object.values(localizedCells(fields, "name"))),
    otherNames: foldAll([
      ...Object.values(localizedCells(fields, "short_name")),
      ...(parts.organisation_names ?? []).map(({ name }) => name ?? ""),
    ]),
    codes: new Set(codeColumns.flatMap((column) => (fields[column] ? [`${column} ${fields[column]}`] : []))),
  }),
  marks: ({ fullNames, otherNames, codes }) => [...codes, ...fullNames, ...otherNames],
  compare(one, other) {
    if (shareOne(one.codes, other.codes)) return "same-code";
    if (shareOne(one.fullNames, other.fullNames)) return "same-name";
    // 「環境保護局」 is the short name of many an office, and of one only within its city.
    const together = one.parent === other.parent || one.parent === "" || other.parent === "";
    const shared =
      shareOne(one.fullNames, other.otherNames) ||
      shareOne(one.otherNames, other.fullNames) ||
      (one.parent === other.parent && shareOne(one.otherNames, other.otherNames));
    return together && shared ? "same-name" : null;
  },
};
