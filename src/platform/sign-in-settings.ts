import { AppError } from "../core/errors.ts";

export interface SignInSettings {
  /** signs cookies and encrypts second factors; absent: a random one in the data directory (platform/secret.ts) */
  secret?: string;
  /** sign-in with the OpenID Connect provider of a ministry */
  oidc?: OpenIdConfig;
  /** days after which kinds of personal data go, where they differ from features/accounts/retention.ts; 0 keeps them */
  retention?: Partial<Record<RetainedKind, number>>;
}

export interface OpenIdConfig {
  /** as https://login.example.go.jp/realm, without a slash at its end */
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** what people call it, on the button of the sign-in page */
  name: string;
}

export const retainedKinds = ["sessions", "mails", "invitations", "verifications"] as const;
export type RetainedKind = (typeof retainedKinds)[number];

type Environment = Record<string, string | undefined>;
const shortestSecret = 32;

/**
 * Reads RENKEI_SECRET, RENKEI_OIDC_… and RENKEI_RETENTION_…_DAYS. A site that others can reach refuses to run half set up:
 * throws AppError("invalid-input", {variable, reason}) for a public address without NODE_ENV=production or a secret of its own,
 * and for NODE_ENV=production without either.
 */
export function readSignInSettings(environment: Environment, publicUrl: string | undefined): SignInSettings {
  const secret = readText(environment, "RENKEI_SECRET");
  if (secret !== undefined) checkSecret(secret);
  checkPublicSite(environment, publicUrl, secret);
  const oidc = readOpenId(environment);
  const retention = readRetention(environment);
  return {
    ...(secret === undefined ? {} : { secret }),
    ...(oidc === undefined ? {} : { oidc }),
    ...(Object.keys(retention).length === 0 ? {} : { retention }),
  };
}

function checkPublicSite(environment: Environment, publicUrl: string | undefined, secret: string | undefined): void {
  const mode = environment.NODE_ENV?.trim();
  const isPublic = publicUrl !== undefined && URL.canParse(publicUrl) && !isLoopback(new URL(publicUrl).hostname);
  if (isPublic && mode === "development") throw refuse("NODE_ENV", "development-in-public");
  if (isPublic && mode !== "production") throw refuse("NODE_ENV", "public-without-production");
  if (mode !== "production") return;
  if (publicUrl === undefined) throw refuse("RENKEI_URL", "production-without-address");
  if (secret === undefined) throw refuse("RENKEI_SECRET", "production-without-secret");
}

/** Only this machine gets there (RFC 6761 §6.3, RFC 1122 §3.2.1.3). */
function isLoopback(hostname: string): boolean {
  return /^(localhost|.+\.localhost|127\.\d+\.\d+\.\d+|\[::1\])$/i.test(hostname);
}

/** The value never appears in a message: messages end in logs. */
function checkSecret(secret: string): void {
  if (secret.length < shortestSecret) throw refuse("RENKEI_SECRET", "secret-too-short", { length: shortestSecret });
  const isSample = /change.?(me|this)|example|sample|your.?secret|better.?auth|password|0123456789|abcdefgh/i.test(
    secret,
  );
  if (isSample || new Set(secret).size < 10) throw refuse("RENKEI_SECRET", "secret-is-sample");
}

function readOpenId(environment: Environment): OpenIdConfig | undefined {
  const issuer = readText(environment, "RENKEI_OIDC_ISSUER");
  if (issuer === undefined) return undefined;
  const isSafe =
    URL.canParse(issuer) && (new URL(issuer).protocol === "https:" || isLoopback(new URL(issuer).hostname));
  if (!isSafe)
    throw new AppError("invalid-input", { variable: "RENKEI_OIDC_ISSUER", value: issuer, expected: "https://…" });
  const clientId = readText(environment, "RENKEI_OIDC_CLIENT_ID");
  if (clientId === undefined) throw refuse("RENKEI_OIDC_CLIENT_ID", "oidc-incomplete");
  const clientSecret = readText(environment, "RENKEI_OIDC_CLIENT_SECRET");
  if (clientSecret === undefined) throw refuse("RENKEI_OIDC_CLIENT_SECRET", "oidc-incomplete");
  const name = readText(environment, "RENKEI_OIDC_NAME") ?? new URL(issuer).hostname;
  return { issuer: issuer.replace(/\/+$/, ""), clientId, clientSecret, name };
}

function readRetention(environment: Environment): Partial<Record<RetainedKind, number>> {
  const days: Partial<Record<RetainedKind, number>> = {};
  for (const kind of retainedKinds) {
    const variable = `RENKEI_RETENTION_${kind.toUpperCase()}_DAYS`;
    const value = readText(environment, variable);
    if (value === undefined) continue;
    if (!/^\d{1,5}$/.test(value)) throw new AppError("invalid-input", { variable, value, expected: "0–99999" });
    days[kind] = Number(value);
  }
  return days;
}

/** An empty variable counts as absent, as shells and container files often set one that way. */
function readText(environment: Environment, variable: string): string | undefined {
  return environment[variable]?.trim() || undefined;
}

function refuse(variable: string, reason: string, details: Record<string, unknown> = {}): AppError {
  return new AppError("invalid-input", { variable, reason, ...details });
}
