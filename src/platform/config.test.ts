import { join } from "node:path";
import { expect, test } from "vitest";
import { projectRoot, readConfig } from "./config.ts";
import { defaultFileSettings } from "./files/file-settings.ts";

test("without any setting Renkei brings its own database and listens on 3000", () => {
  expect(readConfig({ DATABASE_URL: "", PORT: " " })).toEqual({
    dataDirectory: join(projectRoot, "data"),
    port: 3000,
    trustedProxies: 0,
    development: false,
    fetch: { allow: [] },
    logLevel: "info",
    files: defaultFileSettings,
  });
});

test("a relative data directory counts from the folder in which the command runs", () => {
  expect(readConfig({ RENKEI_DATA: "records" }).dataDirectory).toBe(join(process.cwd(), "records"));
});

test("the public address loses its last slash, so that links can be put behind it", () => {
  expect(readConfig({ RENKEI_URL: "http://localhost:8080/air/" }).publicUrl).toBe("http://localhost:8080/air");
});

test.each(["65536", "-1", "80a", "３０００", "1e3", "0x50"])("PORT=%s is refused", (port) => {
  expect(() => readConfig({ PORT: port })).toThrow(
    expect.objectContaining({ code: "invalid-input", details: { variable: "PORT", value: port, expected: "0–65535" } }),
  );
});

test("a wrong DATABASE_URL is refused without showing its password", () => {
  expect(() => readConfig({ DATABASE_URL: "mysql://renkei:secret@host/db" })).toThrow(/DATABASE_URL/);
  expect(() => readConfig({ DATABASE_URL: "mysql://renkei:secret@host/db" })).not.toThrow(/secret/);
});
