import { localize } from "../../../../core/localized.ts";
import type { PrintTable } from "../../../../documents/print-table.ts";
import { choiceMessage, message } from "../../../../messages/message.ts";
import type { Agreement } from "../../../partnerships/partnership.ts";
import type { Study } from "../../compose/study.ts";
import { joinLines } from "../join-texts.ts";
import { timelessTable } from "../plain-table.ts";
import { writeWhen } from "../when.ts";

/** What the two put on paper or agreed: title and content, state, day, validity, and who signed. */
export function layOutAgreements(agreements: readonly Agreement[], study: Study): PrintTable {
  const { language } = study;
  return timelessTable(study, {
    id: "agreements",
    title: message(language, "agreements.title"),
    columns: [
      { key: "title", label: message(language, "report.partnership.column.agreement"), share: 0.36 },
      { key: "date", label: message(language, "report.partnership.column.signed"), share: 0.2 },
      { key: "valid", label: message(language, "agreements.valid"), share: 0.18 },
      { key: "parties", label: message(language, "report.partnership.column.signatories"), share: 0.26 },
    ],
    rows: agreements.map((agreement) => ({
      key: agreement.id,
      shaded: agreement.status === "planned",
      cells: [
        joinLines([agreement.title, agreement.content], language),
        joinLines(
          [
            writeWhen(agreement.signed, agreement.signedText, study) || message(language, "projects.undated"),
            choiceMessage(language, "agreement.status", agreement.status),
          ],
          language,
        ),
        agreement.valid === null
          ? message(language, "report.partnership.none")
          : writeWhen(agreement.valid, null, study),
        joinLines(
          agreement.parties.map((party) => nameSignatory(party, agreement, study)),
          language,
        ),
      ],
    })),
  });
}

/** 「山西省環境保護庁　庁長」 */
function nameSignatory(
  { organisation, signatory }: Agreement["parties"][number],
  { signedFrom }: Agreement,
  { directory, language }: Study,
): string {
  const name = directory.name(organisation, language, signedFrom);
  const office = localize(signatory, language).text;
  return office === "" ? name : `${name}${message(language, "report.letter.gapJoint")}${office}`;
}
