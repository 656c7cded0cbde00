import type { Context as HonoContext } from "hono";
import { contentDisposition } from "./content-disposition.ts";
import type { CachedResponse } from "./page-cache.ts";

/** Sends a prepared response: 304 where the reader has it (RFC 9110 §13.1.2), compressed where the reader can. */
export function sendPrepared(c: HonoContext, prepared: CachedResponse): Response {
  const headers = new Headers({
    "content-type": prepared.contentType,
    etag: prepared.entityTag,
    "cache-control": "public, max-age=0, must-revalidate",
    vary: "accept-encoding",
  });
  if (prepared.link) headers.set("link", prepared.link);
  if (prepared.fileName) headers.set("content-disposition", contentDisposition(prepared.fileName));
  if (prepared.status === 200 && hasEntity(c.req.header("if-none-match"), prepared.entityTag)) {
    headers.delete("content-type");
    return new Response(null, { status: 304, headers });
  }
  const zipped = acceptsGzip(c.req.header("accept-encoding"));
  if (zipped) headers.set("content-encoding", "gzip");
  return new Response(new Uint8Array(zipped ? prepared.gzipped : prepared.body), { status: prepared.status, headers });
}

/** Weak comparison, as RFC 9110 §13.1.2 asks for If-None-Match. */
export function hasEntity(header: string | undefined, entityTag: string): boolean {
  if (header === undefined) return false;
  return header === "*" || header.split(",").some((tag) => tag.trim().replace(/^W\//, "") === entityTag);
}

function acceptsGzip(header: string | undefined): boolean {
  return (header ?? "").split(",").some((part) => /^\s*(gzip|\*)\s*(;\s*q=(?!0(\.0*)?\s*$).*)?$/i.test(part));
}
