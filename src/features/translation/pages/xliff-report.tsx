import { type Language, languageTags } from "../../../core/language.ts";
import { message } from "../../../messages/message.ts";
import { DataTable } from "../../../web/components/data-table.tsx";
import { Notice } from "../../../web/components/notices.tsx";
import { describeFileProblem } from "../exchange/file-problem.ts";
import { unitResults, type XliffTaken } from "../exchange/take-xliff.ts";
import type { Translation } from "../translation.ts";
import { linkToSegment } from "./editor-query.ts";

interface XliffReportProps {
  taken: XliffTaken;
  translation: Translation;
  language: Language;
}

/** What became of each unit of a file, those first that were not taken. */
export function XliffReport({ taken, translation, language }: XliffReportProps) {
  const { units, problems } = taken;
  const counts = unitResults
    .map((result) => ({ result, count: units.filter((unit) => unit.result === result).length }))
    .filter(({ count }) => count > 0);
  const taking = new Set<string>(["saved", "confirmed", "reviewed"]);
  const changed = units.filter(({ result }) => taking.has(result)).length;
  return (
    <>
      <Notice
        tone={problems.length > 0 || units.length === 0 ? "error" : changed === 0 ? "warning" : "success"}
        title={
          units.length === 0
            ? message(language, "translation.file.notTaken")
            : changed === 0
              ? message(language, "translation.file.nothingTaken")
              : message(language, "translation.file.taken", { count: changed })
        }
      >
        <ul>
          {counts.map(({ result, count }) => (
            <li key={result}>
              {message(language, `translation.file.result.${result}`)} <span class="numeral">{count}</span>
            </li>
          ))}
          {problems.slice(0, 50).map((problem, index) => (
            <li key={index}>{describeFileProblem(problem, language)}</li>
          ))}
        </ul>
      </Notice>
      {units.length > 0 && (
        <details class="xliff-units">
          <summary>{message(language, "translation.file.units")}</summary>
          <DataTable
            id="xliff-report"
            caption={message(language, "translation.file.units")}
            captionHidden
            columns={[
              { key: "line", label: message(language, "translation.file.line"), width: "narrow", align: "end" },
              { key: "sentence", label: message(language, "translation.file.sentence"), width: "wide" },
              { key: "result", label: message(language, "translation.file.outcome") },
            ]}
            rows={units.map(({ segment: id, line, result }, index) => {
              const segment = translation.segments.find((candidate) => candidate.id === id);
              return {
                key: String(index),
                cells: {
                  line: String(line),
                  sentence: segment ? (
                    <a href={linkToSegment({ language }, translation.id, segment.position, "edit")}>
                      {segment.position + 1}{" "}
                      <span lang={languageTags[translation.sourceLanguage]}>
                        {[...segment.source].slice(0, 60).join("")}
                      </span>
                    </a>
                  ) : (
                    <code>{id}</code>
                  ),
                  result: message(language, `translation.file.result.${result}`),
                },
              };
            })}
            scrollHint={message(language, "tables.scrollHint")}
            emptyText=""
          />
        </details>
      )}
    </>
  );
}
