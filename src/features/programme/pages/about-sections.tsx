import type { Language } from "../../../core/language.ts";
import { localize } from "../../../core/localized.ts";
import { message } from "../../../messages/message.ts";
import { KeyFigures } from "../../../web/components/key-figures.tsx";
import { LinkList } from "../../../web/components/link-list.tsx";
import { Section } from "../../../web/components/section.tsx";
import { Words } from "../../../web/components/words.tsx";
import { links } from "../../../web/links.ts";
import type { Principle, SheetCount } from "../framework.ts";
import { nestPrinciples, type PrincipleBranch } from "./principle-tree.ts";

const steps = ["need", "introduction", "consultation", "exchange", "project", "review"] as const;

/** From a need to its review, as the basic principles (5, 6) lay it down. */
export function HowItWorks({ language }: { language: Language }) {
  return (
    <Section id="how" title={message(language, "about.how.title")} lead={message(language, "about.how.lead")}>
      <ol class="steps">
        {steps.map((step) => (
          <li key={step}>
            <p class="step-title">{message(language, `about.how.${step}`)}</p>
            <p>{message(language, `about.how.${step}Text`)}</p>
          </li>
        ))}
      </ol>
    </Section>
  );
}

/** Numbered as the document numbers them, so that people can cite 5-2-1. */
export function Principles({ principles, language }: { principles: readonly Principle[]; language: Language }) {
  const { branches, remarks } = nestPrinciples(principles);
  return (
    <>
      <Branches branches={branches} language={language} />
      {remarks.map((remark, index) => (
        <p key={index} class="source-citation">
          ※ <Words value={localize(remark, language)} />
        </p>
      ))}
    </>
  );
}

function Branches({ branches, language }: { branches: readonly PrincipleBranch[]; language: Language }) {
  return (
    <ol class="principles">
      {branches.map(({ number, texts, children }) => (
        <li key={number} id={`principle-${number}`}>
          <span class="principle-number">{number}</span>
          <div>
            {texts.map((text, index) => (
              <p key={index}>
                <Words value={localize(text, language)} />
              </p>
            ))}
            {children.length > 0 && <Branches branches={children} language={language} />}
          </div>
        </li>
      ))}
    </ol>
  );
}

/** The kinds of records that readers ask for, each with the page that lists them. */
const listedSheets = [
  ["organisations", (language: Language) => links.organisations(language)],
  ["partnerships", links.partnerships],
  ["agreements", links.agreements],
  ["activities", (language: Language) => links.activities(language)],
  ["projects", links.projects],
  ["achievements", links.evaluation],
  ["claims", (language: Language) => links.reconciliation(language)],
  ["glossary", links.glossary],
] as const;

interface RecordsOnFileProps {
  counts: readonly SheetCount[];
  asOf: string;
  language: Language;
}

export function RecordsOnFile({ counts, asOf, language }: RecordsOnFileProps) {
  return (
    <Section
      id="records"
      title={message(language, "about.records.title")}
      lead={message(language, "about.records.lead", { date: asOf })}
      more={{ text: message(language, "about.records.more"), href: links.documents(language) }}
    >
      <KeyFigures
        figures={listedSheets.map(([sheet, href]) => ({
          label: message(language, `documents.sheet.${sheet}`),
          value: new Intl.NumberFormat(language).format(counts.find((count) => count.sheet === sheet)?.records ?? 0),
          unit: message(language, "about.records.unit"),
          href: href(language),
        }))}
      />
    </Section>
  );
}

export function HowWeCount({ language }: { language: Language }) {
  return (
    <Section id="counting" title={message(language, "about.counting.title")}>
      {(["records", "claims", "both", "day"] as const).map((part) => (
        <p key={part}>{message(language, `about.counting.${part}`)}</p>
      ))}
      <LinkList
        items={[
          { text: message(language, "about.counting.reconciliation"), href: links.reconciliation(language) },
          { text: message(language, "about.counting.quality"), href: links.quality(language) },
        ]}
      />
    </Section>
  );
}

export function Terms({ language }: { language: Language }) {
  return (
    <Section id="terms" title={message(language, "about.licence.title")}>
      <p>{message(language, "site.licence")}</p>
      <p>{message(language, "about.licence.correction")}</p>
    </Section>
  );
}
