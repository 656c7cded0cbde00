import { writeEdtf } from "../../../core/edtf-format.ts";
import { localize } from "../../../core/localized.ts";
import { message } from "../../../messages/message.ts";
import { Section } from "../../../web/components/section.tsx";
import { LinkedWords, Words } from "../../../web/components/words.tsx";
import { links } from "../../../web/links.ts";
import { type PolicyWords, titlesOf, writePublished } from "../../policies/policy-words.ts";
import type { ShownEvidence } from "../evidence.ts";
import type { Need } from "../need.ts";
import type { EvidenceProposals } from "../propose-evidence.ts";
import type { NeedWords } from "../words.ts";

interface NeedEvidenceProps {
  need: Need;
  evidence: readonly ShownEvidence[];
  /** what else might show it; null for those who only read */
  proposals: EvidenceProposals | null;
  words: NeedWords;
  policyWords: PolicyWords;
  /** what was typed where nothing was chosen, and what is said of it */
  refused: { note: string; text: string } | null;
}

/** What shows that the need is real, and for those who keep it what else might. */
export function NeedEvidenceSection(props: NeedEvidenceProps) {
  const { need, evidence, proposals, words } = props;
  const { language } = words;
  return (
    <Section
      id="evidence"
      title={message(language, "needs.evidence.title")}
      lead={message(language, "needs.evidence.lead")}
    >
      {evidence.length === 0 ? (
        <p class="quiet">{message(language, "needs.evidence.none")}</p>
      ) : (
        <ul class="need-evidence">
          {evidence.map((one) => (
            <li key={`${one.kind}/${one.subject}`}>
              <span class="kind-mark">{message(language, `needs.evidence.kind.${one.kind}`)}</span>
              <div>
                <p>
                  <LinkedWords text={one.title} href={one.href ?? undefined} />
                </p>
                {Object.keys(one.note).length > 0 && (
                  <p class="record-facts">
                    <Words value={localize(one.note, language)} />
                  </p>
                )}
              </div>
              {proposals && (
                <form method="post" action={links.memberNeed(language, need.id)}>
                  <input type="hidden" name="intent" value="remove-evidence" />
                  <input type="hidden" name="kind" value={one.kind} />
                  <input type="hidden" name="subject" value={one.subject} />
                  <button type="submit" class="button-quiet">
                    {message(language, "needs.evidence.remove")}
                    <span class="visually-hidden">
                      <Words value={one.title} />
                    </span>
                  </button>
                </form>
              )}
            </li>
          ))}
        </ul>
      )}
      {proposals && <AddEvidence {...props} proposals={proposals} />}
    </Section>
  );
}

type AddEvidenceProps = NeedEvidenceProps & { proposals: EvidenceProposals };

/** What stands there already is not proposed again. */
function AddEvidence({ need, evidence, proposals, words, policyWords, refused }: AddEvidenceProps) {
  const { language } = words;
  const present = new Set(evidence.map(({ kind, subject }) => `${kind}/${subject}`));
  const options = [
    ...proposals.policies.map((item) => ({
      value: `policy/${item.id}`,
      kind: message(language, "needs.evidence.kind.policy"),
      text: titlesOf(item, language).title,
      note: writePublished(item, language),
      isLater: proposals.later.has(item.id),
    })),
    ...proposals.targets.map(({ id, item, text }) => ({
      value: `target/${id}`,
      kind: message(language, "needs.evidence.kind.target"),
      text: { text, language },
      note: "",
      isLater: proposals.later.has(item),
    })),
    ...proposals.activities.map(({ id, title, dateFrom }) => ({
      value: `activity/${id}`,
      kind: message(language, "needs.evidence.kind.activity"),
      text: localize(title, language),
      note: dateFrom === null ? "" : writeEdtf(dateFrom, language),
      isLater: proposals.later.has(id),
    })),
  ].filter(({ value }) => !present.has(value));
  return (
    <details class="need-add-evidence" open={proposals.search !== "" || refused !== null}>
      <summary>{message(language, "needs.evidence.add")}</summary>
      <form method="get" action={`${links.memberNeed(language, need.id)}#evidence`} class="need-evidence-search">
        <label for="evidence-search">{message(language, "needs.evidence.search")}</label>
        <input id="evidence-search" type="search" name="policy" value={proposals.search} />
        <button type="submit" class="button-second">
          {message(language, "needs.evidence.find")}
        </button>
      </form>
      <form method="post" action={links.memberNeed(language, need.id, { policy: proposals.search })} class="need-step">
        <input type="hidden" name="intent" value="add-evidence" />
        <fieldset class="need-proposals" aria-describedby={refused ? "evidence-error" : undefined}>
          <legend>{message(language, proposals.search === "" ? "needs.evidence.near" : "needs.evidence.found")}</legend>
          {refused && (
            <p id="evidence-error" class="form-error">
              {refused.text}
            </p>
          )}
          {options.length === 0 && <p>{message(language, "needs.evidence.nothingFound")}</p>}
          {options.map(({ value, kind, text, note, isLater }) => (
            <label key={value}>
              <input type="radio" name="evidence" value={value} />
              <span>
                <span class="kind-mark">{kind}</span> <Words value={text} /> <span class="quiet">{note}</span>
                {isLater && <small class="hint">{message(language, "needs.evidence.later")}</small>}
              </span>
            </label>
          ))}
        </fieldset>
        <label for="evidence-document">
          {message(language, "needs.evidence.document")}
          <select id="evidence-document" name="document">
            <option value="">—</option>
            {words.books.documents.map(({ id, title }) => (
              <option key={id} value={id}>
                {localize(title, language).text}
              </option>
            ))}
          </select>
        </label>
        <label for="evidence-note">
          {message(language, "needs.evidence.note")}
          <textarea id="evidence-note" name="note" rows={2}>
            {refused?.note}
          </textarea>
        </label>
        <p class="need-step-buttons">
          <button type="submit">{message(language, "needs.evidence.addThis")}</button>
        </p>
      </form>
      <p class="quiet">
        {message(language, "needs.evidence.regionHint", {
          topics: words.list(need.topics.map(words.topic)),
          region: policyWords.region(proposals.region),
        })}
        {proposals.later.size > 0 && message(language, "needs.evidence.laterHint")}
      </p>
    </details>
  );
}
