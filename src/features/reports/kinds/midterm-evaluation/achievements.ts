import { localize } from "../../../../core/localized.ts";
import type { PrintTable } from "../../../../documents/print-table.ts";
import { message } from "../../../../messages/message.ts";
import type { Achievement } from "../../../evaluation/evaluation.ts";
import type { Study } from "../../compose/study.ts";
import { timelessTable } from "../plain-table.ts";

/** One row a local government: its type and what it achieved, one line each; remarks under the table. */
export function layOutAchievements(achievements: readonly Achievement[], study: Study): PrintTable {
  const { language } = study;
  const organisations = [...new Set(achievements.map(({ organisation }) => organisation))];
  const typeNotes = (["A", "B"] as const)
    .filter((type) => achievements.some((achievement) => achievement.type === type))
    .map((type) => message(language, `table.typeNote.${type}`));
  const remarks = achievements.flatMap(({ organisation, note }) => {
    const remark = localize(note, language).text;
    return remark === ""
      ? []
      : [message(language, "people.of", { organisation: study.name(organisation), count: remark })];
  });
  return timelessTable(study, {
    id: "achievements",
    title: message(language, "report.midterm.tableTitle"),
    columns: [
      { key: "organisation", label: message(language, "report.midterm.column.government"), share: 0.2 },
      { key: "type", label: message(language, "table.column.type"), share: 0.12, align: "center" },
      { key: "achievements", label: message(language, "table.column.achievements"), share: 0.68 },
    ],
    rows: organisations.map((id) => {
      const own = achievements.filter(({ organisation }) => organisation === id);
      return {
        key: id,
        cells: [
          study.name(id),
          own[0]?.type ?? "",
          own
            .map(({ text }) => `${message(language, "report.midterm.mark")}${localize(text, language).text}`)
            .join("\n"),
        ],
      };
    }),
    notes: [...typeNotes, ...new Set(remarks)],
  });
}
