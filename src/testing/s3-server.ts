import { createHash, createHmac } from "node:crypto";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import type { S3Settings } from "../platform/files/file-settings.ts";

export interface TestS3 {
  settings: S3Settings;
  objects: Map<string, Buffer>;
  /** what the next requests are answered with, instead of being done */
  failures: number[];
  stop(): Promise<void>;
}

/** A store that checks signatures as Amazon does (Signature Version 4) and keeps its objects in memory, two to a page. */
export async function startS3Server(): Promise<TestS3> {
  const settings = { endpoint: "", bucket: "renkei-test", region: "ap-northeast-1", accessKey: "A", secretKey: "S" };
  const objects = new Map<string, Buffer>();
  const failures: number[] = [];
  const server = createServer(async (request, response) => {
    const body = await buffer(request);
    const url = new URL(request.url ?? "", settings.endpoint);
    const key = url.pathname.slice(`/${settings.bucket}/`.length);
    const failure = failures.shift();
    if (failure !== undefined) return response.writeHead(failure).end("told to fail");
    if (!isSigned(request, url, body, settings)) return response.writeHead(403).end("SignatureDoesNotMatch");
    if (!`${url.pathname}/`.startsWith(`/${settings.bucket}/`)) return response.writeHead(404).end("NoSuchBucket");
    if (url.searchParams.get("list-type") === "2") return response.end(listObjects(objects, url.searchParams));
    if (request.method === "PUT") objects.set(key, body);
    if (request.method === "DELETE") objects.delete(key);
    const found = objects.get(key);
    if (request.method === "DELETE") return response.writeHead(204).end();
    return found ? response.end(found) : response.writeHead(404).end("NoSuchKey");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  settings.endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const stop = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { settings, objects, failures, stop };
}

function listObjects(objects: Map<string, Buffer>, query: URLSearchParams): string {
  const after = query.get("continuation-token") ?? "";
  const keys = [...objects.keys()].filter((key) => key.startsWith(query.get("prefix") ?? "") && key > after).sort();
  const page = keys.slice(0, 2);
  const contents = page.map(
    (key) =>
      `<Contents><Key>${key}</Key><LastModified>2026-11-22T01:02:03.000Z</LastModified><Size>${objects.get(key)?.length}</Size></Contents>`,
  );
  const next = keys.length > 2 ? `<NextContinuationToken>${page[1]}</NextContinuationToken>` : "";
  return `<?xml version="1.0" encoding="UTF-8"?>\n<ListBucketResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><Name>b</Name>${contents.join("")}${next}</ListBucketResult>`;
}

/** AWS General Reference, "Create a signed AWS API request". */
function isSigned(request: IncomingMessage, url: URL, body: Buffer, { region, accessKey, secretKey }: S3Settings) {
  const form =
    /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, SignedHeaders=([^,]+), Signature=([0-9a-f]{64})$/;
  const [, key, day = "", place, names = "", signature] = form.exec(request.headers.authorization ?? "") ?? [];
  const sentHash = String(request.headers["x-amz-content-sha256"]);
  if (key !== accessKey || place !== region) return false;
  if (sentHash !== "UNSIGNED-PAYLOAD" && sentHash !== createHash("sha256").update(body).digest("hex")) return false;
  // What is stored must be signed.
  if (request.method === "PUT" && sentHash === "UNSIGNED-PAYLOAD") return false;
  const query = [...url.searchParams].map(([name, value]) => `${encode(name)}=${encode(value)}`).sort();
  const headers = names.split(";").map((name) => `${name}:${request.headers[name]}\n`);
  const canonical = [request.method, url.pathname, query.join("&"), headers.join(""), names, sentHash].join("\n");
  const scope = `${day}/${region}/s3/aws4_request`;
  const hashed = createHash("sha256").update(canonical).digest("hex");
  const text = ["AWS4-HMAC-SHA256", request.headers["x-amz-date"], scope, hashed].join("\n");
  const chain = [day, region, "s3", "aws4_request"];
  const signing = chain.reduce<string | Buffer>(
    (by, part) => createHmac("sha256", by).update(part).digest(),
    `AWS4${secretKey}`,
  );
  return createHmac("sha256", signing).update(text).digest("hex") === signature;
}

function encode(text: string): string {
  return encodeURIComponent(text).replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
}
