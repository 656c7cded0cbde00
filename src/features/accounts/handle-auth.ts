import type { Context } from "../../platform/context.ts";
import { findSecret } from "../../platform/secret.ts";
import { note } from "../audit/change.ts";
import { authPath, findAuth, findOpenIdAuth, openIdProvider } from "./auth.ts";
import { findLimit, takeAttempt } from "./rate-limits.ts";
import { readSessionToken, takeCookies } from "./session-cookie.ts";

type Ceremony = "options" | "passkey-added" | "passkey" | "oidc";

/** All of the library's own addresses that a browser may call; every other is ours or nobody's. */
const ceremonies: Record<string, Ceremony> = {
  "GET /passkey/generate-register-options": "options",
  "GET /passkey/generate-authenticate-options": "options",
  "POST /passkey/verify-registration": "passkey-added",
  "POST /passkey/verify-authentication": "passkey",
  [`GET /callback/${openIdProvider}`]: "oidc",
  [`POST /callback/${openIdProvider}`]: "oidc",
};

/** The two ceremonies that pages cannot do: WebAuthn, whose answers are JSON, and the way back from an OpenID provider. */
export async function handleAuth(context: Context, request: Request, network: string | null = null): Promise<Response> {
  const { pathname } = new URL(request.url);
  const ceremony = ceremonies[`${request.method} ${pathname.slice(authPath.length)}`];
  if (!pathname.startsWith(`${authPath}/`) || ceremony === undefined) return new Response(null, { status: 404 });
  if (network !== null && !(await takeAttempt(context, findLimit("ceremony", network))).allowed)
    return new Response(null, { status: 429 });
  const auth = ceremony === "oidc" ? findOpenIdAuth(context) : findAuth(context);
  const response = await auth.handler(request);
  if (ceremony !== "options") await noteCeremony(context, request, response, ceremony, network);
  return withoutSecrets(response, ceremony);
}

async function noteCeremony(
  context: Context,
  request: Request,
  response: Response,
  ceremony: Exclude<Ceremony, "options">,
  network: string | null,
): Promise<void> {
  const cookies = response.headers.getSetCookie().map((cookie) => cookie.split(";", 1)[0]);
  const headers = ceremony === "passkey-added" ? request.headers : new Headers({ cookie: cookies.join("; ") });
  const token = readSessionToken(headers, findSecret(context.config));
  const session =
    token === null
      ? undefined
      : await context.database.db
          .selectFrom("auth_sessions")
          .select("userId")
          .where("token", "=", token)
          .executeTakeFirst();
  const userId = session?.userId ?? null;
  if (ceremony === "passkey-added") {
    if (response.ok)
      await note(context, { userId, network }, { action: "passkey.added", subject: `account/${userId}` });
    return;
  }
  const action = userId === null ? "sign-in.failed" : "sign-in.done";
  await note(context, { userId, network }, { action, details: { method: ceremony } });
}

/** A script needs to know that it worked, not the session's token, which stays in a cookie that no script reads. */
function withoutSecrets(response: Response, ceremony: Ceremony): Response {
  const headers = new Headers(response.headers);
  const cookies = takeCookies(response.headers);
  headers.delete("set-cookie");
  headers.delete("content-length");
  for (const cookie of cookies) headers.append("set-cookie", cookie);
  headers.set("cache-control", "no-store");
  const bare = response.ok && (ceremony === "passkey" || ceremony === "passkey-added");
  return new Response(bare ? "{}" : response.body, { status: response.status, headers });
}
