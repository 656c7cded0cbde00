import { sql } from "kysely";
import { isLanguage, type Language } from "../../core/language.ts";
import { localize } from "../../core/localized.ts";
import type { WriteTransaction } from "../../db/transaction.ts";
import { message } from "../../messages/message.ts";
import type { Context } from "../../platform/context.ts";
import { queueMail } from "../../platform/mail.ts";
import { publicAddress } from "../../platform/public-address.ts";
import { links } from "../../web/links.ts";
import { type Permission, roleNames, ruleOf } from "../accounts/roles.ts";
import { readLetterhead, saluteByName, writeLetter } from "../mailing/letter.ts";
import type { OrganisationDirectory } from "../organisations/directory.ts";
import type { Books } from "../programme/books.ts";
import type { NeedInput } from "./check-need.ts";

interface NewNeed {
  id: string;
  input: NeedInput;
  /** account that entered it */
  by: string;
}

interface Words {
  directory: OrganisationDirectory;
  books: Pick<Books, "topics">;
}

/**
 * Tells whoever was asked, and those who confirm needs, that one was entered. A mail leaves the house unencrypted: it carries the title
 * and who asks, neither the details nor who said it. What only its own organisation may see is no news to the side that was asked.
 */
export async function tellOfNewNeed(
  context: Pick<Context, "clock" | "config">,
  transaction: WriteTransaction,
  { id, input, by }: NewNeed,
  words: Words,
): Promise<void> {
  const { directory } = words;
  const asked = input.visibility === "organisation" ? null : input.addressedTo;
  const government = asked === null ? null : (directory.find(asked)?.government ?? asked);
  const colleagues = directory.all.filter((one) => one.government === government).map((one) => one.id);
  const readers = [
    ...(await readReaders(transaction, "needs.broker", null)).map((reader) => ({ reader, as: "broker" as const })),
    ...(await readReaders(transaction, "offers.enter", colleagues)).map((reader) => ({ reader, as: "asked" as const })),
  ];
  const told = new Set([by]);
  for (const { reader, as } of readers) {
    if (told.has(reader.userId)) continue;
    told.add(reader.userId);
    const { language } = reader;
    const { title, original } = nameNeed(input, words, language);
    const names = { organisation: directory.name(input.organisation, language), title };
    await queueMail(transaction, context.clock.now(), {
      to: reader.email,
      userId: reader.userId,
      language,
      purpose: "need",
      ...writeLetter({
        language,
        programme: await readLetterhead(transaction, language),
        salutation: saluteByName(language, reader.name),
        subject: message(language, "needs.mail.subject", names),
        paragraphs: [
          message(language, `needs.mail.${as}`, names),
          ...original,
          `${publicAddress(context.config)}${links.memberNeed(language, id)}`,
        ],
      }),
      onceKey: `need/${id}/entered/${reader.userId}`,
    });
  }
}

/** A title that the reader cannot read tells nothing in a subject line: the topics stand there then, and the title as it is below. */
function nameNeed({ title, topics }: NeedInput, { books }: Words, language: Language) {
  const found = localize(title, language);
  if (found.language === language) return { title: found.text, original: [] };
  const names = books.topics.filter(({ id }) => topics.includes(id)).map(({ name }) => localize(name, language).text);
  return {
    title: names.join(message(language, "list.separator")),
    original: [
      message(language, "matching.mail.original", {
        language: message(language, `documents.languageName.${found.language}`),
        title: found.text,
      }),
    ],
  };
}

interface Reader {
  userId: string;
  name: string;
  email: string;
  language: Language;
}

/** People with the permission in one of these organisations; in any where none are named. */
async function readReaders(
  transaction: WriteTransaction,
  permission: Permission,
  organisations: readonly string[] | null,
): Promise<Reader[]> {
  const able = roleNames.filter((role) => ruleOf(role).permissions.includes(permission));
  const within = organisations === null ? sql`true` : sql`memberships.organisation = ANY(${[...organisations]})`;
  const { rows } = await sql<Omit<Reader, "language"> & { language: string }>`
    SELECT account.id AS "userId", account.name, account.email, profile.language
    FROM auth_users account JOIN profiles profile ON profile.user_id = account.id
    WHERE profile.disabled_at IS NULL AND profile.erased_at IS NULL AND EXISTS (
      SELECT FROM memberships WHERE memberships.user_id = account.id AND role = ANY(${able}) AND ${within})
    ORDER BY account.id`.execute(transaction);
  return rows.map((row) => ({ ...row, language: isLanguage(row.language) ? row.language : "en" }));
}
