import { message } from "../../../messages/message.ts";
import { LabelledField } from "../../../web/components/labelled-field.tsx";
import { Section } from "../../../web/components/section.tsx";
import { Words } from "../../../web/components/words.tsx";
import { links } from "../../../web/links.ts";
import type { PolicyItem } from "../item.ts";
import type { ItemSummary } from "../item-row.ts";
import { policyLinkKinds } from "../policy.ts";
import { dayOfVersion, type PolicyWords, titlesOf, writeVersion } from "../policy-words.ts";
import { type LinkedItem, sideOfLink } from "../service.ts";
import { Choice } from "./item-decision.tsx";
import { type DeskForm, ItemForm, problemOf, typedOr } from "./item-form.tsx";

interface ItemLinksProps {
  item: PolicyItem;
  related: readonly LinkedItem[];
  group: readonly ItemSummary[];
  form: DeskForm;
  words: PolicyWords;
}

/** What belongs to it, what says the same, and which versions it has. */
export function ItemLinks({ item, related, group, form, words }: ItemLinksProps) {
  const { language } = form;
  return (
    <Section id="links" title={message(language, "desk.links.title")}>
      {related.length === 0 && <p class="quiet">{message(language, "desk.links.none")}</p>}
      <ul class="desk-targets">
        {related.map((link) => (
          <li key={`${link.item}-${link.kind}-${link.target}`}>
            <Link link={link} item={item} form={form} words={words} />
          </li>
        ))}
      </ul>
      {group.length > 0 && (
        <>
          <h3>{message(language, "desk.links.same")}</h3>
          <ul class="desk-targets">
            {group.map((other) => (
              <li key={other.id}>
                <ItemName item={other} words={words} />{" "}
                {other.isOriginal && <span class="desk-state">{message(language, "desk.links.original")}</span>}
              </li>
            ))}
          </ul>
        </>
      )}
      {form.edits && <AddLink form={form} />}
    </Section>
  );
}

interface LinkProps {
  link: LinkedItem;
  item: PolicyItem;
  form: DeskForm;
  words: PolicyWords;
}

function Link({ link, item, form, words }: LinkProps) {
  const { language } = form;
  const side = sideOfLink(item, link);
  const decision = (state: "confirmed" | "rejected") => (
    <button type="submit" name="state" value={state} class="button-second">
      {message(language, state === "confirmed" ? "desk.links.confirm" : "desk.links.reject")}
    </button>
  );
  return (
    <>
      <p class="quiet">
        {message(language, `policy.link.${side}.${link.kind}`)}{" "}
        <span class={`desk-state desk-state-${link.state}`}>{message(language, `desk.decision.${link.state}`)}</span>
      </p>
      <p>
        <ItemName item={link.other} words={words} />
      </p>
      {link.reasons.map((reason) => (
        <p key={`${reason.rule}-${reason.term}`} class="quiet">
          {message(language, `desk.links.reason.${reason.rule}`)}{" "}
          <Words value={{ text: reason.evidence, language: item.language }} />
        </p>
      ))}
      {(link.kind === "version-of" || link.kind === "replaces") && (
        <Difference item={item} other={link.other} form={form} />
      )}
      {form.edits && (
        <ItemForm
          form={form}
          intent="link"
          hidden={{ item: link.item, kind: link.kind, target: link.target }}
          className="desk-decision"
        >
          {link.state !== "confirmed" && decision("confirmed")}
          {link.state !== "rejected" && decision("rejected")}
        </ItemForm>
      )}
    </>
  );
}

function ItemName({ item, words }: { item: ItemSummary; words: PolicyWords }) {
  const { language } = words;
  return (
    <>
      <a href={links.deskItem(language, item.id)}>
        <Words value={titlesOf(item, language).title} />
      </a>{" "}
      <span class="quiet">{writeVersion(item, language)}</span>
    </>
  );
}

/** The clauses of two versions, or of a rule and the one that it replaces, can be compared; the older stands first. */
function Difference({ item, other, form }: { item: PolicyItem; other: ItemSummary; form: DeskForm }) {
  if (item.blocks.length === 0 || other.origin === "programme") return null;
  const [older, newer] = dayOfVersion(item) <= dayOfVersion(other) ? [item.id, other.id] : [other.id, item.id];
  return (
    <p>
      <a href={links.deskItemDifference(form.language, older, newer)}>{message(form.language, "desk.links.compare")}</a>
    </p>
  );
}

function AddLink({ form }: { form: DeskForm }) {
  const { language } = form;
  const error = problemOf(form, "add-link");
  return (
    <details class="desk-correction" open={error !== undefined}>
      <summary>{message(language, "desk.links.add")}</summary>
      <ItemForm form={form} intent="add-link">
        <Choice
          id="add-link--kind"
          label={message(language, "desk.links.kind")}
          value={typedOr(form, "add-link", "kind", "implements")}
          options={policyLinkKinds.map((kind) => [kind, message(language, `policy.link.from.${kind}`)])}
        />
        <LabelledField
          id="add-link-target"
          name="target"
          label={message(language, "desk.links.target")}
          hint={message(language, "desk.links.targetHint")}
          error={error}
          control={{ kind: "text", value: typedOr(form, "add-link", "target", "") }}
        />
        <button type="submit">{message(language, "desk.links.keep")}</button>
      </ItemForm>
    </details>
  );
}
