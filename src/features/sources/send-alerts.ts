import { formatMoment } from "../../core/format-moment.ts";
import type { Language } from "../../core/language.ts";
import { localize } from "../../core/localized.ts";
import { read, write } from "../../db/transaction.ts";
import { message } from "../../messages/message.ts";
import type { Context } from "../../platform/context.ts";
import { links } from "../../web/links.ts";
import { type Reader, readReaders } from "../accounts/readers.ts";
import { type MailText, mailReaders } from "../mailing/mail-readers.ts";
import { describeProblem } from "./describe-problem.ts";
import { judgeHealth } from "./judge-health.ts";
import { looksForHealth } from "./record-look.ts";
import type { HealthState, Source, SourceProblem } from "./source.ts";
import { readSources } from "./store.ts";
import { readAlerted, readChecks, setAlerted } from "./store-looks.ts";

interface Change {
  source: Source;
  state: HealthState;
  since: Date;
  reasons: SourceProblem[];
}

const alarming: readonly string[] = ["failing", "suspicious"];

/**
 * One mail a day to each person of the desk with every source that began to fail, that looks rebuilt, or that is well again.
 * Running it again on the same day sends nothing more, and what happened since is told the next day.
 */
export async function sendSourceAlerts(context: Context): Promise<number> {
  const changes = await findChanges(context);
  if (changes.length === 0) return 0;
  return write(context.database, async (transaction) => {
    const readers = await readReaders(transaction, { permission: "policies.edit" });
    const today = context.clock.today();
    const queued = await mailReaders(context, transaction, readers, (reader, site) =>
      writeAlert(site, reader, changes, today),
    );
    // Without anybody to tell, nobody was told.
    if (queued > 0) for (const { source, state } of changes) await setAlerted(transaction, source.id, state);
    return queued;
  });
}

/** What stands otherwise than the desk was told. */
function findChanges(context: Context): Promise<Change[]> {
  return read(context.database, async (transaction) => {
    const statuses = new Map((await readAlerted(transaction)).map((status) => [status.source, status]));
    const changes: Change[] = [];
    for (const source of await readSources(transaction)) {
      const status = statuses.get(source.id);
      if (!status || source.paused) continue;
      const was = alarming.includes(status.alerted ?? "");
      const is = alarming.includes(status.state);
      if (!(is && status.alerted !== status.state) && !(was && !is)) continue;
      const looks = await readChecks(transaction, source.id, looksForHealth);
      const { reasons } = judgeHealth({
        now: context.clock.now(),
        quietDays: source.quietDays,
        looks,
        lastFreshAt: status.lastFreshAt,
      });
      changes.push({ source, state: status.state, since: status.since, reasons });
    }
    return changes;
  });
}

function writeAlert(site: string, { userId, language }: Reader, changes: readonly Change[], today: string): MailText {
  const groups = (["failing", "suspicious", "recovered"] as const).map((group) => {
    const own = changes.filter(({ state }) => (alarming.includes(state) ? state : "recovered") === group);
    return { group, lines: own.map((change) => describeChange(site, language, change)) };
  });
  const present = groups.filter(({ lines }) => lines.length > 0);
  const counts = present.map(({ group, lines }) =>
    message(language, `sources.mail.short.${group}`, { count: lines.length }),
  );
  const has = (state: HealthState, never: boolean) =>
    changes.some((change) => change.state === state && change.reasons.some(isNever) === never);
  return {
    purpose: "sources",
    subject: message(language, "sources.mail.subject", { counts: counts.join(message(language, "list.separator")) }),
    paragraphs: [
      message(language, "sources.mail.lead"),
      ...present.map(({ group, lines }) =>
        [message(language, `sources.mail.${group}`, { count: lines.length }), ...lines].join("\n"),
      ),
      ...(changes.some(({ state }) => state === "failing") ? [message(language, "sources.mail.todoFailing")] : []),
      ...(has("suspicious", false) ? [message(language, "sources.mail.todo")] : []),
      ...(has("suspicious", true) ? [message(language, "sources.mail.todoNever")] : []),
      `${message(language, "sources.mail.all")}\n${site}${links.deskSources(language)}`,
    ],
    onceKey: `sources/${userId}/${today}`,
  };
}

/** Nothing was ever read from it, so that there is no page to compare. */
function isNever({ code }: SourceProblem): boolean {
  return code === "never-entries";
}

/** The heading says what state it is; here stand since when and why. */
function describeChange(site: string, language: Language, { source, since, reasons }: Change): string {
  return [
    message(language, "mail.digest.item", { text: localize(source.name, language).text }),
    message(language, "sources.mail.since", { since: formatMoment(language, since) }),
    ...reasons.map((reason) => message(language, "sources.mail.why", { why: describeProblem(language, reason) })),
    `${site}${links.deskSource(language, source.id)}`,
  ].join("\n");
}
