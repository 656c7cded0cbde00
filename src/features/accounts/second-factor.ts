import { isAPIError } from "better-auth/api";
import { symmetricDecrypt } from "better-auth/crypto";
import { encode } from "uqr";
import type { Context } from "../../platform/context.ts";
import { change, note } from "../audit/change.ts";
import type { Actor } from "./actor.ts";
import { findAuth, issuer } from "./auth.ts";
import { findLimit, takeAttempt } from "./rate-limits.ts";
import { takeCookies } from "./session-cookie.ts";

export interface Enrolment {
  /** for typing into an app without a camera, in groups of four */
  key: string;
  /** rows of dark modules, for the drawing */
  squares: boolean[][];
}

export type FactorResult<Value> =
  | { kind: "done"; value: Value; cookies: string[] }
  | { kind: "wrong" }
  | { kind: "wait"; minutes: number };

/** Prepares an app for the account; nothing is asked for at sign-in until a code from the app has been entered once. */
export async function beginEnrolment(
  context: Context,
  actor: Actor,
  password: string,
  headers: Headers,
): Promise<FactorResult<Enrolment>> {
  return withLimit(context, actor, "second-factor.refused", async () => {
    const { headers: answer, response } = await findAuth(context).api.enableTwoFactor({
      body: { password, method: "totp" },
      headers,
      returnHeaders: true,
    });
    if (!("totpURI" in response)) throw new Error("the library gave no key");
    await note(context, actor, { action: "second-factor.prepared", subject: `account/${actor.userId}` });
    return { value: describeEnrolment(response.totpURI), cookies: takeCookies(answer) };
  });
}

/**
 * What was prepared and not proven yet, for another attempt at it; null where nothing waits. Once a code has been right, the
 * key is never shown again.
 */
export async function findPendingEnrolment(context: Context, actor: Actor): Promise<Enrolment | null> {
  const row = await context.database.db
    .selectFrom("auth_two_factors")
    .select("secret")
    .where("userId", "=", actor.userId)
    .where("verified", "=", false)
    .executeTakeFirst();
  if (!row) return null;
  const { secretConfig } = await findAuth(context).$context;
  const secret = await symmetricDecrypt({ key: secretConfig, data: row.secret });
  return describeEnrolment(writeKeyAddress(secret, actor.email));
}

function describeEnrolment(address: string): Enrolment {
  const key = new URL(address).searchParams.get("secret") ?? "";
  return { key: key.replace(/(.{4})(?=.)/g, "$1 "), squares: encode(address, { ecc: "M", border: 4 }).data };
}

/** As the library writes it: https://github.com/google/google-authenticator/wiki/Key-Uri-Format */
function writeKeyAddress(secret: string, account: string): string {
  const query = new URLSearchParams({ secret: encodeBase32(secret), issuer, digits: "6", period: "30" });
  return `otpauth://totp/${encodeURIComponent(issuer)}:${encodeURIComponent(account)}?${query}`;
}

/** RFC 4648 §6 without padding, in which apps take a key. */
function encodeBase32(text: string): string {
  const bits = [...Buffer.from(text)].map((byte) => byte.toString(2).padStart(8, "0")).join("");
  const groups = bits.match(/.{1,5}/g) ?? [];
  return groups.map((group) => "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"[Number.parseInt(group.padEnd(5, "0"), 2)]).join("");
}

/** From the first right code on, signing in asks for one. Gives the recovery codes, which nobody has seen before. */
export async function confirmEnrolment(
  context: Context,
  actor: Actor,
  code: string,
  headers: Headers,
): Promise<FactorResult<string[]>> {
  return withLimit(context, actor, "second-factor.refused", async () => {
    const { api } = findAuth(context);
    const { headers: answer } = await api.verifyTOTP({
      body: { code: code.normalize("NFKC").replace(/\D/g, "") },
      headers,
      returnHeaders: true,
    });
    await note(context, actor, { action: "second-factor.on", subject: `account/${actor.userId}` });
    const { backupCodes } = await api.viewBackupCodes({ body: { userId: actor.userId } });
    return { value: backupCodes, cookies: takeCookies(answer) };
  });
}

export async function turnOffSecondFactor(
  context: Context,
  actor: Actor,
  password: string,
  headers: Headers,
): Promise<FactorResult<null>> {
  return withLimit(context, actor, "second-factor.refused", async () => {
    const { headers: answer } = await findAuth(context).api.disableTwoFactor({
      body: { password },
      headers,
      returnHeaders: true,
    });
    await note(context, actor, { action: "second-factor.off", subject: `account/${actor.userId}` });
    return { value: null, cookies: takeCookies(answer) };
  });
}

/** Ten new codes; the old ones stop working. */
export async function renewRecoveryCodes(
  context: Context,
  actor: Actor,
  password: string,
  headers: Headers,
): Promise<FactorResult<string[]>> {
  return withLimit(context, actor, "second-factor.refused", async () => {
    const { headers: answer, response } = await findAuth(context).api.generateBackupCodes({
      body: { password },
      headers,
      returnHeaders: true,
    });
    await note(context, actor, { action: "recovery-codes.renewed", subject: `account/${actor.userId}` });
    return { value: response.backupCodes, cookies: takeCookies(answer) };
  });
}

export async function removePasskey(context: Context, actor: Actor, id: string): Promise<void> {
  await change(context, actor, async (transaction, audit) => {
    await transaction.deleteFrom("auth_passkeys").where("id", "=", id).where("userId", "=", actor.userId).execute();
    audit({ action: "passkey.removed", subject: `account/${actor.userId}` });
  });
}

export interface SecurityState {
  secondFactor: boolean;
  passkeys: { id: string; name: string | null; createdAt: Date | null }[];
}

export async function findSecurityState({ database }: Context, userId: string): Promise<SecurityState> {
  const account = await database.db
    .selectFrom("auth_users")
    .select("twoFactorEnabled")
    .where("id", "=", userId)
    .executeTakeFirst();
  const passkeys = await database.db
    .selectFrom("auth_passkeys")
    .select(["id", "name", "createdAt"])
    .where("userId", "=", userId)
    .orderBy("createdAt")
    .execute();
  return { secondFactor: account?.twoFactorEnabled === true, passkeys };
}

/** Every step that asks for the password or a code counts as an attempt on the account. */
async function withLimit<Value>(
  context: Context,
  actor: Actor,
  refused: string,
  work: () => Promise<{ value: Value; cookies: string[] }>,
): Promise<FactorResult<Value>> {
  const limit = await takeAttempt(context, findLimit("password/account", actor.userId));
  if (!limit.allowed) return { kind: "wait", minutes: limit.waitMinutes };
  try {
    return { kind: "done", ...(await work()) };
  } catch (error) {
    if (!isAPIError(error)) throw error;
    await note(context, actor, { action: refused, subject: `account/${actor.userId}` });
    return { kind: "wrong" };
  }
}
