import { passkey } from "@better-auth/passkey";
import { betterAuth } from "better-auth";
import { APIError } from "better-auth/api";
import { genericOAuth, twoFactor } from "better-auth/plugins";
import type { Context } from "../../platform/context.ts";
import { findSecret } from "../../platform/secret.ts";
import { makeRecoveryCode } from "./recovery-code.ts";

/** Sliding: whoever works stays signed in, an hour of lunch does no harm, the next morning asks again. */
export const sessionHours = 12;
/** the name under which an authenticator app keeps the account */
export const issuer = "Renkei";
/** The one OpenID provider that can be configured. */
export const openIdProvider = "oidc";
export const authPath = "/api/auth";

export type Auth = ReturnType<typeof createAuth>;
const instances = new WeakMap<object, Auth>();
const openIdInstances = new WeakMap<object, Auth>();

/** The sign-in library on this context's database. */
export function findAuth(context: Context): Auth {
  return findInstance(instances, context, false);
}

/**
 * The same with the OpenID provider. Apart, since the library asks the provider who it is before it does anything: while that
 * server hangs, passwords and passkeys must go on working.
 */
export function findOpenIdAuth(context: Context): Auth {
  return findInstance(openIdInstances, context, true);
}

function findInstance(kept: WeakMap<object, Auth>, context: Context, withOpenId: boolean): Auth {
  const present = kept.get(context.database);
  if (present) return present;
  const auth = createAuth(context, withOpenId);
  kept.set(context.database, auth);
  return auth;
}

/**
 * The library owns passwords, sessions, second factors, passkeys and OpenID. Accounts come only from the setup link, an
 * invitation or the command line, so every way to make one by oneself is shut; limits on attempts are ours (rate-limits.ts).
 */
function createAuth(context: Context, withOpenId: boolean) {
  const { config, database } = context;
  const origin = config.publicUrl === undefined ? null : new URL(config.publicUrl).origin;
  return betterAuth({
    appName: "Renkei",
    secret: findSecret(config),
    basePath: authPath,
    // Without a public address only this machine reaches the site, by whichever name and port.
    baseURL: origin ?? {
      allowedHosts: ["localhost:*", "127.0.0.1:*", "localhost", "127.0.0.1"],
      fallback: `http://localhost:${config.port}`,
      protocol: "http",
    },
    database: { db: database.db, type: "postgres" },
    telemetry: { enabled: false },
    logger: { disabled: true },
    rateLimit: { enabled: false },
    user: { modelName: "auth_users" },
    session: {
      modelName: "auth_sessions",
      expiresIn: sessionHours * 3600,
      updateAge: 3600,
      // As old as a session can become without a sign-in: adding a passkey asks for a recent one.
      freshAge: sessionHours * 3600,
    },
    account: { modelName: "auth_accounts", encryptOAuthTokens: true },
    verification: { modelName: "auth_verifications", storeIdentifier: "hashed" },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      requireEmailVerification: true,
      minPasswordLength: 12,
      maxPasswordLength: 128,
    },
    advanced: {
      cookiePrefix: "renkei",
      useSecureCookies: origin?.startsWith("https:") ?? false,
      defaultCookieAttributes: { httpOnly: true, sameSite: "lax", path: "/" },
      ipAddress: { disableIpTracking: true },
    },
    databaseHooks: {
      // Accounts are made by accounts/create-account.ts alone.
      user: { create: { before: async () => false } },
      session: {
        create: {
          before: (session) => mayOpenSession(context, session.userId),
          after: (session) => noteSeen(context, session.userId),
        },
      },
    },
    plugins: [
      twoFactor({
        issuer,
        twoFactorTable: "auth_two_factors",
        allowPasswordless: true,
        backupCodeOptions: {
          storeBackupCodes: "encrypted",
          customBackupCodesGenerate: () => Array.from({ length: 10 }, makeRecoveryCode),
        },
      }),
      passkey({
        rpID: origin === null ? "localhost" : new URL(origin).hostname,
        rpName: "Renkei",
        ...(origin === null ? {} : { origin }),
        // A passkey stands for both factors, so the device must have asked for a fingerprint, face or PIN (UV).
        authenticatorSelection: { residentKey: "required", userVerification: "required" },
        authentication: {
          afterVerification: ({ verification }) => {
            if (!verification.authenticationInfo.userVerified) throw new APIError("UNAUTHORIZED");
          },
        },
        schema: { passkey: { modelName: "auth_passkeys" } },
      }),
      ...(config.oidc && withOpenId
        ? [
            genericOAuth({
              config: [
                {
                  providerId: openIdProvider,
                  discoveryUrl: `${config.oidc.issuer}/.well-known/openid-configuration`,
                  clientId: config.oidc.clientId,
                  clientSecret: config.oidc.clientSecret,
                  scopes: ["openid", "email", "profile"],
                  requireIdTokenVerification: true,
                  disableSignUp: true,
                  disableImplicitSignUp: true,
                },
              ],
            }),
          ]
        : []),
    ],
  });
}

/** However somebody proves who they are: a disabled or erased account opens no session. */
async function mayOpenSession({ database }: Context, userId: string): Promise<boolean> {
  const profile = await database.db
    .selectFrom("profiles")
    .select("user_id")
    .where("user_id", "=", userId)
    .where("disabled_at", "is", null)
    .where("erased_at", "is", null)
    .executeTakeFirst();
  return profile !== undefined;
}

async function noteSeen({ database, clock }: Context, userId: string): Promise<void> {
  await database.db.updateTable("profiles").set({ last_seen_at: clock.now() }).where("user_id", "=", userId).execute();
}
