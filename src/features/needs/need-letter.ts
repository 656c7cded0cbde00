import type { WriteTransaction } from "../../db/transaction.ts";
import { message } from "../../messages/message.ts";
import type { Context } from "../../platform/context.ts";
import { links } from "../../web/links.ts";
import { readReaders } from "../accounts/readers.ts";
import { mailReaders } from "../mailing/mail-readers.ts";
import type { OrganisationDirectory } from "../organisations/directory.ts";
import type { Books } from "../programme/books.ts";
import type { NeedInput } from "./check-need.ts";
import { nameNeed } from "./name-need.ts";

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
  const brokers = await readReaders(transaction, { permission: "needs.broker" });
  const sides = await readReaders(transaction, { permission: "offers.enter", organisations: colleagues });
  const told = new Set([by, ...brokers.map(({ userId }) => userId)]);
  const readers = [
    ...brokers.filter(({ userId }) => userId !== by).map((reader) => ({ ...reader, as: "broker" as const })),
    ...sides.filter(({ userId }) => !told.has(userId)).map((reader) => ({ ...reader, as: "asked" as const })),
  ];
  const topics = new Map(words.books.topics.map((topic) => [topic.id, topic.name]));
  await mailReaders(context, transaction, readers, ({ userId, language, as }, site) => {
    const { title, original } = nameNeed(input, topics, language);
    const names = { organisation: directory.name(input.organisation, language), title };
    return {
      purpose: "need",
      subject: message(language, "needs.mail.subject", names),
      paragraphs: [
        message(language, `needs.mail.${as}`, names),
        ...original,
        `${site}${links.memberNeed(language, id)}`,
      ],
      onceKey: `need/${id}/entered/${userId}`,
    };
  });
}
