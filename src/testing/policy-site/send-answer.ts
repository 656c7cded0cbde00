import { createHash } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { gzipSync } from "node:zlib";
import type { Answer } from "./answer.ts";
import { encode } from "./faults.ts";
import type { Site } from "./site.ts";

/** In the site's encoding, with its validators, packed where both sides can. `lies`: about the charset. */
export function sendAnswer(
  request: IncomingMessage,
  response: ServerResponse,
  site: Site | null,
  answer: Answer,
  lies: boolean,
): void {
  const { bytes, charset } =
    site && typeof answer.content === "string"
      ? encode(site, answer.content, lies)
      : { bytes: Buffer.from(answer.content), charset: null };
  const headers: Record<string, string> = {
    "Content-Type": charset ? `${answer.type}; charset=${charset}` : answer.type,
  };
  if (answer.location) headers.Location = answer.location;
  const validators = site && answer.status === 200 ? site.validators : "none";
  const tag = `"${createHash("sha256").update(bytes).digest("hex").slice(0, 20)}"`;
  const modified = answer.modified?.toUTCString() ?? null;
  if (validators === "both" || validators === "etag") headers.ETag = tag;
  if (modified && (validators === "both" || validators === "modified")) headers["Last-Modified"] = modified;
  const { "if-none-match": match, "if-modified-since": since, "accept-encoding": accepted = "" } = request.headers;
  // If-None-Match goes before If-Modified-Since (RFC 9110, 13.1.3).
  const isSame =
    headers.ETag && match ? match === tag : headers["Last-Modified"] && since ? isNotAfter(modified, since) : false;
  if (isSame) {
    response.writeHead(304, headers).end();
    return;
  }
  const packs = site?.gzip && String(accepted).includes("gzip") && bytes.length > 500 && answer.is !== "file";
  const body = packs ? gzipSync(bytes) : bytes;
  if (packs) Object.assign(headers, { "Content-Encoding": "gzip", Vary: "Accept-Encoding" });
  response.writeHead(answer.status, { ...headers, "Content-Length": String(body.length) });
  response.end(request.method === "HEAD" ? undefined : body);
}

const isNotAfter = (modified: string | null, since: string) =>
  modified !== null && Date.parse(modified) <= Date.parse(since);
