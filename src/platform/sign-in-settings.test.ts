import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readConfig } from "./config.ts";
import { findSecret } from "./secret.ts";

const url = "https://renkei.example.go.jp";
const secret = "vD4f-91bQzL0xuKe7TnRw2YsHc8GpMj5";

test.each([
  ["a public address outside production", { RENKEI_URL: url, RENKEI_SECRET: secret }, "public-without-production"],
  [
    "debug pages on a public address",
    { NODE_ENV: "development", RENKEI_URL: url, RENKEI_SECRET: secret },
    "development-in-public",
  ],
  ["production without a secret", { NODE_ENV: "production", RENKEI_URL: url }, "production-without-secret"],
  ["production without an address", { NODE_ENV: "production", RENKEI_SECRET: secret }, "production-without-address"],
  ["a short secret", { NODE_ENV: "production", RENKEI_URL: url, RENKEI_SECRET: secret.slice(1) }, "secret-too-short"],
  [
    "a secret from a manual",
    { NODE_ENV: "production", RENKEI_URL: url, RENKEI_SECRET: "please-change-me-please-change-me-now" },
    "secret-is-sample",
  ],
  ["one letter many times", { RENKEI_SECRET: "x".repeat(40) }, "secret-is-sample"],
  ["half an OpenID provider", { RENKEI_OIDC_ISSUER: "https://login.example.go.jp" }, "oidc-incomplete"],
])("refuses to run with %s", (_, environment, reason) => {
  expect(() => readConfig(environment)).toThrow(
    expect.objectContaining({ code: "invalid-input", details: expect.objectContaining({ reason }) }),
  );
});

test("no refusal shows the secret", () => {
  expect(() => readConfig({ RENKEI_SECRET: "x".repeat(40) })).not.toThrow(/xxxx/);
});

test.each(["http://localhost:3000", "http://127.0.0.1:8080", "http://[::1]:3000"])(
  "%s is this machine's own",
  (local) => {
    expect(readConfig({ NODE_ENV: "development", RENKEI_URL: local }).publicUrl).toBe(local);
  },
);

test("production with an address and a secret runs", () => {
  const config = readConfig({
    NODE_ENV: "production",
    RENKEI_URL: url,
    RENKEI_SECRET: secret,
    RENKEI_OIDC_ISSUER: "https://login.example.go.jp/realm/",
    RENKEI_OIDC_CLIENT_ID: "renkei",
    RENKEI_OIDC_CLIENT_SECRET: "of the provider",
    RENKEI_RETENTION_MAILS_DAYS: "0",
  });
  expect(config).toMatchObject({
    secret,
    development: false,
    oidc: { issuer: "https://login.example.go.jp/realm", clientId: "renkei", name: "login.example.go.jp" },
    retention: { mails: 0 },
  });
});

test("without a setting the secret is random, kept, and readable by its owner only", () => {
  const dataDirectory = mkdtempSync(join(tmpdir(), "renkei-secret-"));
  try {
    const made = findSecret({ dataDirectory });
    expect(made).toMatch(/^[\w-]{43}$/);
    expect(findSecret({ dataDirectory })).toBe(made);
    expect(statSync(join(dataDirectory, "secret")).mode & 0o777).toBe(0o600);
  } finally {
    rmSync(dataDirectory, { recursive: true });
  }
});
