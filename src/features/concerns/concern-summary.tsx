import type { Language } from "../../core/language.ts";
import { message } from "../../messages/message.ts";
import { KeyFigures } from "../../web/components/key-figures.tsx";
import { Section } from "../../web/components/section.tsx";
import { links } from "../../web/links.ts";
import { type Concern, hasReturned } from "./concern.ts";

/** In a few figures, on pages that are about more than concerns. */
export function ConcernSummary({ concerns, language }: { concerns: readonly Concern[]; language: Language }) {
  if (concerns.length === 0) return null;
  const unit = message(language, "concern.unit");
  const count = (wanted: (concern: Concern) => boolean) => String(concerns.filter(wanted).length);
  const href = links.concerns(language);
  return (
    <Section
      id="concerns"
      title={message(language, "concern.summary.title")}
      lead={message(language, "concern.summary.lead", { count: concerns.length })}
      more={{ text: message(language, "concern.summary.more"), href }}
    >
      <KeyFigures
        figures={[
          { label: message(language, "concern.figure.raised"), value: count(() => true), unit, href },
          {
            label: message(language, "concern.figure.answered"),
            value: count(({ responses }) => responses.length > 0),
            unit,
          },
          {
            label: message(language, "concern.figure.eased"),
            value: count(({ state }) => state === "solved" || state === "partly-solved"),
            unit,
          },
          { label: message(language, "concern.figure.returned"), value: count(hasReturned), unit },
        ]}
      />
    </Section>
  );
}
