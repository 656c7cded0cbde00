import { createHash } from "node:crypto";
import { mkdir, open } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { ArchiveWriter, Pieces, WrittenFile } from "./zip-writer.ts";

/** The same files as in the archive, as a folder. Overwrites nothing: a folder that has such a file is refused by the system. */
export class FolderWriter implements ArchiveWriter {
  readonly files: WrittenFile[] = [];
  readonly #directory: string;

  constructor(directory: string) {
    this.#directory = directory;
  }

  async add(path: string, pieces: Pieces): Promise<WrittenFile> {
    const target = join(this.#directory, path);
    await mkdir(dirname(target), { recursive: true });
    await using file = await open(target, "wx");
    const hash = createHash("sha256");
    let bytes = 0;
    for await (const piece of pieces) {
      const chunk = typeof piece === "string" ? Buffer.from(piece) : piece;
      hash.update(chunk);
      bytes += chunk.length;
      await file.writeFile(chunk);
    }
    const written = { path, bytes, sha256: hash.digest("hex") };
    this.files.push(written);
    return written;
  }

  async end(): Promise<null> {
    return null;
  }
}
