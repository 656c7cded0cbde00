import { createHash } from "node:crypto";
import { Transform } from "node:stream";

/**
 * gzip leaves some bits unguarded: those of its header and those that fill the last byte of a block (RFC 1951, 3.2.4). An
 * archive therefore ends in a second, empty gzip member whose extra field (RFC 1952, 2.3.1.1) carries the SHA-256 of all
 * bytes before it. gzip and tar unpack such a file as any other.
 */
export const sealLength = 58;

/** Passes everything on and puts the seal behind it. */
export function appendSeal(): Transform {
  const hash = createHash("sha256");
  return new Transform({
    transform(chunk: Buffer, _, done) {
      hash.update(chunk);
      done(null, chunk);
    },
    flush(done) {
      done(null, makeSeal(hash.digest()));
    },
  });
}

/** Passes on all that stands before the seal, and tells the seal that it asks for. */
export function measureSealed(): { stream: Transform; read: () => Buffer } {
  const hash = createHash("sha256");
  const stream = new Transform({
    transform(chunk: Buffer, _, done) {
      hash.update(chunk);
      done(null, chunk);
    },
  });
  return { stream, read: () => makeSeal(hash.digest()) };
}

function makeSeal(sha256: Buffer): Buffer {
  const header = [0x1f, 0x8b, 8, 4, 0, 0, 0, 0, 0, 255];
  const extraField = [36, 0, "R".charCodeAt(0), "K".charCodeAt(0), 32, 0, ...sha256];
  const emptyBlock = [3, 0];
  const checksumAndSize = [0, 0, 0, 0, 0, 0, 0, 0];
  return Buffer.from([...header, ...extraField, ...emptyBlock, ...checksumAndSize]);
}
