import { createHash, type Hash } from "node:crypto";
import { once } from "node:events";
import { createWriteStream, type WriteStream } from "node:fs";
import { Zip, ZipDeflate } from "fflate";

export interface WrittenFile {
  path: string;
  /** uncompressed */
  bytes: number;
  sha256: string;
}

export type Pieces = Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>;

/** Where the files of the open data go, one after the other. */
export interface ArchiveWriter {
  readonly files: readonly WrittenFile[];
  add(path: string, pieces: Pieces): Promise<WrittenFile>;
  /** the archive as one file; null where it is none */
  end(): Promise<{ size: number; sha256: string } | null>;
}

/**
 * A ZIP archive on disk, written as its parts come. The same parts give the same bytes: no clock, no owner, one order. ZIP knows
 * local time only (APPNOTE 4.4.6), so the first moment that it can hold is given in local parts.
 */
export class ZipWriter implements ArchiveWriter {
  readonly files: WrittenFile[] = [];
  readonly #stream: WriteStream;
  readonly #zip: Zip;
  readonly #hash: Hash = createHash("sha256");
  #size = 0;
  #failure: Error | null = null;

  constructor(path: string) {
    this.#stream = createWriteStream(path);
    this.#stream.on("error", (error) => {
      this.#failure = error;
    });
    this.#zip = new Zip((error, chunk) => {
      if (error) this.#failure = error;
      else {
        this.#hash.update(chunk);
        this.#size += chunk.length;
        this.#stream.write(chunk);
      }
    });
  }

  async add(path: string, pieces: Pieces): Promise<WrittenFile> {
    const file = new ZipDeflate(path, { level: 6 });
    file.mtime = new Date(1980, 0, 1);
    this.#zip.add(file);
    const hash = createHash("sha256");
    let bytes = 0;
    for await (const piece of pieces) {
      const chunk = typeof piece === "string" ? Buffer.from(piece) : piece;
      hash.update(chunk);
      bytes += chunk.length;
      file.push(chunk);
      await this.#settle();
    }
    file.push(new Uint8Array(0), true);
    const written = { path, bytes, sha256: hash.digest("hex") };
    this.files.push(written);
    return written;
  }

  async end(): Promise<{ size: number; sha256: string }> {
    this.#zip.end();
    this.#stream.end();
    if (this.#failure === null) await once(this.#stream, "close");
    if (this.#failure) throw this.#failure;
    return { size: this.#size, sha256: this.#hash.digest("hex") };
  }

  async #settle(): Promise<void> {
    if (this.#failure) throw this.#failure;
    if (this.#stream.writableNeedDrain) await once(this.#stream, "drain");
  }
}
