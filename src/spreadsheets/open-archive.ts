import type { Readable } from "node:stream";
import { type Entry, fromBufferPromise, type ZipFile } from "yauzl";
import { limits, SpreadsheetRefusal } from "./refusal.ts";

export interface Archive {
  has(name: string): boolean;
  /** unpacked size as the archive's list states it; a part that turns out larger fails while it is read */
  sizeOf(name: string): number;
  /** the part's bytes as they unpack */
  open(name: string): Promise<Readable>;
}

/**
 * Reads the list of an archive and refuses it before anything is unpacked, where it promises more than a spreadsheet
 * holds (CWE-409). Parts that overlap each other count each for itself, so that they gain nothing.
 */
export async function openArchive(bytes: Uint8Array): Promise<Archive> {
  const zip = await openZip(bytes);
  if (zip.entryCount > limits.parts) throw new SpreadsheetRefusal("too-many-parts", limits.parts);
  const entries = new Map<string, Entry>();
  let unpackedBytes = 0;
  try {
    for await (const entry of zip.eachEntry()) {
      const name = entry.fileName.toLowerCase();
      if (entries.has(name)) throw new SpreadsheetRefusal("damaged", null, entry.fileName);
      if (entry.isEncrypted()) throw new SpreadsheetRefusal("encrypted");
      unpackedBytes += entry.uncompressedSize;
      checkSize(entry, unpackedBytes);
      entries.set(name, entry);
    }
  } catch (error) {
    throw asRefusal(error);
  }
  const find = (name: string): Entry | undefined => entries.get(name.toLowerCase());
  return {
    has: (name) => find(name) !== undefined,
    sizeOf: (name) => find(name)?.uncompressedSize ?? 0,
    async open(name) {
      const entry = find(name);
      if (!entry) throw new SpreadsheetRefusal("damaged", null, name);
      try {
        return await zip.openReadStreamPromise(entry);
      } catch (error) {
        throw asRefusal(error);
      }
    },
  };
}

function checkSize({ uncompressedSize, compressedSize }: Entry, total: number): void {
  if (uncompressedSize > limits.partBytes) throw new SpreadsheetRefusal("expands-too-much", limits.partBytes);
  if (total > limits.unpackedBytes) throw new SpreadsheetRefusal("expands-too-much", limits.unpackedBytes);
  if (uncompressedSize > limits.ratioFromBytes && uncompressedSize > compressedSize * limits.ratio) {
    throw new SpreadsheetRefusal("expands-too-much", limits.partBytes);
  }
}

async function openZip(bytes: Uint8Array): Promise<ZipFile> {
  try {
    return await fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), {
      lazyEntries: true,
      // The real size is held to the stated one.
      validateEntrySizes: true,
      // A leading slash in a name is a habit of some programs; names are only looked up, never written to a disk.
      strictFileNames: false,
      decodeStrings: true,
    });
  } catch {
    throw new SpreadsheetRefusal("damaged");
  }
}

function asRefusal(error: unknown): SpreadsheetRefusal {
  return error instanceof SpreadsheetRefusal ? error : new SpreadsheetRefusal("damaged");
}
