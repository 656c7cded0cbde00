import { Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import yauzl, { type Entry, type ZipFile } from "yauzl";

/** What an archive may at most hold when it is unpacked. */
export interface ArchiveLimits {
  entries: number;
  /** of one entry */
  entryBytes: number;
  totalBytes: number;
  /** unpacked size over packed size, judged from a megabyte on */
  ratio: number;
}

export const archiveLimits: ArchiveLimits = {
  entries: 10_000,
  entryBytes: 200 * 1024 * 1024,
  totalBytes: 500 * 1024 * 1024,
  ratio: 200,
};

/** `damaged` also stands for sizes that are not those declared; `bomb` for whatever is past the limits. */
export type ArchiveProblem = "damaged" | "bomb" | "encrypted";

export interface ArchiveReport {
  problem: ArchiveProblem | null;
  /** names as the archive has them; empty where there is a problem */
  names: string[];
}

/**
 * Looks at a ZIP archive (APPNOTE 6.3.10) without keeping anything of it: first what it declares, then what it really
 * holds, byte by byte. Imports nothing of ours, so that a worker starts with it at once.
 */
export async function inspectArchive(content: Uint8Array, limits: ArchiveLimits): Promise<ArchiveReport> {
  let archive: ZipFile | null = null;
  try {
    archive = await yauzl.fromBufferPromise(Buffer.from(content.buffer, content.byteOffset, content.byteLength), {
      lazyEntries: true,
      autoClose: false,
    });
    const entries: Entry[] = [];
    let declared = 0;
    for await (const entry of archive.eachEntry()) {
      entries.push(entry);
      declared += entry.uncompressedSize;
      if (entry.isEncrypted()) return refuse("encrypted");
      if (isPastLimits(entry, limits) || entries.length > limits.entries || declared > limits.totalBytes)
        return refuse("bomb");
    }
    let real = 0;
    for (const entry of entries) {
      real += await measureEntry(archive, entry, limits);
      // Entries may share their bytes, so that each looks harmless (D. Fifield, "A better zip bomb", 2019).
      if (real > limits.totalBytes || real > content.length * limits.ratio + 1024 * 1024) return refuse("bomb");
    }
    return { problem: null, names: entries.map(({ fileName }) => fileName) };
  } catch (error) {
    return refuse(error instanceof BombError ? "bomb" : "damaged");
  } finally {
    archive?.close();
  }
}

function isPastLimits({ uncompressedSize, compressedSize }: Entry, { entryBytes, ratio }: ArchiveLimits): boolean {
  return uncompressedSize > entryBytes || (uncompressedSize > 1024 * 1024 && uncompressedSize > compressedSize * ratio);
}

/** yauzl stops where an entry is longer than declared; this counts all the same. */
async function measureEntry(archive: ZipFile, entry: Entry, { entryBytes }: ArchiveLimits): Promise<number> {
  if (entry.fileName.endsWith("/")) return 0;
  let size = 0;
  const meter = new Writable({
    write(chunk: Buffer, _, done) {
      size += chunk.length;
      done(size > entryBytes ? new BombError() : null);
    },
  });
  await pipeline(await archive.openReadStreamPromise(entry), meter);
  return size;
}

class BombError extends Error {}

function refuse(problem: ArchiveProblem): ArchiveReport {
  return { problem, names: [] };
}
