import type { Language } from "../../../core/language.ts";
import { message } from "../../../messages/message.ts";
import { links } from "../../../web/links.ts";
import { countRecords, type Dataset, datasets } from "../datasets.ts";
import type { OpenData } from "../gather-page.ts";
import { nameSheet } from "../name-sheet.ts";
import { listOffers } from "../offers.ts";
import { writeNumber } from "./words.ts";

/** Every subject with its files. A list, not a table: on a phone nothing has to be pushed aside to reach a download. */
export function DatasetList({ counts, language }: { counts: OpenData["counts"]; language: Language }) {
  return (
    <ul class="open-data-sets">
      {datasets.map((dataset) => (
        <Item key={dataset.id} dataset={dataset} counts={counts} language={language} />
      ))}
    </ul>
  );
}

const formNames = { xlsx: "Excel", json: "JSON" } as const;

function Item({ dataset, counts, language }: { dataset: Dataset; counts: OpenData["counts"]; language: Language }) {
  const { id, sheets } = dataset;
  const title = message(language, `openData.dataset.${id}.title`);
  const count = countRecords(dataset, counts);
  const offers = listOffers(dataset, counts);
  const listed = [...offers.csv, ...offers.archived];
  const named = (form: string) => message(language, "openData.datasets.fileOf", { title, form });
  return (
    <li id={`dataset-${id}`}>
      <div>
        <h3>{title}</h3>
        <p>{message(language, `openData.dataset.${id}.text`)}</p>
      </div>
      <p class="open-data-count">
        <span class="numeral">{writeNumber(language, count)}</span>{" "}
        <span class="unit">{message(language, "openData.unit.records", { count })}</span>
      </p>
      {listed.length === 0 ? (
        <p class="quiet">{message(language, "openData.datasets.none")}</p>
      ) : (
        <div class="open-data-files">
          <ul class="open-data-whole" aria-label={named(message(language, "openData.datasets.whole"))}>
            {(["xlsx", "json"] as const)
              .filter((form) => offers[form])
              .map((form) => (
                <li key={form}>
                  <a class="open-data-file" href={links.openDataFile(language, `${id}.${form}`)}>
                    <span class="visually-hidden">{title} </span>
                    {formNames[form]}
                  </a>
                </li>
              ))}
          </ul>
          <ul class="open-data-csv" aria-label={named("CSV")}>
            {listed.map(({ name }) => (
              <li key={name}>
                {offers.csv.some((sheet) => sheet.name === name) ? (
                  <a href={links.openDataFile(language, `${name}.csv`)}>
                    {message(language, "openData.datasets.fileOf", { title: nameSheet(language, name), form: "CSV" })}
                  </a>
                ) : (
                  message(language, "openData.datasets.archived", { title: nameSheet(language, name) })
                )}
                {sheets.length > 1 && <span class="quiet"> {writeNumber(language, counts.get(name) ?? 0)}</span>}
              </li>
            ))}
          </ul>
        </div>
      )}
    </li>
  );
}
