import { createHash } from "node:crypto";
import { readdir, readFile, stat } from "node:fs/promises";
import { basename, extname, join, resolve } from "node:path";
import { sql } from "kysely";
import { AppError } from "../../core/errors.ts";
import { read } from "../../db/transaction.ts";
import type { Context } from "../../platform/context.ts";
import { updateSearchIndex } from "../search/update-index.ts";
import { folderPrefix } from "../sources/name-source.ts";
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

/** What became of the documents that were taken in, for whoever looks for them. */
export interface FoundAgain {
  /** stand in the index */
  findable: number;
  /** not about air as far as the rules can tell */
  dropped: number;
  /** say the same as another, by which they are found */
  reposts: number;
}

/**
 * Brings the search index up to what was loaded. The command does it itself: a server that is running reads the same index, and
 * its memory is left alone.
 */
export async function indexLoadedPolicies(context: Context, loaded: readonly LoadedFile[]): Promise<FoundAgain> {
  await updateSearchIndex(context);
  const ids = [...new Set(loaded.flatMap(({ item }) => item ?? []))];
  return read(context.database, async (transaction) => {
    const { rows } = await sql<FoundAgain>`
      SELECT (count(*) FILTER (WHERE s.id IS NOT NULL))::int AS findable,
        (count(*) FILTER (WHERE p.state = 'dropped'))::int AS dropped,
        (count(*) FILTER (WHERE p.state <> 'dropped' AND NOT p.is_original))::int AS reposts
      FROM policy_items p LEFT JOIN search.subjects s ON (s.kind, s.subject, s.edition) = ('policy', p.id, 'published')
      WHERE p.id = ANY(${ids}::text[])`.execute(transaction);
    return rows[0] ?? { findable: 0, dropped: 0, reposts: 0 };
  });
}

/**
 * Brings the documents of a folder to the desk as a source of its own, `folder-NAME`. The same file again changes the same item,
 * so that a run that was interrupted is simply repeated. Throws `not-found` where there is no such folder.
 */
export async function loadFolderOfPolicies(
  context: Context,
  folder: string,
  { onProgress = () => {} }: { onProgress?: (done: number, total: number, name: string) => void } = {},
): Promise<LoadedFile[]> {
  const source = `${folderPrefix}${basename(resolve(folder))}`;
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
