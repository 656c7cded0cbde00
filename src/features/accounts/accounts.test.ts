import { afterAll, beforeAll, expect, test } from "vitest";
import type { Context } from "../../platform/context.ts";
import { showCode } from "../../testing/authenticator.ts";
import { createLoadedContext } from "../../testing/context.ts";
import { acceptAsNewPerson } from "./accept-offer.ts";
import type { Actor } from "./actor.ts";
import { verifyAddress } from "./address.ts";
import { eraseAccount } from "./erase-account.ts";
import { invite } from "./invitations.ts";
import { disableAccount, endMembership } from "./manage-people.ts";
import { requestReset, resetPassword } from "./passwords.ts";
import { findPerson } from "./people.ts";
import { exportPersonalData } from "./personal-data.ts";
import { findLimit, takeAttempt } from "./rate-limits.ts";
import { applyRetention } from "./retention.ts";
import type { Role } from "./roles.ts";
import { beginEnrolment, confirmEnrolment, findPendingEnrolment } from "./second-factor.ts";
import { ensureSetupLink, findActor } from "./service.ts";
import { endAllSessions, listSessions } from "./sessions.ts";
import { completeSecondStep, type SignInResult, signIn } from "./sign-in.ts";

const password = "乾いた川 lantern 42 mosaic";
let context: Context;
let administrator: Actor;

beforeAll(async () => {
  context = await createLoadedContext();
  const token = (await ensureSetupLink(context)) ?? "";
  const person = {
    name: "管理 太郎",
    email: "Admin@example.jp",
    organisation: "moe-japan",
    password,
    language: "ja",
  } as const;
  await acceptAsNewPerson(context, token, { ...person, organisation: await anyOrganisation() }, null);
  administrator = await signInAs("admin@example.jp");
});
afterAll(() => context.database.close());

test("the setup link works once, and there is none while there is an administrator", async () => {
  expect(await ensureSetupLink(context)).toBeNull();
  expect(administrator).toMatchObject({ email: "admin@example.jp", language: "ja" });
  expect(administrator.memberships).toMatchObject([{ role: "administrator", administers: true }]);
});

test("a wrong password and an unknown address get the same answer", async () => {
  const wrong = await attempt("admin@example.jp", "not the password at all");
  const unknown = await attempt("nobody@example.jp", "not the password at all");
  expect(wrong).toEqual({ kind: "refused" });
  expect(unknown).toEqual(wrong);
});

test("a cookie that somebody else signed, or no cookie, is nobody", async () => {
  expect(await findActor(context, new Headers(), null)).toBeNull();
  const cookie = "renkei.session_token=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA.c2lnbmF0dXJl";
  expect(await findActor(context, new Headers({ cookie }), null)).toBeNull();
});

test("after ten wrong passwords even the right one waits, and the mail of another account does not", async () => {
  await makePerson("limited@example.jp", "guest");
  for (let count = 0; count < 10; count += 1) await attempt("limited@example.jp", "wrong wrong wrong");
  expect(await attempt("limited@example.jp", password)).toEqual({ kind: "wait", minutes: 15 });
  expect((await attempt("admin@example.jp", password)).kind).toBe("done");
});

test("attempts on many accounts from one network wait as well", async () => {
  const network = "2001:db8:1:2::/64";
  for (let count = 0; count < 60; count += 1) await takeAttempt(context, findLimit("sign-in/network", network));
  const next = await signIn(context, { email: "n99@example.jp", password: "x" }, { headers: new Headers(), network });
  expect(next.kind).toBe("wait");
});

test("an app's code is asked for after the password; a recovery code works once", async () => {
  const person = await makePerson("factor@example.jp", "guest");
  const headers = await headersOf("factor@example.jp");
  const enrolment = await beginEnrolment(context, person, password, headers);
  if (enrolment.kind !== "done") throw new Error(enrolment.kind);
  // Not yet: an app that nobody proved to work must not lock anyone out.
  expect((await attempt("factor@example.jp", password)).kind).toBe("done");
  const { key } = enrolment.value;
  expect((await confirmEnrolment(context, person, "000000", headers)).kind).toBe("wrong");
  // The same key and drawing for another attempt, and never again once the app has proved to work.
  expect(await findPendingEnrolment(context, person)).toEqual(enrolment.value);
  const confirmed = await confirmEnrolment(context, person, showCode(key), headers);
  if (confirmed.kind !== "done") throw new Error(confirmed.kind);
  expect(await findPendingEnrolment(context, person)).toBeNull();

  const waiting = await attempt("factor@example.jp", password);
  if (waiting.kind !== "second-step") throw new Error(waiting.kind);
  const step = toHeaders(waiting.cookies);
  expect(await findActor(context, step, null)).toBeNull();
  const wrong = { code: "123456", kind: "app", trustDevice: false } as const;
  expect((await completeSecondStep(context, wrong, { headers: step, network: null })).kind).toBe("refused");
  const right = { code: showCode(key), kind: "app", trustDevice: true } as const;
  const trusted = await completeSecondStep(context, right, { headers: step, network: null });
  if (trusted.kind !== "done") throw new Error(trusted.kind);
  expect((await findActor(context, toHeaders(trusted.cookies), null))?.userId).toBe(person.userId);
  const again = await signIn(
    context,
    { email: "factor@example.jp", password },
    { headers: toHeaders(trusted.cookies), network: null },
  );
  expect(again.kind).toBe("done");

  const recovery = {
    code: ` ${confirmed.value[0]?.toUpperCase().replace("-", " ")}`,
    kind: "recovery",
    trustDevice: false,
  } as const;
  for (const expected of ["done", "refused"]) {
    const next = await attempt("factor@example.jp", password);
    if (next.kind !== "second-step") throw new Error(next.kind);
    const result = await completeSecondStep(context, recovery, { headers: toHeaders(next.cookies), network: null });
    expect(result.kind).toBe(expected);
  }
});

test("a reset link sets the password once and ends every session", async () => {
  await makePerson("reset@example.jp", "guest");
  const headers = await headersOf("reset@example.jp");
  await requestReset(context, "reset@example.jp", null);
  await requestReset(context, "unknown@example.jp", null);
  const token = (await lastLink("reset@example.jp")).searchParams.get("token") ?? "";
  expect(await lastMail("unknown@example.jp")).toBeUndefined();
  expect(await resetPassword(context, token, "another river 77 lantern", null)).toBe(true);
  expect(await resetPassword(context, token, "yet another river 78", null)).toBe(false);
  expect(await findActor(context, headers, null)).toBeNull();
  expect((await attempt("reset@example.jp", password)).kind).toBe("refused");
  expect((await attempt("reset@example.jp", "another river 77 lantern")).kind).toBe("done");
});

test("whoever looks after an organisation invites into it, with its roles, and no further", async () => {
  const organisation = "fukuoka";
  const other = "hyogo";
  const keeper = await makePerson("keeper@example.jp", "home-government", organisation, true);
  const to = { email: "colleague@example.jp", language: "ja", administers: false } as const;
  await expect(invite(context, keeper, { ...to, organisation, role: "home-government" })).resolves.toMatch(/^\/ja\//);
  for (const beyond of [
    { organisation, role: "administrator" },
    { organisation, role: "coordination" },
    { organisation: other, role: "home-government" },
  ] as const)
    await expect(invite(context, keeper, { ...to, ...beyond })).rejects.toMatchObject({ code: "forbidden" });
  const stranger = await makePerson("stranger@example.jp", "guest", other);
  await expect(findPerson(context, keeper, stranger.userId)).rejects.toMatchObject({ code: "not-found" });
  const denied = await context.database.db
    .selectFrom("audit_log")
    .select("actor")
    .where("action", "=", "invitation.denied")
    .execute();
  expect(denied.map(({ actor }) => actor)).toEqual([keeper.userId, keeper.userId, keeper.userId]);
});

test("a mailed link proves the address; a link that was handed over asks for proof first", async () => {
  const organisation = "jiangsu";
  const path = await invite(context, administrator, {
    email: "handed@example.cn",
    organisation,
    role: "partner-government",
    administers: false,
    language: "zh",
  });
  const made = await acceptAsNewPerson(
    context,
    path.split("/").at(-1) ?? "",
    { name: "王芳", password, language: "zh" },
    null,
  );
  expect(made.verified).toBe(false);
  expect((await attempt("handed@example.cn", password)).kind).toBe("unverified");
  const token = (await lastLink("handed@example.cn")).searchParams.get("token") ?? "";
  expect(await verifyAddress(context, token, null)).toBe(true);
  expect((await attempt("handed@example.cn", password)).kind).toBe("done");
});

test("a disabled account loses its session at once", async () => {
  const person = await makePerson("disabled@example.jp", "guest");
  const headers = await headersOf("disabled@example.jp");
  expect(await findActor(context, headers, null)).not.toBeNull();
  await disableAccount(context, administrator, person.userId);
  expect(await findActor(context, headers, null)).toBeNull();
  expect((await attempt("disabled@example.jp", password)).kind).toBe("refused");
});

test("the last administrator cannot be shut out, by anyone", async () => {
  const { organisation = "" } = administrator.memberships[0] ?? {};
  const refused = { code: "conflict", details: { reason: "last-administrator" } };
  await expect(disableAccount(context, administrator, administrator.userId)).rejects.toMatchObject(refused);
  await expect(eraseAccount(context, administrator, administrator.userId)).rejects.toMatchObject(refused);
  const own = { organisation, role: "administrator" } as const;
  await expect(endMembership(context, administrator, administrator.userId, own)).rejects.toMatchObject(refused);
  expect(await findActor(context, await headersOf("admin@example.jp"), null)).not.toBeNull();
});

test("signing out everywhere ends every session of the account and of no other", async () => {
  const person = await makePerson("everywhere@example.jp", "guest");
  const sessions = [await headersOf("everywhere@example.jp"), await headersOf("everywhere@example.jp")];
  const other = await headersOf("admin@example.jp");
  const listed = await listSessions(context, person.userId, sessions[0] ?? new Headers());
  expect(listed.filter(({ current }) => current)).toHaveLength(1);
  await endAllSessions(context, person);
  for (const headers of sessions) expect(await findActor(context, headers, null)).toBeNull();
  expect(await findActor(context, other, null)).not.toBeNull();
});

test("erasure takes the person out and leaves what was done; the export holds all before, nothing after", async () => {
  const person = await makePerson("leaver@example.jp", "guest");
  const before = await exportPersonalData(context, person, "ja");
  expect(before).toContain("leaver@example.jp");
  expect(before).toContain("操作の記録");
  const secrets = await context.database.pool.query(`SELECT password FROM auth_accounts WHERE "userId" = $1`, [
    person.userId,
  ]);
  expect(before).not.toContain(secrets.rows[0].password);
  const rows = await countAudit();
  await eraseAccount(context, person, person.userId);
  expect(await countAudit()).toBe(rows + 1);
  const { rows: found } = await context.database.pool.query(
    `SELECT 1 FROM auth_users WHERE id = $1 AND (name || email) ~ 'leaver|Person'
     UNION ALL SELECT 1 FROM auth_sessions WHERE "userId" = $1 UNION ALL SELECT 1 FROM auth_accounts WHERE "userId" = $1
     UNION ALL SELECT 1 FROM memberships WHERE user_id = $1 UNION ALL SELECT 1 FROM mails WHERE recipient ~ 'leaver'
     UNION ALL SELECT 1 FROM invitations WHERE email ~ 'leaver'`,
    [person.userId],
  );
  expect(found).toEqual([]);
  expect((await attempt("leaver@example.jp", password)).kind).toBe("refused");
});

test("retention deletes what is old enough, and only that", async () => {
  await context.database.pool.query(
    `INSERT INTO mails (recipient, language, purpose, subject, body, created_at, sent_at)
     SELECT 'old@example.jp', 'ja', 'digest', 's', 'b', at, at
     FROM (VALUES (timestamptz '2026-01-01'), (timestamptz '2026-11-01')) AS sent(at)`,
  );
  expect((await applyRetention(context)).mails).toBe(1);
  expect((await applyRetention(context)).mails).toBe(0);
});

async function makePerson(email: string, role: Role, organisation?: string, administers = false): Promise<Actor> {
  const place = organisation ?? (await anyOrganisation());
  await invite(context, administrator, { email, organisation: place, role, administers, language: "en" });
  const token = (await lastLink(email)).pathname.split("/").at(-1) ?? "";
  await acceptAsNewPerson(context, token, { name: "Person", password, language: "en" }, null);
  return signInAs(email);
}

async function signInAs(email: string): Promise<Actor> {
  const actor = await findActor(context, await headersOf(email), null);
  if (!actor) throw new Error(`${email} is nobody`);
  return actor;
}

async function headersOf(email: string): Promise<Headers> {
  const result = await attempt(email, password);
  if (result.kind !== "done") throw new Error(result.kind);
  return toHeaders(result.cookies);
}

function attempt(email: string, given: string): Promise<SignInResult> {
  return signIn(context, { email, password: given }, { headers: new Headers(), network: null });
}

function toHeaders(cookies: readonly string[]): Headers {
  const kept = cookies.filter((cookie) => !/Max-Age=0/i.test(cookie)).map((cookie) => cookie.split(";", 1)[0]);
  return new Headers({ cookie: kept.join("; ") });
}

async function lastMail(recipient: string): Promise<string | undefined> {
  const row = await context.database.db
    .selectFrom("mails")
    .select("body")
    .where("recipient", "=", recipient)
    .orderBy("id", "desc")
    .executeTakeFirst();
  return row?.body;
}

async function lastLink(recipient: string): Promise<URL> {
  return new URL((await lastMail(recipient))?.match(/^http\S+$/m)?.[0] ?? "");
}

async function countAudit(): Promise<number> {
  const { rows } = await context.database.pool.query("SELECT count(*) FROM audit_log");
  return rows[0].count;
}

async function anyOrganisation(): Promise<string> {
  const row = await context.database.db.selectFrom("organisations").select("id").orderBy("id").executeTakeFirst();
  return row?.id ?? "";
}
