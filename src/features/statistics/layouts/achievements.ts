import { localize } from "../../../core/localized.ts";
import type { TableRow } from "../../../documents/table.ts";
import { message } from "../../../messages/message.ts";
import { getAchievements } from "../../evaluation/service.ts";
import type { LayoutRequest, LayoutResult } from "./request.ts";

/** One row a local government: its type of cooperation and what it achieved. */
export async function layOutAchievements(request: LayoutRequest): Promise<LayoutResult> {
  const { context, language, directory } = request;
  const achievements = await getAchievements(context);
  const rows: TableRow[] = [...new Set(achievements.map((achievement) => achievement.organisation))].map((id) => {
    const own = achievements.filter((achievement) => achievement.organisation === id);
    const notes = own.map((achievement) => localize(achievement.note, language).text).filter((text) => text !== "");
    return {
      key: id,
      cells: {
        organisation: { text: directory.name(id, language) },
        type: { text: own[0]?.type ?? "" },
        achievements: {
          text: own
            .map((achievement) => localize(achievement.text, language).text)
            .join(message(language, "list.semicolon")),
        },
      },
      records: own.map((_, index) => `${id}-${index + 1}`),
      ...(notes.length > 0 ? { notes: [...new Set(notes)] } : {}),
    };
  });
  return {
    columns: [
      { key: "organisation", label: message(language, "table.column.organisation") },
      { key: "type", label: message(language, "table.column.type") },
      { key: "achievements", label: message(language, "table.column.achievements") },
    ],
    rows,
    notes: [],
  };
}
