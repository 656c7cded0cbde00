import { Transform } from "node:stream";
import { crc32 } from "node:zlib";

/**
 * Ten bytes before the compressed data (RFC 1952, 2.3): magic, method, no flags, no time, no hint, system unknown. No
 * checksum covers them, so ours are always these and a damaged one is told from a whole one.
 */
const header = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255]);
export const trailerLength = 8;

/** Puts that header in the place of the one that zlib wrote. */
export function fixGzipHeader(): Transform {
  let position = 0;
  return new Transform({
    transform(chunk: Buffer, _, done) {
      const fixed = Buffer.from(chunk);
      header.copy(fixed, 0, position, Math.min(header.length, position + chunk.length));
      position += chunk.length;
      done(null, fixed);
    },
  });
}

export function hasFixedHeader(start: Buffer): boolean {
  return start.subarray(0, header.length).equals(header);
}

/** Passes the unpacked bytes on, and tells the eight bytes that must stand at the end of the file. */
export function createTrailerMeter(): { stream: Transform; read: () => Buffer } {
  let checksum = 0;
  let size = 0;
  const stream = new Transform({
    transform(chunk: Buffer, _, done) {
      checksum = crc32(chunk, checksum);
      size += chunk.length;
      done(null, chunk);
    },
  });
  const read = () => {
    const trailer = Buffer.alloc(trailerLength);
    trailer.writeUInt32LE(checksum, 0);
    trailer.writeUInt32LE(size % 2 ** 32, 4);
    return trailer;
  };
  return { stream, read };
}
