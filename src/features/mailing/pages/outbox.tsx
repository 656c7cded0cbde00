import { formatMoment } from "../../../core/format-moment.ts";
import { isLanguage, type Language, languageTags } from "../../../core/language.ts";
import { choiceMessage, message } from "../../../messages/message.ts";
import { EmptyState } from "../../../web/components/notices.tsx";
import { PageHeading } from "../../../web/components/page-heading.tsx";
import type { PageHandler, VisitorRequest } from "../../../web/page.ts";
import { type Mail, stateOf } from "../mail.ts";
import { getMails } from "../service.ts";

/** For development only: every mail with its links, so that nobody needs a mail server to try an invitation. */
export const showOutbox: PageHandler<VisitorRequest> = async ({ context, language }) => {
  const mails = await getMails(context, 50);
  return {
    title: message(language, "outbox.title"),
    description: message(language, "outbox.description"),
    area: null,
    unlisted: true,
    body: (
      <>
        <PageHeading title={message(language, "outbox.title")} lead={message(language, "outbox.lead")} />
        {mails.length === 0 ? (
          <EmptyState title={message(language, "outbox.empty")} text={message(language, "outbox.emptyText")} />
        ) : (
          <ol class="mail-list">
            {mails.map((mail) => (
              <li key={mail.id} id={`mail-${mail.id}`}>
                <MailHead mail={mail} language={language} />
                <MailBody mail={mail} />
              </li>
            ))}
          </ol>
        )}
      </>
    ),
  };
};

function MailHead({ mail, language }: { mail: Mail; language: Language }) {
  return (
    <div class="mail-head">
      <h2 lang={tagOf(mail)}>{mail.subject}</h2>
      <p>
        {[
          `${message(language, "outbox.to")}${language === "en" ? ": " : "："}${mail.to}`,
          choiceMessage(language, "outbox.purposes", mail.purpose),
          formatMoment(language, mail.createdAt),
          message(language, `outbox.${stateOf(mail)}`),
          ...(mail.attempts > 0 ? [message(language, "outbox.attempts", { count: mail.attempts })] : []),
        ].join(language === "ja" ? "　" : language === "zh" ? "　" : " · ")}
      </p>
      {mail.lastError !== null && <p>{mail.lastError}</p>}
    </div>
  );
}

/** The text as it is sent, with its addresses as links. */
function MailBody({ mail }: { mail: Mail }) {
  const parts = mail.body.split(/^(https?:\/\/\S+)$/m);
  return (
    <pre class="mail-body" lang={tagOf(mail)}>
      {parts.map((part, index) =>
        index % 2 === 1 ? (
          <a key={index} href={part}>
            {part}
          </a>
        ) : (
          part
        ),
      )}
    </pre>
  );
}

function tagOf({ language }: Mail): string | undefined {
  return isLanguage(language) ? languageTags[language] : undefined;
}
