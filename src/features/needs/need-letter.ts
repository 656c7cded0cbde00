import type { WriteTransaction } from "../../db/transaction.ts";
import { message } from "../../messages/message.ts";
import type { Context } from "../../platform/context.ts";
import { queueMail } from "../../platform/mail.ts";
import { publicAddress } from "../../platform/public-address.ts";
import { links } from "../../web/links.ts";
import { readReaders } from "../accounts/readers.ts";
import { readLetterhead, saluteByName, writeLetter } from "../mailing/letter.ts";
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
  const readers = [
    ...(await readReaders(transaction, "needs.broker", null)).map((reader) => ({ reader, as: "broker" as const })),
    ...(await readReaders(transaction, "offers.enter", colleagues)).map((reader) => ({ reader, as: "asked" as const })),
  ];
  const topics = new Map(words.books.topics.map((topic) => [topic.id, topic.name]));
  const told = new Set([by]);
  for (const { reader, as } of readers) {
    if (told.has(reader.userId)) continue;
    told.add(reader.userId);
    const { language } = reader;
    const { title, original } = nameNeed(input, topics, language);
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
