import { message } from "../../../messages/message.ts";
import { Section } from "../../../web/components/section.tsx";
import type { PolicyItem, Tag } from "../item.ts";
import type { PolicyWords } from "../policy-words.ts";
import { Choice } from "./item-decision.tsx";
import { type DeskForm, ItemForm } from "./item-form.tsx";
import { TagReasons } from "./reasons.tsx";
import { RegionChoice } from "./region-choice.tsx";

interface ItemTagsProps {
  item: PolicyItem;
  form: DeskForm;
  words: PolicyWords;
}

/** Subjects and regions, each with why it was given; a person adds and takes away. */
export function ItemTags({ item, form, words }: ItemTagsProps) {
  const { knowledge } = words;
  return (
    <>
      <TagGroup of="topics" tags={item.topics} all={knowledge.topics} name={words.topic} form={form} words={words} />
      <TagGroup
        of="regions"
        tags={item.regions}
        all={knowledge.regions.filter(({ level }) => level !== "county")}
        name={words.region}
        form={form}
        words={words}
      />
    </>
  );
}

interface TagGroupProps {
  of: "topics" | "regions";
  tags: readonly Tag[];
  all: readonly { id: string }[];
  name(id: string): string;
  form: DeskForm;
  words: PolicyWords;
}

function TagGroup({ of, tags, all, name, form, words }: TagGroupProps) {
  const { language } = form;
  const held = tags.filter(({ by }) => by !== "removed");
  const removed = tags.filter(({ by }) => by === "removed");
  const free = all.filter(({ id }) => !held.some((tag) => tag.id === id));
  return (
    <Section id={of} title={message(language, `desk.tags.${of}`)}>
      {held.length === 0 && <p class="quiet">{message(language, `desk.tags.none-${of}`)}</p>}
      <ul class="desk-tags">
        {held.map((tag) => (
          <li key={tag.id}>
            <div class="desk-tag-line">
              <span class="desk-tag">{name(tag.id)}</span>{" "}
              <span class="quiet">{message(language, `desk.tagBy.${tag.by}`)}</span>
              {form.edits && <TagButton of={of} tag={tag.id} holds={false} text={name(tag.id)} form={form} />}
            </div>
            <TagReasons reasons={tag.reasons} words={words} />
          </li>
        ))}
      </ul>
      {removed.length > 0 && (
        <details>
          <summary>{message(language, "desk.tags.removed", { count: removed.length })}</summary>
          <ul class="desk-tags">
            {removed.map((tag) => (
              <li key={tag.id}>
                <div class="desk-tag-line">
                  <del>{name(tag.id)}</del>
                  {form.edits && <TagButton of={of} tag={tag.id} holds text={name(tag.id)} form={form} />}
                </div>
              </li>
            ))}
          </ul>
        </details>
      )}
      {form.edits && free.length > 0 && (
        <ItemForm form={form} intent="tag" hidden={{ of, holds: "yes" }} className="desk-form desk-line">
          {of === "regions" ? (
            <RegionChoice
              id="add-regions--tag"
              label={message(language, "desk.tags.add-regions")}
              regions={words.knowledge.regions.filter((region) => free.some(({ id }) => id === region.id))}
              words={words}
            />
          ) : (
            <Choice
              id="add-topics--tag"
              label={message(language, "desk.tags.add-topics")}
              value=""
              options={free.map(({ id }) => [id, name(id)])}
            />
          )}
          <button type="submit" class="button-second">
            {message(language, "desk.tags.add")}
          </button>
        </ItemForm>
      )}
    </Section>
  );
}

interface TagButtonProps {
  of: string;
  tag: string;
  holds: boolean;
  text: string;
  form: DeskForm;
}

function TagButton({ of, tag, holds, text, form }: TagButtonProps) {
  return (
    <ItemForm form={form} intent="tag" hidden={{ of, tag, holds: holds ? "yes" : "no" }} className="desk-inline">
      <button type="submit" class="button-link">
        {message(form.language, holds ? "desk.tags.giveBack" : "desk.tags.remove")}
        <span class="visually-hidden">{text}</span>
      </button>
    </ItemForm>
  );
}
