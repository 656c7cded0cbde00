import { column, defineSheet, localizedColumns, sourceColumns } from "../../sheets/sheet.ts";

export const newsSheet = defineSheet({
  name: "news",
  help: "What the programme tells its readers: new developments, newest first on the page.",
  key: ["id"],
  columns: [
    column("id", { type: "id" }, "key"),
    column("published", { type: "edtf" }, "date of what is told"),
    column("topics", { type: "references", sheet: "topics" }, "subjects, separated by semicolons", { optional: true }),
    column("partnership", { type: "reference", sheet: "partnerships" }, "partnership that it is about", {
      optional: true,
    }),
    ...localizedColumns("title", "headline"),
    ...localizedColumns("body", "the news in a few sentences"),
    // Readers follow it: nothing but a web address may stand here, no script.
    column("link", { type: "code", pattern: /^https?:\/\/\S+$/ }, "address of a page with more", { optional: true }),
    ...sourceColumns,
  ],
});
