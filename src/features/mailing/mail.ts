/** A mail as the outbox holds it. */
export interface Mail {
  id: number;
  to: string;
  userId: string | null;
  language: string;
  purpose: string;
  subject: string;
  body: string;
  /** an invitation to a calendar that goes along */
  calendar: string | null;
  createdAt: Date;
  sentAt: Date | null;
  attempts: number;
  /** null: sent, or given up */
  nextAttemptAt: Date | null;
  lastError: string | null;
}

/** Mails that nobody waits for: they can be turned off, and say so to mail programs. */
export const subscribedPurposes = ["digest", "reminder", "follow", "bulletin"];

/** What the reader can do with a mail's state. */
export function stateOf(mail: Pick<Mail, "sentAt" | "nextAttemptAt">): "sent" | "waiting" | "given-up" {
  if (mail.sentAt !== null) return "sent";
  return mail.nextAttemptAt === null ? "given-up" : "waiting";
}

/** Minutes to wait after the first, second … attempt that failed; after the tenth there is no other. */
const waitingMinutes = [1, 5, 30, 120, 360, 720, 1_440, 1_440, 1_440];
export const mostAttempts = waitingMinutes.length + 1;

/** When to try again after so many attempts; null: give up. */
export function nextAttempt(attempts: number, now: Date): Date | null {
  const minutes = waitingMinutes[attempts - 1];
  return minutes === undefined ? null : new Date(now.getTime() + minutes * 60_000);
}

/** The addresses in a text, which stand on lines of their own. */
export function findLinks(body: string): string[] {
  return body.match(/^https?:\/\/\S+$/gm) ?? [];
}
