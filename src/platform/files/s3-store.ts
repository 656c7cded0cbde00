import { AwsClient } from "aws4fetch";
import { SaxesParser } from "saxes";
import { AppError } from "../../core/errors.ts";
import type { S3Settings } from "./file-settings.ts";
import { checkContent, type FileStore, hashContent, isHash, pathOfHash } from "./file-store.ts";

const folder = "files/";
const timeoutMilliseconds = 60_000;

/** Files in a bucket of a store that speaks the S3 protocol (path style, signature version 4). */
export function createS3Store(settings: S3Settings): FileStore {
  const client = new AwsClient({
    accessKeyId: settings.accessKey,
    secretAccessKey: settings.secretKey,
    region: settings.region,
    service: "s3",
    retries: 2,
  });
  const bucket = `${settings.endpoint}/${settings.bucket}`;
  const addressOf = (sha256: string) => `${bucket}/${folder}${pathOfHash(sha256)}`;
  const send = async (address: string, init: RequestInit = {}): Promise<Response> => {
    const response = await client
      .fetch(address, { ...init, signal: AbortSignal.timeout(timeoutMilliseconds) })
      .catch((error: unknown) => {
        throw new AppError("unavailable", { reason: "store-unreachable", problem: String(error) });
      });
    if (response.ok || response.status === 404) return response;
    const problem = `${response.status} ${(await response.text()).slice(0, 300)}`;
    // 507: what stores on a disk of their own say when it is full.
    const reason = response.status === 507 ? "disk-full" : "store-unreachable";
    throw new AppError("unavailable", { reason, problem });
  };
  return {
    async put(content) {
      const sha256 = hashContent(content);
      // Signed with the hash of its content, so that the store itself refuses what was altered on the way.
      const headers = { "x-amz-content-sha256": sha256, "content-type": "application/octet-stream" };
      const response = await send(addressOf(sha256), { method: "PUT", headers, body: new Uint8Array(content) });
      if (!response.ok) throw new AppError("unavailable", { reason: "store-unreachable", problem: "no such bucket" });
      return { sha256, size: content.length };
    },
    has: async (sha256) => (await send(addressOf(sha256), { method: "HEAD" })).ok,
    async read(sha256) {
      const response = await send(addressOf(sha256));
      if (!response.ok) throw new AppError("not-found", { kind: "file", sha256 });
      const content = new Uint8Array(await response.arrayBuffer());
      checkContent(sha256, content);
      return content;
    },
    async remove(sha256) {
      await send(addressOf(sha256), { method: "DELETE" });
    },
    async *list() {
      let token: string | null = null;
      do {
        const query = new URLSearchParams({ "list-type": "2", prefix: folder });
        if (token !== null) query.set("continuation-token", token);
        const page: Page = readPage(await (await send(`${bucket}?${query}`)).text());
        for (const { key, size, changedAt } of page.objects) {
          const sha256 = key.slice(key.lastIndexOf("/") + 1);
          if (isHash(sha256)) yield { sha256, size, changedAt };
        }
        token = page.next;
      } while (token !== null);
    },
  };
}

interface Page {
  objects: { key: string; size: number; changedAt: Date }[];
  next: string | null;
}

/** Amazon S3 API Reference, ListObjectsV2. */
function readPage(xml: string): Page {
  const page: Page = { objects: [], next: null };
  let fields: Record<string, string> = {};
  let text = "";
  const parser = new SaxesParser();
  parser.on("opentag", ({ name }) => {
    text = "";
    if (name === "Contents") fields = {};
  });
  parser.on("text", (part) => {
    text += part;
  });
  parser.on("closetag", ({ name }) => {
    if (name === "NextContinuationToken") page.next = text;
    else if (name !== "Contents") fields[name] = text;
    else
      page.objects.push({
        key: fields.Key ?? "",
        size: Number(fields.Size),
        changedAt: new Date(fields.LastModified ?? 0),
      });
  });
  parser.write(xml).close();
  return page;
}
