import { formatMoment } from "../core/format-moment.ts";
import { writeCsv } from "../documents/csv.ts";
import { findLinks, type Mail, stateOf } from "../features/mailing/mail.ts";
import { getMail, getMails } from "../features/mailing/service.ts";
import { choiceMessage, message } from "../messages/message.ts";
import type { Command, Invocation } from "./command.ts";
import { withContext } from "./with-context.ts";

export const outboxCommand: Command = {
  name: "outbox",
  positionals: ["[ID]"],
  options: ["format"],
  summary: "cli.outbox.summary",
  help: "cli.outbox.help",
  async run(invocation) {
    const { options, positionals, print } = invocation;
    const [number] = positionals;
    const mails = await withContext(invocation, async (context) =>
      number === undefined ? getMails(context) : [await getMail(context, number)],
    );
    const [only] = mails;
    if (options.format === "json")
      print(JSON.stringify(number === undefined ? { items: mails.map(toItem) } : only && toItem(only), null, 2));
    else if (options.format === "csv") process.stdout.write(writeCsv([csvHeader, ...mails.map(toCsvRow)]));
    else if (number !== undefined && only) print(writeMail(only, invocation));
    else print(writeList(mails, invocation));
    return 0;
  },
};

function writeList(mails: readonly Mail[], { language }: Invocation): string {
  if (mails.length === 0) return message(language, "outbox.empty");
  return mails
    .map((mail) =>
      [
        [
          mail.id,
          formatMoment(language, mail.createdAt),
          message(language, `outbox.${stateOf(mail)}`),
          choiceMessage(language, "outbox.purposes", mail.purpose),
          mail.to,
        ].join("  "),
        `    ${mail.subject}`,
        ...findLinks(mail.body).map((link) => `    ${link}`),
        ...(mail.lastError === null ? [] : [`    ${mail.lastError}`]),
      ].join("\n"),
    )
    .join("\n");
}

function writeMail(mail: Mail, { language }: Invocation): string {
  const state = message(language, `outbox.${stateOf(mail)}`);
  return [
    `${message(language, "outbox.to")}: ${mail.to}`,
    `${message(language, "outbox.purpose")}: ${choiceMessage(language, "outbox.purposes", mail.purpose)}`,
    `${message(language, "outbox.created")}: ${formatMoment(language, mail.createdAt)}`,
    `${message(language, "outbox.state")}: ${state} (${message(language, "outbox.attempts", { count: mail.attempts })})`,
    ...(mail.lastError === null ? [] : [mail.lastError]),
    "",
    mail.subject,
    "",
    mail.body,
  ].join("\n");
}

function toItem(mail: Mail) {
  return { ...mail, state: stateOf(mail), links: findLinks(mail.body) };
}

const csvHeader = ["id", "created_at", "state", "sent_at", "attempts", "to", "purpose", "language", "subject", "links"];

function toCsvRow(mail: Mail): string[] {
  return [
    String(mail.id),
    mail.createdAt.toISOString(),
    stateOf(mail),
    mail.sentAt?.toISOString() ?? "",
    String(mail.attempts),
    mail.to,
    mail.purpose,
    mail.language,
    mail.subject,
    findLinks(mail.body).join(" "),
  ];
}
