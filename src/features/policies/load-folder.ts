import { createHash } from "node:crypto";
import { readdir, readFile, stat } from "node:fs/promises";
import { basename, extname, join, resolve } from "node:path";
import { AppError } from "../../core/errors.ts";
import type { Context } from "../../platform/context.ts";
import { receiveFile } from "./receive.ts";
import { limits } from "./understand/limits.ts";
import type { PageProblem } from "./understand/model.ts";

export interface LoadedFile {
  name: string;
  /** id of the item; null where nothing could be read */
  item: string | null;
  isNew: boolean;
  problems: PageProblem[];
}

const endings = [".md", ".html", ".htm", ".pdf", ".docx", ".txt"];

/**
 * Brings the documents of a folder to the desk as a source of its own, `folder-NAME`. The same file again changes the same item,
 * so that a run that was interrupted is simply repeated. Throws `not-found` where there is no such folder.
 */
export async function loadFolderOfPolicies(
  context: Context,
  folder: string,
  { onProgress = () => {} }: { onProgress?: (done: number, total: number, name: string) => void } = {},
): Promise<LoadedFile[]> {
  const source = `folder-${basename(resolve(folder))}`;
  const names = await listFiles(folder);
  const loaded: LoadedFile[] = [];
  for (const [index, name] of names.entries()) {
    onProgress(index, names.length, name);
    loaded.push(await loadFile(context, join(folder, name), { name, source }));
  }
  onProgress(names.length, names.length, "");
  return loaded;
}

async function listFiles(folder: string): Promise<string[]> {
  const found = await readdir(folder, { withFileTypes: true }).catch(() => null);
  if (found === null) throw new AppError("not-found", { kind: "folder", id: folder });
  return found
    .filter((entry) => entry.isFile() && endings.includes(extname(entry.name).toLowerCase()))
    .map(({ name }) => name)
    .sort();
}

async function loadFile(
  context: Context,
  path: string,
  { name, source }: { name: string; source: string },
): Promise<LoadedFile> {
  const { size } = await stat(path);
  if (size > limits.fileBytes)
    return {
      name,
      item: null,
      isNew: false,
      problems: [{ code: "too-large", values: { size, limit: limits.fileBytes } }],
    };
  const content = await readFile(path);
  const id = createHash("sha256").update(`${source}/${name}`).digest("hex").slice(0, 32);
  const receipt = await receiveFile(
    context,
    { name, content, sha256: null },
    { origin: "folder", source, url: null, id: `file-${id}` },
  );
  return { name, ...receipt };
}
