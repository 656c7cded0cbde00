import { writeEdtf } from "../../../core/edtf-format.ts";
import { choiceMessage, message } from "../../../messages/message.ts";
import { type Definition, DefinitionList } from "../../../web/components/definition-list.tsx";
import { Words } from "../../../web/components/words.tsx";
import { links } from "../../../web/links.ts";
import { exactDay } from "../exact-day.ts";
import type { PolicyItem } from "../item.ts";
import { idsInForce } from "../item-row.ts";
import { listIssuers } from "../name-issuers.ts";
import { nameBodies, nameTopics, type PolicyWords } from "../policy-words.ts";

/** Number, bodies, dates, regions, subjects: each leads to what else has it. */
export function PolicyFacts({ item, words }: { item: PolicyItem; words: PolicyWords }) {
  return <DefinitionList items={describeFacts(item, words)} />;
}

function describeFacts(item: PolicyItem, words: PolicyWords): Definition[] {
  const { language } = words;
  const regions = idsInForce(item.regions);
  const topics = nameTopics(item, words);
  return [
    {
      term: message(language, "policy.documentNumber"),
      values: [
        item.documentNumber === null ? (
          <span class="quiet">{message(language, "policy.noNumber")}</span>
        ) : (
          <Words value={{ text: item.documentNumber, language: item.language }} />
        ),
      ],
    },
    { term: message(language, "policy.bodies"), values: linkBodies(item, words) },
    ...describeDate("policy.written", item.written),
    ...describeDate("policy.published", item.published),
    ...describeDate("policy.inForce", item.inForce),
    ...describeDate("policy.ended", item.ended),
    ...(item.kind === null
      ? []
      : [
          {
            term: message(language, "policy.kindLabel"),
            values: [
              <a href={links.policies(language, { kind: item.kind })}>
                {choiceMessage(language, "policy.kind", item.kind)}
              </a>,
            ],
          },
        ]),
    {
      term: message(language, "policy.regions"),
      values:
        regions.length === 0
          ? [words.region(null)]
          : regions.map((id) => <a href={links.policyRegion(language, id)}>{words.region(id)}</a>),
    },
    ...(topics.length === 0
      ? []
      : [
          {
            term: message(language, "policy.topics"),
            values: [
              <ul class="policy-topics">
                {topics.map(({ id, text }) => (
                  <li key={id}>
                    <a href={links.policies(language, { topic: id })}>{text}</a>
                  </li>
                ))}
              </ul>,
            ],
          },
        ]),
  ];

  function describeDate(
    key: "policy.written" | "policy.published" | "policy.inForce" | "policy.ended",
    date: string | null,
  ): Definition[] {
    if (date === null) return [];
    return [
      {
        term: message(language, key),
        values: [<time dateTime={exactDay(date)}>{writeEdtf(date, language)}</time>],
      },
    ];
  }
}

function linkBodies(item: PolicyItem, words: PolicyWords) {
  const { bodies, language: original } = item;
  const { language, knowledge } = words;
  const names = nameBodies(item, words);
  // Where one of several is not in the list, none can be told to be whose policies.
  if (bodies.length !== names.length) return names.map((name) => <Words value={name} />);
  const originals = listIssuers(item, knowledge).map((name) => name[original]);
  return names.map((name, index) => (
    <>
      <a href={links.policies(language, { body: bodies[index] ?? "" })}>
        <Words value={name} />
      </a>
      {originals[index] !== undefined && originals[index] !== name.text && (
        <span class="quiet">
          {" "}
          <Words value={{ text: originals[index], language: original }} />
        </span>
      )}
    </>
  ));
}
