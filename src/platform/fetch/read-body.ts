import type { Readable } from "node:stream";
import { promisify } from "node:util";
import { brotliDecompress, gunzip, inflate, inflateRaw, zstdDecompress } from "node:zlib";
import { FetchFailure } from "./fetch-problem.ts";

const unpackers = {
  gzip: promisify(gunzip),
  "x-gzip": promisify(gunzip),
  br: promisify(brotliDecompress),
  zstd: promisify(zstdDecompress),
} as const;
/** Nobody packs twice except to make a small thing large. */
const mostEncodings = 2;

/**
 * The body as its author wrote it, at most `largestBytes` of it, on the way and unpacked. Throws FetchFailure: `too-large`,
 * `bomb` for what is small on the way and large unpacked, `encoding`, `broken`.
 */
export async function readBody(body: Readable, encoding: string, largestBytes: number): Promise<Uint8Array> {
  const encodings = encoding
    .toLowerCase()
    .split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "" && name !== "identity");
  if (encodings.length > mostEncodings)
    throw new FetchFailure("final", "encoding", { encoding: encoding.slice(0, 60) });
  let content: Buffer = await readAll(body, largestBytes);
  for (const name of encodings.reverse()) content = await unpack(content, name, largestBytes);
  return content;
}

/** Also for files that are packed themselves, as `sitemap.xml.gz`. */
export async function unpack(content: Buffer, encoding: string, largestBytes: number): Promise<Buffer> {
  const unpackOne = encoding === "deflate" ? findInflate(content) : unpackers[encoding as keyof typeof unpackers];
  if (!unpackOne) throw new FetchFailure("final", "encoding", { encoding: encoding.slice(0, 60) });
  try {
    return await unpackOne(content, { maxOutputLength: largestBytes });
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : "";
    if (code === "ERR_BUFFER_TOO_LARGE")
      throw new FetchFailure("final", "bomb", {
        kilobytes: Math.ceil(content.length / 1024),
        megabytes: inMegabytes(largestBytes),
      });
    throw new FetchFailure("temporary", "broken");
  }
}

/** RFC 9110 8.4.1.2: `deflate` is the zlib form, but many send the bare one. */
function findInflate(content: Buffer) {
  return ((content[0] ?? 0) & 0x0f) === 8 ? promisify(inflate) : promisify(inflateRaw);
}

async function readAll(body: Readable, largestBytes: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.length;
    if (size > largestBytes) throw new FetchFailure("final", "too-large", { megabytes: inMegabytes(largestBytes) });
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function inMegabytes(bytes: number): number {
  return Math.round((bytes / 1024 / 1024) * 10) / 10;
}
