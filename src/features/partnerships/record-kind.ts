import type { Localized } from "../../core/localized.ts";
import { localizedCells, type RecordKind, splitCell } from "../../records/kind.ts";
import { agreementPartySheet, agreementSheet, partnershipSheet, partnershipYearSheet } from "./sheets.ts";

export const partnershipKind: RecordKind = {
  id: "partnership",
  sheet: partnershipSheet,
  parts: [{ sheet: partnershipYearSheet, parent: "partnership", position: null }],
  fiscalYear: null,
  date: "since",
  publicPath: (id) => `partnerships/${id}`,
  organisations: ({ fields }) => [...splitCell(fields.home), ...splitCell(fields.partner)],
  ledger: () => null,
  title({ fields }, lookup) {
    const home = lookup.organisationName(fields.home ?? "");
    const partner = lookup.organisationName(fields.partner ?? "");
    const title: Localized = {};
    for (const [language, dash] of [
      ["ja", "・"],
      ["zh", "—"],
      ["en", "–"],
    ] as const) {
      const names = [home[language], partner[language]].filter((name) => name !== undefined);
      if (names.length > 0) title[language] = names.join(dash);
    }
    return title;
  },
};

export const agreementKind: RecordKind = {
  id: "agreement",
  sheet: agreementSheet,
  parts: [{ sheet: agreementPartySheet, parent: "agreement", position: null }],
  fiscalYear: null,
  date: "signed",
  publicPath: (id) => `agreements#${id}`,
  organisations: ({ fields, parts }, lookup) => [
    ...(parts.agreement_parties ?? []).flatMap(({ organisation }) => splitCell(organisation)),
    ...splitCell(fields.partnership).flatMap((id) => lookup.partnershipSides(id)),
  ],
  ledger: () => null,
  title: ({ fields }) => localizedCells(fields, "title"),
};
