import type { Language } from "../../../core/language.ts";
import type { TableDocument } from "../../../documents/table.ts";
import { message } from "../../../messages/message.ts";
import { links } from "../../../web/links.ts";

/** Shows the table as it stood on another day: what lies after it was still planned then. */
export function AsOfForm({
  table,
  chosen,
  language,
}: {
  table: TableDocument;
  chosen: string | undefined;
  language: Language;
}) {
  return (
    <form class="as-of-form" method="get" action={links.table(language, table.id)}>
      {table.fiscalYear !== null && <input type="hidden" name="fiscalYear" value={String(table.fiscalYear)} />}
      <p class="field">
        <label for="as-of">{message(language, "tables.asOfField")}</label>
        <input id="as-of" type="date" name="asOf" value={chosen ?? table.asOf} required aria-describedby="as-of-hint" />
        <button type="submit">{message(language, "tables.show")}</button>
      </p>
      <p class="hint" id="as-of-hint">
        {message(language, "tables.asOfHint")}
      </p>
    </form>
  );
}
