import { fiscalYearLabel, fiscalYearOf } from "../../../core/fiscal-calendar.ts";
import { type Language, languages } from "../../../core/language.ts";
import { message } from "../../../messages/message.ts";
import { isRecordKindId, type RecordKind } from "../../../records/kind.ts";
import { recordKind, recordKinds } from "../../../records/registry.ts";
import { sheetLabel } from "../../../sheets/field-label.ts";
import type { UnencodableCell } from "../../../spreadsheets/write-csv.ts";
import { describeInput, FieldFrame } from "../../../web/components/field-frame.tsx";
import { LinkTabs } from "../../../web/components/link-tabs.tsx";
import { EmptyState, Notice } from "../../../web/components/notices.tsx";
import { PageHeading } from "../../../web/components/page-heading.tsx";
import { Section } from "../../../web/components/section.tsx";
import { links } from "../../../web/links.ts";
import type { MemberRequest, PageContent, PageHandler } from "../../../web/page.ts";
import { getDirectory } from "../../organisations/directory.ts";
import { getProgramme } from "../../programme/service.ts";
import { findStanding, ownersFor } from "../../records/access.ts";
import { unflatPartsOf } from "../flat-parts.ts";
import { listOwnImports } from "../import-service.ts";
import type { Import } from "../import-store.ts";
import { type Choice, Hidden, RadioField, SelectField } from "./fields.tsx";

/** What went wrong with the form that was sent. */
export interface ExchangeProblem {
  unencodable?: UnencodableCell[];
  fileMissing?: boolean;
}

const sheetFormats = ["xlsx", "utf-8-bom", "utf-8", "cp932", "gb18030"] as const;
const shownCells = 50;

export const showExchange: PageHandler<MemberRequest> = (request) => {
  const asked = request.url.searchParams.get("kind") ?? "";
  return renderExchange(request, isRecordKindId(asked) ? recordKind(asked) : null, {});
};

/** The page with both forms of a kind; without one, of the first that the actor may enter. */
export async function renderExchange(
  request: MemberRequest,
  asked: RecordKind | null,
  problem: ExchangeProblem,
): Promise<PageContent> {
  const { context, language, actor } = request;
  const standing = await findStanding(context, actor);
  const possible = recordKinds.filter((kind) => ownersFor(standing, kind.id).length > 0);
  const kind = asked && possible.includes(asked) ? asked : possible[0];
  const title = message(language, "exchange.title");
  const page = { title, description: message(language, "exchange.description"), area: null, trail: [], unlisted: true };
  if (!kind) return { ...page, body: <EmptyState title={message(language, "exchange.none")} /> };
  const directory = await getDirectory(context);
  const owners = ownersFor(standing, kind.id).map((id) => ({
    value: id,
    text: directory.find(id) ? directory.name(id, language) : id,
  }));
  const recent = await listOwnImports(context, actor);
  return {
    ...page,
    body: (
      <div class="exchange">
        <PageHeading title={title} lead={message(language, "exchange.lead")} />
        <LinkTabs
          label={message(language, "exchange.kinds")}
          tabs={possible.map((each) => ({
            text: message(language, `record.kinds.${each.id}`),
            href: links.exchange(language, { kind: each.id }),
            current: each === kind,
          }))}
        />
        {problem.unencodable && <Unencodable language={language} cells={problem.unencodable} />}
        <DownloadForm language={language} kind={kind} years={await listYears(request)} />
        <UploadForm language={language} kind={kind} owners={owners} fileMissing={problem.fileMissing === true} />
        {recent.length > 0 && <RecentImports language={language} imports={recent} />}
      </div>
    ),
  };
}

async function listYears({ context, language }: MemberRequest): Promise<Choice[]> {
  const { calendar, firstFiscalYear, lastFiscalYear } = await getProgramme(context);
  const last = Math.max(lastFiscalYear, fiscalYearOf(calendar, context.clock.today()));
  const years = Array.from({ length: last - firstFiscalYear + 1 }, (_, index) => last - index);
  return years.map((year) => ({ value: String(year), text: fiscalYearLabel(calendar, year, language) }));
}

function Unencodable({ language, cells }: { language: Language; cells: readonly UnencodableCell[] }) {
  return (
    <Notice tone="error" title={message(language, "exchange.download.unencodable")}>
      <ul class="exchange-cells">
        {cells.slice(0, shownCells).map(({ address, characters }) => (
          <li key={address}>
            {message(language, "exchange.download.unencodableCell", { address, characters: characters.join(" ") })}
          </li>
        ))}
      </ul>
      {cells.length > shownCells && (
        <p>{message(language, "exchange.download.more", { count: cells.length - shownCells })}</p>
      )}
      <p>{message(language, "exchange.download.unencodableHelp")}</p>
    </Notice>
  );
}

function DownloadForm({ language, kind, years }: { language: Language; kind: RecordKind; years: Choice[] }) {
  const say = (key: "content" | "fiscalYear" | "language" | "format") => message(language, `exchange.download.${key}`);
  const unflat = unflatPartsOf(kind).map(({ name }) => sheetLabel(language, name));
  return (
    <Section id="download" title={message(language, "exchange.download.title")}>
      <form class="exchange-form" method="post" action={links.exchangeFile(language, kind.id)}>
        <Hidden name="intent" value="download" />
        <RadioField
          name="content"
          label={say("content")}
          choices={(["records", "empty"] as const).map((value) => ({
            value,
            text: message(language, `exchange.download.${value}`),
          }))}
          selected="records"
        />
        {kind.fiscalYear !== null && (
          <SelectField
            id="download-year"
            name="fiscalYear"
            label={say("fiscalYear")}
            choices={[{ value: "", text: message(language, "exchange.download.allYears") }, ...years]}
          />
        )}
        <SelectField
          id="download-language"
          name="language"
          label={say("language")}
          choices={languages.map((value) => ({ value, text: message(language, `language.${value}`) }))}
          selected={language}
        />
        <SelectField
          id="download-format"
          name="format"
          label={say("format")}
          choices={sheetFormats.map((value) => ({ value, text: message(language, `exchange.format.${value}`) }))}
        />
        <button type="submit">{message(language, "exchange.download.button")}</button>
      </form>
      <p class="hint">{message(language, "exchange.download.hint")}</p>
      {unflat.length > 0 && (
        <p class="hint">
          {message(language, "exchange.download.unflat", { parts: unflat.join(message(language, "list.separator")) })}
        </p>
      )}
    </Section>
  );
}

interface UploadFormProps {
  language: Language;
  kind: RecordKind;
  owners: Choice[];
  fileMissing: boolean;
}

function UploadForm({ language, kind, owners, fileMissing }: UploadFormProps) {
  const [first] = owners;
  const file = {
    id: "upload-file",
    label: message(language, "exchange.upload.file"),
    hint: message(language, "exchange.upload.fileHint"),
    error: fileMissing ? message(language, "exchange.upload.missing") : undefined,
  };
  return (
    <Section id="upload" title={message(language, "exchange.upload.title")}>
      <form
        class="exchange-form"
        method="post"
        action={links.exchangeFile(language, kind.id)}
        encType="multipart/form-data"
      >
        <Hidden name="intent" value="upload" />
        {owners.length > 1 ? (
          <SelectField
            id="upload-owner"
            name="owner"
            label={message(language, "exchange.upload.owner")}
            choices={owners}
          />
        ) : (
          <Hidden name="owner" value={first?.value ?? ""} />
        )}
        <FieldFrame {...file}>
          <input
            type="file"
            id="upload-file"
            name="file"
            accept=".xlsx,.xlsm,.csv,.txt,text/csv"
            required
            {...describeInput(file)}
          />
        </FieldFrame>
        <button type="submit">{message(language, "exchange.upload.button")}</button>
      </form>
      <p class="hint">{message(language, "exchange.upload.note")}</p>
    </Section>
  );
}

function RecentImports({ language, imports }: { language: Language; imports: readonly Import[] }) {
  return (
    <Section id="recent" title={message(language, "exchange.recent.title")}>
      <ul class="exchange-recent">
        {imports.map((each) => (
          <li key={each.id}>
            <a href={links.import(language, each.id)}>{each.fileName}</a>
            <span class="hint">
              {message(language, `record.kinds.${each.kind}`)}
              {message(language, "list.dot")}
              {message(language, `exchange.state.${each.state}`)}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
