import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { gzip } from "node:zlib";

export interface CachedResponse {
  status: number;
  contentType: string;
  fileName: string | undefined;
  body: Buffer;
  gzipped: Buffer;
  entityTag: string;
  /** RFC 8288: where a list goes on */
  link?: string;
}

const compress = promisify(gzip);
/** A page is some 30 kB twice over, so this is several hundred pages. */
const mostBytes = 24 * 1024 * 1024;

/**
 * Finished public pages of one revision and day. Readers of the public site all see the same page, and records change
 * rarely; rendering is the dearest part of a request.
 */
export class PageCache {
  readonly #entries = new Map<string, CachedResponse>();
  #stamp = "";
  #bytes = 0;

  /** The entry of this revision and day; an older one drops everything. */
  find(key: string, stamp: string): CachedResponse | null {
    this.#follow(stamp);
    const entry = this.#entries.get(key);
    if (!entry) return null;
    // A hit moves to the young end: the entry used longest ago is the first in the map.
    this.#entries.delete(key);
    this.#entries.set(key, entry);
    return entry;
  }

  keep(key: string, stamp: string, entry: CachedResponse): void {
    this.#follow(stamp);
    this.#entries.set(key, entry);
    this.#bytes += sizeOf(entry);
    for (const [oldKey, old] of this.#entries) {
      if (this.#bytes <= mostBytes) break;
      this.#entries.delete(oldKey);
      this.#bytes -= sizeOf(old);
    }
  }

  #follow(stamp: string): void {
    if (stamp === this.#stamp) return;
    this.#stamp = stamp;
    this.#entries.clear();
    this.#bytes = 0;
  }
}

export async function prepareResponse(
  content: string | Uint8Array,
  contentType: string,
  status = 200,
  fileName?: string,
): Promise<CachedResponse> {
  const body = typeof content === "string" ? Buffer.from(content) : Buffer.from(content);
  const hash = createHash("sha256").update(body).digest("base64url").slice(0, 22);
  return { status, contentType, fileName, body, gzipped: await compress(body), entityTag: `"${hash}"` };
}

function sizeOf(entry: CachedResponse): number {
  return entry.body.length + entry.gzipped.length;
}
