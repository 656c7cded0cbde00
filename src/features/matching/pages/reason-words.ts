import { isLanguage } from "../../../core/language.ts";
import { message } from "../../../messages/message.ts";
import { difficulties, type HelpKind, helpKinds } from "../../needs/need.ts";
import type { CapacityUnit } from "../../needs/offer.ts";
import type { NeedWords } from "../../needs/words.ts";
import type { Unpaired } from "../engine/combine-offers.ts";
import type { Reason } from "../match.ts";

/** A part of the reason as one or two sentences in the reader's language. */
export function sayReason(reason: Reason, words: NeedWords, unit: CapacityUnit | null): string {
  const { language } = words;
  const texts = (name: string): string[] => {
    const value = reason.values[name];
    return Array.isArray(value) ? value.map(String) : [];
  };
  const topics = (name: string) => listTopics(texts(name), words);
  const kinds = (name: string) => listKinds(readKinds(texts(name)), words);
  const number = (name: string) => Number(reason.values[name] ?? 0);
  switch (reason.part) {
    case "topic": {
      const said = [
        ...(texts("identical").length > 0
          ? [sayIdentical(texts("identical").length, number("wanted"), topics("identical"), words)]
          : []),
        ...(texts("elsewhere").length > 0
          ? [
              message(language, "matching.reason.topic.elsewhere", {
                topics: topics("elsewhere"),
                subjects: topics("subjects"),
              }),
            ]
          : []),
        ...(texts("related").length > 0
          ? [message(language, "matching.reason.topic.related", { topics: topics("related") })]
          : []),
      ];
      return join(
        [
          ...(said.length === 0 ? [message(language, "matching.reason.topic.none")] : said),
          message(language, "matching.reason.topic.likeness", { percent: number("likeness") }),
        ],
        words,
      );
    }
    case "kind":
      if (texts("covered").length === 0 && texts("missing").length === 0)
        return message(language, "matching.reason.kind.any", { given: kinds("given") });
      if (texts("covered").length === 0)
        return message(language, "matching.reason.kind.none", { missing: kinds("missing"), given: kinds("given") });
      return texts("missing").length === 0
        ? message(language, "matching.reason.kind.all", { kinds: kinds("covered") })
        : message(language, "matching.reason.kind.some", { kinds: kinds("covered"), missing: kinds("missing") });
    case "difficulty": {
      const [wanted, given] = ["wanted", "given"].map((name) =>
        difficulties.find((one) => one === reason.values[name]),
      );
      if (!wanted || !given) return message(language, "matching.reason.difficulty.unknown");
      const said = {
        wanted: message(language, `need.difficulties.${wanted}`),
        given: message(language, `need.difficulties.${given}`),
      };
      return message(language, `matching.reason.difficulty.${reason.score === 1 ? "enough" : "short"}`, said);
    }
    case "capacity": {
      const year = words.year(number("year"));
      const assumed =
        reason.values.assumed === undefined ? [] : [message(language, "matching.reason.capacity.assumed", { year })];
      const left = sayAmount(number("left"), unit, words);
      const said =
        reason.values.left === undefined
          ? message(language, "matching.reason.capacity.unknown", { year })
          : number("left") === 0
            ? message(language, "matching.reason.capacity.none", { year })
            : message(language, "matching.reason.capacity.left", { year, left });
      return join([...assumed, said], words);
    }
    case "language": {
      const names = (name: string) =>
        words.list(
          texts(name).flatMap((one) => (isLanguage(one) ? [message(language, `documents.languageName.${one}`)] : [])),
        );
      if (texts("wanted").length === 0 || texts("given").length === 0)
        return message(language, "matching.reason.language.unknown");
      return texts("shared").length > 0
        ? message(language, "matching.reason.language.shared", { languages: names("shared") })
        : message(language, "matching.reason.language.none", { wanted: names("wanted") });
    }
    case "distance": {
      const how = hows.find((one) => one === reason.values.how) ?? "none";
      return message(language, `matching.reason.distance.${how}`);
    }
    case "past-work":
      return sayPastWork(reason, words);
    case "evidence": {
      const count = number("count");
      if (count === 0) return message(language, "matching.reason.evidence.none");
      return texts("topics").length > 0
        ? message(language, "matching.reason.evidence.topic", { count, topics: topics("topics") })
        : message(language, "matching.reason.evidence.some", { count });
    }
  }
}

/** How many of the topics that are wanted, so that two offers with the same sentence have the same number beside it. */
function sayIdentical(count: number, wanted: number, topics: string, { language }: NeedWords): string {
  // Reasons that were kept before matching told how many were wanted.
  if (wanted === 0) return message(language, "matching.reason.topic.identical", { topics });
  return count === wanted
    ? message(language, "matching.reason.topic.all", { topics, wanted })
    : message(language, "matching.reason.topic.some", { topics, count, wanted });
}

const hows = ["asked", "partner", "same-partner", "same-region", "second-hand", "programme", "none"] as const;

function sayPastWork({ values }: Reason, words: NeedWords): string {
  const { language } = words;
  const provider = words.organisation(String(values.provider ?? ""));
  const topic = listTopics([String(values.topic ?? "")], words);
  const [activities, projects] = [Number(values.activities ?? 0), Number(values.projects ?? 0)];
  const said = [
    ...(activities > 0 && values.since !== undefined
      ? [
          message(language, "matching.reason.past.activities", {
            provider,
            topic,
            count: activities,
            since: words.year(Number(values.since)),
          }),
        ]
      : []),
    ...(activities > 0 && values.since === undefined
      ? [message(language, "matching.reason.past.undated", { provider, topic, count: activities })]
      : []),
    ...(projects > 0 ? [message(language, "matching.reason.past.projects", { provider, topic, count: projects })] : []),
  ];
  return said.length === 0 ? message(language, "matching.reason.past.none", { provider }) : join(said, words);
}

/** 「6人」; a bare number where the unit was not said. */
export function sayAmount(count: number, unit: CapacityUnit | null, { language }: Pick<NeedWords, "language">): string {
  return unit === null ? String(count) : message(language, `offer.capacityUnits.${unit}`, { count });
}

/** Topics within a sentence: in English common nouns do not begin with a capital there, abbreviations do. */
function listTopics(topics: readonly string[], words: NeedWords): string {
  const names = topics.map(words.topic);
  return listInSentence(
    words.language === "en"
      ? names.map((name) => name.replace(/^\p{Lu}(?=\p{Ll})/u, (first) => first.toLowerCase()))
      : names,
    words,
  );
}

function listKinds(kinds: readonly HelpKind[], words: NeedWords): string {
  return listInSentence(
    helpKinds.filter((kind) => kinds.includes(kind)).map((kind) => message(words.language, `matching.kindIn.${kind}`)),
    words,
  );
}

function listInSentence(parts: readonly string[], words: Pick<NeedWords, "language" | "list">): string {
  const last = parts.at(-1);
  if (last === undefined || parts.length === 1) return last ?? "";
  return `${words.list(parts.slice(0, -1))}${message(words.language, "list.last")}${last}`;
}

/** 「オゾンの研修」: kinds of help that are there, but not on this topic. */
export function sayUnpaired(unpaired: readonly Unpaired[], words: NeedWords): string {
  return unpaired
    .map(({ topic, kinds }) =>
      message(words.language, "matching.proposals.unpairedPart", {
        topic: listTopics([topic], words),
        kinds: listKinds(kinds, words),
      }),
    )
    .join(message(words.language, "list.groupSeparator"));
}

/** 「VOC・研修」: what is covered or left open. */
export function saySubjects(
  { topics, kinds }: { topics: readonly string[]; kinds: readonly HelpKind[] },
  words: NeedWords,
): string {
  const { language } = words;
  const named = helpKinds.filter((kind) => kinds.includes(kind));
  return words.list([
    ...topics.map((topic) => listTopics([topic], words)),
    ...named.map((kind) => message(language, `matching.kindIn.${kind}`)),
  ]);
}

function readKinds(texts: readonly string[]): HelpKind[] {
  return helpKinds.filter((kind) => texts.includes(kind));
}

function join(sentences: readonly string[], { language }: NeedWords): string {
  return sentences.join(language === "en" ? " " : "");
}
