import { execFileSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdtemp, readdir, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startS3Server, type TestS3 } from "../../testing/s3-server.ts";
import { projectRoot } from "../config.ts";
import { defaultFileSettings, readFileSettings } from "./file-settings.ts";
import { type FileStore, hashContent, openFileStore, pathOfHash } from "./file-store.ts";

let folder: string;
let s3: TestS3;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "store-"));
  s3 = await startS3Server();
});
afterAll(async () => {
  await s3.stop();
  await rm(folder, { recursive: true, force: true });
});

const open = (kind: string, settings = s3.settings): FileStore =>
  openFileStore(
    kind === "folder"
      ? { dataDirectory: folder }
      : { dataDirectory: "", files: { ...defaultFileSettings, s3: settings } },
  );

describe.each(["folder", "s3"])("a store in %s", (kind) => {
  test("gives back what it took, under the hash of the content", async () => {
    const store = open(kind);
    const content = Buffer.from([0, 13, 10, 255]);
    const { sha256, size } = await store.put(content);
    expect({ sha256, size }).toEqual({ sha256: hashContent(content), size: 4 });
    expect(Buffer.from(await store.read(sha256))).toEqual(content);
    expect(await store.has(sha256)).toBe(true);
    await store.remove(sha256);
    expect(await store.has(sha256)).toBe(false);
    await store.remove(sha256);
    await expect(store.read(sha256)).rejects.toMatchObject({ code: "not-found" });
  });

  test("lists every file once, however often and however many at a time the same content comes", async () => {
    const store = open(kind);
    const contents = [...Array(5).keys()].map((n) => Buffer.from(`file ${n}`));
    await Promise.all([...contents, ...contents, ...contents].map((content) => store.put(content)));
    const listed = [];
    for await (const { sha256, size, changedAt } of store.list()) {
      expect(changedAt.getTime()).toBeGreaterThan(Date.parse("2026-01-01"));
      expect(size).toBe(6);
      listed.push(sha256);
    }
    expect(listed).toEqual(contents.map(hashContent).sort());
    for (const sha256 of listed) await store.remove(sha256);
  });

  test("refuses content that is no longer what it was", async () => {
    const store = open(kind);
    const { sha256 } = await store.put(Buffer.from("original"));
    if (kind === "folder") await writeFile(join(folder, "files", pathOfHash(sha256)), "0riginal");
    else s3.objects.set(`files/${pathOfHash(sha256)}`, Buffer.from("0riginal"));
    await expect(store.read(sha256)).rejects.toMatchObject({ details: { reason: "file-damaged" } });
    await store.remove(sha256);
  });

  test("takes no name that is not a hash", async () => {
    await expect(async () => open(kind).read("../../etc/passwd")).rejects.toMatchObject({ code: "not-found" });
  });
});

test("stored files are for this user alone", async () => {
  const { sha256 } = await open("folder").put(Buffer.from("private"));
  expect((await stat(join(folder, "files", pathOfHash(sha256)))).mode & 0o077).toBe(0);
});

test("a full disk is told as such and leaves nothing behind", async () => {
  const directory = await mkdtemp(join(folder, "full-"));
  // bash counts in blocks of 1024 bytes; past the limit the system refuses to write on (EFBIG), as a full disk would.
  const script = `process.on("SIGXFSZ", () => {});
    const { openFileStore } = await import("${projectRoot}/src/platform/files/file-store.ts");
    const store = openFileStore({ dataDirectory: process.argv[1] });
    await store.put(Buffer.alloc(1000));
    await store.put(Buffer.alloc(200_000)).catch((error) => console.log(error.code, error.details.reason));`;
  const command = `ulimit -f 100; exec "$0" --input-type=module --eval '${script.replaceAll("'", "'\\''")}' "$1"`;
  const output = execFileSync("bash", ["-c", command, process.execPath, directory], { encoding: "utf8" });
  expect(output.trim()).toBe("unavailable disk-full");
  const left = await readdir(join(directory, "files"), { recursive: true, withFileTypes: true });
  expect(left.filter((entry) => entry.isFile()).map(({ name }) => name)).toEqual([hashContent(Buffer.alloc(1000))]);
});

describe("an S3 store", () => {
  test("gets nothing without the right key", async () => {
    const store = open("s3", { ...s3.settings, secretKey: "wrong" });
    const content = randomBytes(10);
    const refused = { code: "unavailable", details: { reason: "store-unreachable" } };
    await expect(store.put(content)).rejects.toMatchObject(refused);
    expect(s3.objects.has(`files/${pathOfHash(hashContent(content))}`)).toBe(false);
  });

  test("is asked again after a passing fault; a full one is told as such", async () => {
    const store = open("s3");
    s3.failures.push(503);
    const { sha256 } = await store.put(Buffer.from("second try"));
    expect(await store.has(sha256)).toBe(true);
    s3.failures.push(507, 507, 507);
    await expect(store.put(Buffer.from("no room"))).rejects.toMatchObject({ details: { reason: "disk-full" } });
    expect(s3.failures).toEqual([]);
  });

  test("that does not answer is unavailable", async () => {
    const store = open("s3", { ...s3.settings, endpoint: "http://127.0.0.1:1" });
    await expect(store.has("0".repeat(64))).rejects.toMatchObject({ details: { reason: "store-unreachable" } });
  });
});

describe("settings of the store", () => {
  const complete = {
    RENKEI_S3_ENDPOINT: "https://s3.example/",
    RENKEI_S3_BUCKET: "renkei",
    RENKEI_S3_ACCESS_KEY: "key",
    RENKEI_S3_SECRET_KEY: "secret",
  };
  test("have defaults", () => {
    expect(readFileSettings({})).toEqual(defaultFileSettings);
    expect(readFileSettings(complete).s3).toEqual({
      endpoint: "https://s3.example",
      bucket: "renkei",
      region: "us-east-1",
      accessKey: "key",
      secretKey: "secret",
    });
  });
  test.each(Object.keys(complete))("are refused without %s", (variable) => {
    const half = { ...complete, [variable]: " " };
    expect(() => readFileSettings(half)).toThrow(expect.objectContaining({ code: "invalid-input" }));
    expect(() => readFileSettings(half)).not.toThrow(/secret"/);
  });
  test.each([
    ["RENKEI_UPLOAD_MEGABYTES", "21"],
    ["RENKEI_UPLOADS_PER_RECORD", "0"],
    ["RENKEI_RETENTION_PARTICIPANTS_YEARS", "three"],
    ["RENKEI_S3_ENDPOINT", "ftp://store"],
    ["RENKEI_S3_BUCKET", "../other"],
  ])("%s=%s is refused", (variable, value) => {
    const wrong = { ...complete, [variable]: value };
    expect(() => readFileSettings(wrong)).toThrow(
      expect.objectContaining({ details: expect.objectContaining({ variable }) }),
    );
  });
});
