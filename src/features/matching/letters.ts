import type { Language } from "../../core/language.ts";
import { localize } from "../../core/localized.ts";
import type { ReadTransaction, WriteTransaction } from "../../db/transaction.ts";
import { type MessageKey, message } from "../../messages/message.ts";
import type { Context } from "../../platform/context.ts";
import { links } from "../../web/links.ts";
import { type Reader, readReaders } from "../accounts/readers.ts";
import type { Permission } from "../accounts/roles.ts";
import { mailReaders } from "../mailing/mail-readers.ts";
import { nameNeed } from "../needs/name-need.ts";
import type { Need } from "../needs/need.ts";
import { type OrganisationDirectory, readDirectory } from "../organisations/directory.ts";
import { readTopicNames, type TopicNames } from "./gather.ts";
import type { Match, MatchedField } from "./match.ts";

type Letter =
  | "asked"
  | "agreed"
  | "withdrawn"
  | "repackaged"
  | "repackaged-others"
  | "removed"
  | "need-corrected"
  | "remarked"
  | "need-withdrawn"
  | "need-changed"
  | "continued";
/** What those who broker are told of. */
type BrokerLetter = "declined" | "need-withdrawn" | "need-changed" | "need-corrected" | "remarked";
type Sender = Pick<Context, "clock" | "config">;
interface About {
  match: Match;
  need: Need;
}

/** Who is written to; everybody on both sides where nothing is said. */
interface Circle {
  /** the side that needs */
  need?: boolean;
  /** of the offers only these */
  offers?: readonly string[];
  /** organisations that are no side any more */
  former?: readonly string[];
  /** account of whoever did it */
  except?: string;
  /** organisations that went out and came in */
  change?: { gone: string; came: string | null };
  /** what of the need was corrected */
  fields?: readonly MatchedField[];
  /** whom the text names, where it is not the side that needs */
  organisation?: string;
  /** what tells two letters of a kind about one state of the match apart */
  once?: string;
}

/**
 * Writes to the people of each side who may answer, each in the reader's language. A mail leaves the house unencrypted: it carries the
 * need's title and who is in it, and neither reasons nor what anybody answered.
 */
export async function notifySides(
  context: Sender,
  transaction: WriteTransaction,
  about: About,
  letter: Letter,
  { need: toNeed, offers: only, former, except, change, fields, organisation, once }: Circle = {},
): Promise<void> {
  const directory = await readDirectory(transaction);
  const { match, need } = about;
  const offers = former ? [] : match.offers.filter(({ offer }) => only === undefined || only.includes(offer));
  const needing = toNeed === false ? [] : await readSide(transaction, directory, "needs.enter", [need.organisation]);
  const giving = await readSide(
    transaction,
    directory,
    "offers.enter",
    former ?? offers.map(({ organisation }) => organisation),
  );
  const told = new Map([...needing, ...giving].map((reader) => [reader.userId, reader]));
  await send(context, transaction, about, letter, {
    readers: [...told.values()].filter(({ userId }) => userId !== except),
    organisation: organisation ?? need.organisation,
    directory,
    once,
    more: (topics, language) => [
      ...(change ? sayChange(about, change, directory, topics, language) : []),
      ...sayFields(fields, language),
    ],
  });
}

/** By name alone: what stood there and what stands there now is on the page. */
function sayFields(fields: Circle["fields"], language: Language): string[] {
  if (fields === undefined) return [];
  const names = fields.map((field) => message(language, `needForm.field.${field}`));
  return [message(language, "matching.mail.fields", { fields: names.join(message(language, "list.separator")) })];
}

/** What is put together now, as against what the reader has answered to. */
function sayChange(
  { match }: About,
  { gone, came }: NonNullable<Circle["change"]>,
  directory: OrganisationDirectory,
  topics: TopicNames,
  language: Language,
): string[] {
  const { uncovered } = match;
  const parts = [
    ...uncovered.topics.map((topic) => localize(topics.get(topic) ?? {}, language).text || topic),
    ...uncovered.kinds.map((kind) => message(language, `matching.kindIn.${kind}`)),
  ];
  const names = {
    gone: directory.name(gone, language),
    came: came === null ? "" : directory.name(came, language),
  };
  return [
    message(language, came === null ? "matching.mail.removedOne" : "matching.mail.replacedOne", names),
    parts.length === 0
      ? message(language, "matching.match.coversAll")
      : message(language, "matching.match.uncovered", { parts: parts.join(message(language, "list.separator")) }),
  ];
}

/** An organisation of a match, and who there may answer and is written to. */
export interface Reach {
  organisation: string;
  people: { name: string; language: Language }[];
  /** in which this side reads: that of its country, since colleagues read along, and those of its people */
  languages: Language[];
}

/** Who is told of a match, organisation by organisation, as accounts are now. */
export async function readReach(transaction: ReadTransaction, { match, need }: About): Promise<Reach[]> {
  const directory = await readDirectory(transaction);
  const sides = new Map<string, Permission>([[need.organisation, "needs.enter"]]);
  for (const { organisation } of match.offers) if (!sides.has(organisation)) sides.set(organisation, "offers.enter");
  const found: Reach[] = [];
  for (const [organisation, permission] of sides) {
    const people = await readSide(transaction, directory, permission, [organisation]);
    const own = languageOf[directory.find(organisation)?.country ?? ""];
    const spoken = new Set([...(own ? [own] : []), ...people.map(({ language }) => language)]);
    found.push({
      organisation,
      people: people.map(({ name, language }) => ({ name, language })),
      languages: spoken.size === 0 ? ["en"] : [...spoken],
    });
  }
  return found;
}

/** By country as organisations name it. */
const languageOf: Readonly<Record<string, Language>> = { jp: "ja", cn: "zh" };

/** How many mails have asked about a match so far. */
export async function countAsking(transaction: ReadTransaction, match: string): Promise<number> {
  const { count } = await transaction
    .selectFrom("mails")
    .select(({ fn }) => fn.countAll<number>().as("count"))
    .where("once_key", "like", `match/${match}/%/asked/%`)
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** Tells those who broker what they have to settle: that a side has declined or says something of the draft, or that the need has changed. */
export async function notifyBrokers(
  context: Sender,
  transaction: WriteTransaction,
  about: About,
  letter: BrokerLetter,
  { by, organisation, fields, once }: { by: string; organisation: string } & Pick<Circle, "fields" | "once">,
): Promise<void> {
  const readers = await readReaders(transaction, { permission: "needs.broker" });
  await send(context, transaction, about, letter === "declined" ? letter : `broker-${letter}`, {
    readers: readers.filter(({ userId }) => userId !== by),
    organisation,
    directory: await readDirectory(transaction),
    once,
    more: (_, language) => sayFields(fields, language),
  });
}

/** Everybody of the same government: a bureau answers for its city, and the city for its bureau. */
function readSide(
  transaction: ReadTransaction,
  directory: OrganisationDirectory,
  permission: Permission,
  organisations: readonly string[],
): Promise<Reader[]> {
  const governments = organisations.map((id) => directory.find(id)?.government ?? id);
  const all = directory.all.filter(({ government }) => governments.includes(government));
  return readReaders(transaction, { permission, organisations: all.map(({ id }) => id) });
}

async function send(
  context: Sender,
  transaction: WriteTransaction,
  about: About,
  letter: Letter | "declined" | `broker-${Exclude<BrokerLetter, "declined">}`,
  told: {
    readers: readonly Reader[];
    /** the organisation that the text names */
    organisation: string;
    directory: OrganisationDirectory;
    once: string | undefined;
    /** below the text */
    more(topics: TopicNames, language: Language): string[];
  },
): Promise<void> {
  const { match, need } = about;
  const { readers, organisation, directory, more, once } = told;
  const topics = await readTopicNames(transaction);
  await mailReaders(context, transaction, readers, ({ userId, language }, site) => {
    const { title, original } = nameNeed(need, topics, language);
    const say = (part: "subject" | "text"): string => {
      const key: MessageKey = `matching.mail.${letter}.${part}`;
      return message(language, key, { organisation: directory.name(organisation, language), title });
    };
    return {
      purpose: "match",
      subject: say("subject"),
      paragraphs: [say("text"), ...more(topics, language), ...original, `${site}${links.match(language, match.id)}`],
      onceKey: ["match", match.id, match.revision, letter, ...(once === undefined ? [] : [once]), userId].join("/"),
    };
  });
}
