import type { ComponentChildren } from "preact";
import { languages } from "../../../core/language.ts";
import { localize } from "../../../core/localized.ts";
import { message } from "../../../messages/message.ts";
import { LabelledField } from "../../../web/components/labelled-field.tsx";
import { Section } from "../../../web/components/section.tsx";
import { Words } from "../../../web/components/words.tsx";
import { links } from "../../../web/links.ts";
import type { Offer } from "../../needs/offer.ts";
import type { NeedWords } from "../../needs/words.ts";
import type { NeedProposals } from "../service.ts";
import type { ChosenForm } from "./proposals.tsx";
import { sayAmount } from "./reason-words.ts";

interface ChooseFormProps {
  found: NeedProposals;
  form: ChosenForm;
  words: NeedWords;
  disabled: boolean;
  /** the offers with their ticks */
  children: ComponentChildren;
}

/** The offers to tick, and below them the broker's own words. */
export function ChooseForm({ found, form, words, disabled, children }: ChooseFormProps) {
  const { language } = words;
  if (disabled) return <>{children}</>;
  const years = new Set([
    found.fiscalYear,
    Number(form.fiscalYear),
    ...[0, 1, 2].map((more) => found.fiscalYear + more),
  ]);
  return (
    <form method="post" action={links.needProposals(language, found.need.id)} class="match-choose">
      <input type="hidden" name="form_key" value={form.formKey} />
      {children}
      <Section
        id="choose"
        title={message(language, "matching.choose.title")}
        lead={message(language, "matching.choose.lead")}
      >
        <div class="match-form">
          <LabelledField
            id="fiscal-year"
            name="fiscal_year"
            label={message(language, "matching.choose.year")}
            control={{
              kind: "select",
              value: form.fiscalYear,
              options: [...years]
                .filter(Number.isInteger)
                .sort()
                .map((year) => ({ value: String(year), text: words.year(year) })),
            }}
          />
          <fieldset class="match-reasoning">
            <legend>{message(language, "matching.choose.reasoning")}</legend>
            {[language, ...languages.filter((one) => one !== language)].map((one) => (
              <LabelledField
                key={one}
                id={`reasoning-${one}`}
                name={`reasoning_${one}`}
                label={message(language, `documents.languageName.${one}`)}
                control={{ kind: "area", rows: one === language ? 4 : 2, value: form.reasoning[one], lang: one }}
              />
            ))}
          </fieldset>
        </div>
      </Section>
      <div class="match-bar">
        <p>
          {message(language, "matching.choose.chosen")}
          <span class="match-count numeral" />
        </p>
        <a href="#choose">{message(language, "matching.choose.toWords")}</a>
        <button type="submit">{message(language, "matching.choose.submit")}</button>
      </div>
    </form>
  );
}

interface TicksProps {
  offer: Offer;
  form: ChosenForm;
  /** what agreed matches have taken of it, by fiscal year */
  taken: ReadonlyMap<number, number> | undefined;
  words: NeedWords;
  /** the amount that was typed is none */
  isWrong: boolean;
}

/** The tick of an offer, and how much of it, where that is counted. */
export function Ticks({ offer, form, taken, words, isWrong }: TicksProps) {
  const { language } = words;
  const id = `offer-${offer.id}`;
  return (
    <div class="match-tick">
      <label for={id}>
        <input id={id} type="checkbox" name="offers" value={offer.id} checked={form.offers.includes(offer.id)} />
        <span aria-hidden="true">{message(language, "matching.choose.tick")}</span>
        <span class="visually-hidden">
          {message(language, "matching.choose.tickOf", { organisation: words.organisation(offer.organisation) })}{" "}
          <Words value={localize(offer.title, language)} />
        </span>
      </label>
      {offer.capacityUnit !== null && (
        <div class="match-quantity">
          <label for={`${id}-quantity`}>
            {message(language, "matching.choose.quantity", {
              unit: message(language, `matching.choose.units.${offer.capacityUnit}`),
            })}
          </label>
          <input
            id={`${id}-quantity`}
            name={`quantity.${offer.id}`}
            type="text"
            inputMode="numeric"
            size={5}
            value={form.quantities[offer.id] ?? ""}
            aria-invalid={isWrong ? true : undefined}
            aria-describedby={isWrong ? `${id}-error ${id}-left` : `${id}-left`}
          />
          {isWrong && (
            <span id={`${id}-error`} class="form-error">
              {message(language, "matching.problem.quantity")}
            </span>
          )}
          <span id={`${id}-left`} class="quiet">
            {sayLeft(offer, Number(form.fiscalYear), taken, words)}
          </span>
        </div>
      )}
    </div>
  );
}

/** What is left in the year that was chosen; the years after it stand on the offer's page. */
function sayLeft(offer: Offer, year: number, taken: TicksProps["taken"], words: NeedWords): string {
  const { language } = words;
  const stated = offer.capacities.find(({ fiscalYear }) => fiscalYear === year)?.capacity;
  if (stated === undefined) return message(language, "matching.choose.leftUnknown", { year: words.year(year) });
  return message(language, "matching.choose.left", {
    year: words.year(year),
    left: sayAmount(Math.max(0, stated - (taken?.get(year) ?? 0)), offer.capacityUnit, words),
  });
}
