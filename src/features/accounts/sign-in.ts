import { isAPIError } from "better-auth/api";
import { isLanguage } from "../../core/language.ts";
import type { Context } from "../../platform/context.ts";
import { findSecret } from "../../platform/secret.ts";
import { change, note } from "../audit/change.ts";
import { sendVerification } from "./accept-offer.ts";
import { findAuth, findOpenIdAuth, openIdProvider } from "./auth.ts";
import { findLimit, forgetAttempts, takeAttempt, takeAttempts } from "./rate-limits.ts";
import { readRecoveryCode } from "./recovery-code.ts";
import { readSessionToken, takeCookies } from "./session-cookie.ts";

/** What a page tells about an attempt; only `done` opens a session. */
export type SignInResult =
  | { kind: "done" | "second-step"; cookies: string[] }
  /** wrong address, wrong password, disabled: nobody learns which */
  | { kind: "refused" }
  /** the right password, but the address was never proven: a new link is on its way */
  | { kind: "unverified" }
  | { kind: "wait"; minutes: number };

export interface Caller {
  headers: Headers;
  network: string | null;
}

export async function signIn(
  context: Context,
  credentials: { email: string; password: string },
  { headers, network }: Caller,
): Promise<SignInResult> {
  const email = credentials.email.trim().toLowerCase();
  const attempt = await takeAttempts(context, "sign-in", email, network);
  const account = await findAccount(context, email);
  const subject = account ? `account/${account.userId}` : undefined;
  const who = { userId: null, network };
  if (!attempt.allowed) {
    await note(context, who, { action: "sign-in.limited", ...(subject && { subject }) });
    return { kind: "wait", minutes: attempt.waitMinutes };
  }
  try {
    const { headers: answer, response } = await findAuth(context).api.signInEmail({
      body: { email, password: credentials.password },
      headers,
      returnHeaders: true,
    });
    await forgetAttempts(context, findLimit("sign-in/account", email));
    const cookies = takeCookies(answer);
    if ("twoFactorRedirect" in response) return { kind: "second-step", cookies };
    await noteSignIn(context, cookies, network, "password");
    return { kind: "done", cookies };
  } catch (error) {
    if (!isAPIError(error)) throw error;
    if (error.body?.code === "EMAIL_NOT_VERIFIED" && account && (await mayVerify(context, account))) {
      await verifyAgain(context, account, network);
      return { kind: "unverified" };
    }
    await note(context, who, {
      action: "sign-in.failed",
      ...(subject && { subject }),
      details: { method: "password" },
    });
    return { kind: "refused" };
  }
}

/** The second step: a code of the authenticator app, or one of the recovery codes, which works once. */
export async function completeSecondStep(
  context: Context,
  step: { code: string; kind: "app" | "recovery"; trustDevice: boolean },
  { headers, network }: Caller,
): Promise<SignInResult> {
  if (network !== null) {
    const attempt = await takeAttempt(context, findLimit("second-step/network", network));
    if (!attempt.allowed) return { kind: "wait", minutes: attempt.waitMinutes };
  }
  const { api } = findAuth(context);
  const code = step.kind === "app" ? step.code.normalize("NFKC").replace(/\D/g, "") : readRecoveryCode(step.code);
  const request = { body: { code, trustDevice: step.trustDevice }, headers, returnHeaders: true } as const;
  try {
    const { headers: answer } =
      step.kind === "app" ? await api.verifyTOTP(request) : await api.verifyBackupCode(request);
    const cookies = takeCookies(answer);
    await noteSignIn(context, cookies, network, step.kind === "app" ? "app" : "recovery-code");
    return { kind: "done", cookies };
  } catch (error) {
    if (!isAPIError(error)) throw error;
    await note(context, { userId: null, network }, { action: "sign-in.failed", details: { method: "second-step" } });
    // The account is locked after ten wrong codes, for a quarter of an hour (auth.ts, the library's accountLockout).
    if (error.statusCode === 429) return { kind: "wait", minutes: 15 };
    return { kind: "refused" };
  }
}

export async function signOut(context: Context, { headers, network }: Caller): Promise<string[]> {
  const userId = await findSessionUser(context, headers);
  const { headers: answer } = await findAuth(context).api.signOut({ headers, returnHeaders: true });
  if (userId !== null) await note(context, { userId, network }, { action: "sign-out.done" });
  return takeCookies(answer);
}

/** Where the OpenID provider asks for the password, and the cookie that ties its answer to this browser; null where it is out of reach. */
export async function startOpenId(
  context: Context,
  paths: { next: string; failed: string },
  headers: Headers,
): Promise<{ url: string; cookies: string[] } | null> {
  try {
    const { headers: answer, response } = await findOpenIdAuth(context).api.signInSocial({
      body: {
        provider: openIdProvider,
        callbackURL: paths.next,
        errorCallbackURL: paths.failed,
        disableRedirect: true,
      },
      headers,
      returnHeaders: true,
    });
    return response.url === undefined ? null : { url: response.url, cookies: takeCookies(answer) };
  } catch (error) {
    if (!isAPIError(error)) throw error;
    return null;
  }
}

interface Account {
  userId: string;
  email: string;
  language: string;
  usable: boolean;
}

async function findAccount({ database }: Context, email: string): Promise<Account | undefined> {
  const row = await database.db
    .selectFrom("auth_users")
    .innerJoin("profiles", "profiles.user_id", "auth_users.id")
    .select(["auth_users.id as userId", "email", "language", "disabled_at", "erased_at"])
    .where("email", "=", email)
    .executeTakeFirst();
  return row && { ...row, usable: row.disabled_at === null && row.erased_at === null };
}

async function mayVerify(context: Context, account: Account): Promise<boolean> {
  return account.usable && (await takeAttempt(context, findLimit("reset/account", `verify ${account.email}`))).allowed;
}

async function verifyAgain(context: Context, account: Account, network: string | null): Promise<void> {
  const { userId, email, language } = account;
  await change(context, { userId: null, network }, async (transaction, audit) => {
    await sendVerification(context, transaction, { userId, email, language: isLanguage(language) ? language : "en" });
    audit({ action: "address.link-sent", subject: `account/${userId}` });
  });
}

async function noteSignIn(context: Context, cookies: string[], network: string | null, method: string): Promise<void> {
  const pairs = cookies.map((cookie) => cookie.split(";", 1)[0]);
  const userId = await findSessionUser(context, new Headers({ cookie: pairs.join("; ") }));
  await note(context, { userId, network }, { action: "sign-in.done", details: { method } });
}

/** The account behind the session of these headers, or of the cookies of an answer. */
export async function findSessionUser({ config, database }: Context, headers: Headers): Promise<string | null> {
  const token = readSessionToken(headers, findSecret(config));
  if (token === null) return null;
  const row = await database.db
    .selectFrom("auth_sessions")
    .select("userId")
    .where("token", "=", token)
    .executeTakeFirst();
  return row?.userId ?? null;
}
