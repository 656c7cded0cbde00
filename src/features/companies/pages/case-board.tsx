import { writeEdtf } from "../../../core/edtf-format.ts";
import { localize } from "../../../core/localized.ts";
import { message } from "../../../messages/message.ts";
import { Words } from "../../../web/components/words.tsx";
import { links } from "../../../web/links.ts";
import { OnlyLanguage } from "../../needs/only-language.tsx";
import { dayOf, type NeedWords } from "../../needs/words.ts";
import { type CompanyCase, caseStates } from "../company-case.ts";
import { writeAmount } from "../contract-amount.ts";

/** A column a state; on a phone one below the other. */
export function CaseBoard({ cases, words }: { cases: readonly CompanyCase[]; words: NeedWords }) {
  const { language } = words;
  return (
    <div class="case-board">
      {caseStates.map((state) => {
        const own = cases.filter((one) => one.state === state);
        return (
          <section key={state} class={`case-column is-${state}`} aria-labelledby={`column-${state}`}>
            <h3 id={`column-${state}`}>
              {message(language, `company.states.${state}`)}
              <span class="numeral">{own.length}</span>
            </h3>
            <ul>
              {own.map((one) => (
                <li key={one.id}>
                  <CaseCard one={one} words={words} />
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </div>
  );
}

function CaseCard({ one, words }: { one: CompanyCase; words: NeedWords }) {
  const { language } = words;
  const obstacles = one.obstacleKinds.map((kind) => message(language, `company.obstacle.${kind}`));
  return (
    <>
      <p class="case-title">
        <a href={links.companyCase(language, one.id)}>
          <Words value={localize(one.title, language)} />
        </a>
        <OnlyLanguage text={one.title} language={language} />
      </p>
      <p>{nameSides(one, words)}</p>
      {one.state === "contracted" && one.contractedOn !== null && (
        <p>
          {writeEdtf(one.contractedOn, language)}
          {one.amount && ` ${writeAmount(one.amount, language)}`}
        </p>
      )}
      {obstacles.length > 0 && (
        <p class="case-obstacle">{message(language, "company.obstacleIs", { kinds: words.list(obstacles) })}</p>
      )}
      <p class="case-changed">
        {message(language, "company.changedOn", { date: writeEdtf(dayOf(one.changedAt), language) })}
      </p>
    </>
  );
}

export function nameSides({ company, partner }: Pick<CompanyCase, "company" | "partner">, words: NeedWords): string {
  if (partner === null) return words.organisation(company);
  return message(words.language, "company.sides", {
    company: words.organisation(company),
    partner: words.organisation(partner),
  });
}
