import { generateKeyPairSync, sign } from "node:crypto";
import { createServer, type Server } from "node:http";
import { buffer } from "node:stream/consumers";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Context } from "../../platform/context.ts";
import { createTestContext } from "../../testing/context.ts";
import { createAccount } from "./create-account.ts";
import { findActor, handleAuth } from "./service.ts";
import { startOpenId } from "./sign-in.ts";

interface Claims {
  sub: string;
  email: string;
  email_verified: boolean;
  name: string;
}

let context: Context;
let provider: Server;
let claims: Claims;
let nonce = "";
let userId = "";

beforeAll(async () => {
  provider = await startProvider();
  const address = provider.address();
  const issuer = typeof address === "object" ? `http://127.0.0.1:${address?.port}` : "";
  const bare = await createTestContext();
  const oidc = { issuer, clientId: "renkei", clientSecret: "of the provider", name: "Ministry" };
  context = { ...bare, config: { ...bare.config, port: 3000, oidc } };
  userId = await context.database.db.transaction().execute((transaction) =>
    createAccount(transaction, context.clock.now(), {
      name: "Officer",
      email: "officer@example.go.jp",
      language: "ja",
      passwordHash: "",
      emailVerified: true,
    }),
  );
});
afterAll(async () => {
  provider.close();
  await context.database.close();
});

test("who is invited signs in with the ministry's own sign-in", async () => {
  claims = { sub: "1", email: "officer@example.go.jp", email_verified: true, name: "Officer" };
  const { location, actor } = await goThrough();
  expect(location).toBe("/ja/members");
  expect(actor?.userId).toBe(userId);
});

test("nobody gets an account by signing in elsewhere", async () => {
  claims = { sub: "2", email: "stranger@example.go.jp", email_verified: true, name: "Stranger" };
  const { location, actor } = await goThrough();
  expect(location).toMatch(/^\/ja\/sign-in\?error=/);
  expect(actor).toBeNull();
  expect(await countAccounts()).toBe(1);
});

test("an address that the provider has not verified opens nothing", async () => {
  claims = { sub: "3", email: "officer@example.go.jp", email_verified: false, name: "Officer" };
  const { actor } = await goThrough();
  expect(actor).toBeNull();
});

test("only the addresses of the two ceremonies answer", async () => {
  for (const path of ["/sign-up/email", "/sign-in/email", "/get-session", "/update-user", "/callback/google", "/ok"])
    for (const method of ["GET", "POST"]) {
      const request = new Request(`http://localhost:3000/api/auth${path}`, { method });
      expect((await handleAuth(context, request)).status).toBe(404);
    }
});

/** From the button of the sign-in page to the provider and back. */
async function goThrough() {
  const started = await startOpenId(context, { next: "/ja/members", failed: "/ja/sign-in?error=1" }, new Headers());
  if (!started) throw new Error("the provider was not reached");
  const asked = new URL(started.url);
  nonce = asked.searchParams.get("nonce") ?? "";
  const back = new URL(asked.searchParams.get("redirect_uri") ?? "");
  expect(back.pathname).toBe("/api/auth/callback/oidc");
  back.search = new URLSearchParams({ code: "once", state: asked.searchParams.get("state") ?? "" }).toString();
  const cookie = started.cookies.map((text) => text.split(";", 1)[0]).join("; ");
  const response = await handleAuth(context, new Request(back, { headers: { cookie } }));
  const cookies = response.headers.getSetCookie().map((text) => text.split(";", 1)[0]);
  return {
    location: response.headers.get("location")?.replace("http://localhost:3000", ""),
    actor: await findActor(context, new Headers({ cookie: cookies.join("; ") }), null),
  };
}

/** As much of OpenID Connect Core 1.0 as a sign-in needs, with a key of its own. */
async function startProvider(): Promise<Server> {
  const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const key = { ...publicKey.export({ format: "jwk" }), kid: "1", alg: "RS256", use: "sig" };
  const server = createServer(async (request, response) => {
    const issuer = `http://${request.headers.host}`;
    const send = (value: unknown) => response.setHeader("content-type", "application/json").end(JSON.stringify(value));
    if (request.url === "/.well-known/openid-configuration")
      return send({
        issuer,
        authorization_endpoint: `${issuer}/authorize`,
        token_endpoint: `${issuer}/token`,
        userinfo_endpoint: `${issuer}/userinfo`,
        jwks_uri: `${issuer}/keys`,
        id_token_signing_alg_values_supported: ["RS256"],
      });
    if (request.url === "/keys") return send({ keys: [key] });
    await buffer(request);
    const now = Math.floor(Date.now() / 1000);
    const parts = [
      { alg: "RS256", kid: "1" },
      { ...claims, nonce, iss: issuer, aud: "renkei", iat: now, exp: now + 300 },
    ].map((part) => Buffer.from(JSON.stringify(part)).toString("base64url"));
    const idToken = `${parts.join(".")}.${sign("sha256", Buffer.from(parts.join(".")), privateKey).toString("base64url")}`;
    return send({ access_token: "access", token_type: "Bearer", expires_in: 300, id_token: idToken });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return server;
}

async function countAccounts(): Promise<number> {
  const { rows } = await context.database.pool.query("SELECT count(*) FROM auth_users");
  return rows[0].count;
}
