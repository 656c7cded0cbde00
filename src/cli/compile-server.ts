import { createHash } from "node:crypto";
import { globSync, statSync } from "node:fs";
import { access, mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { Plugin } from "esbuild";

const root = resolve(import.meta.dirname, "../..");
/** beside the libraries, so that the compiled server finds them */
export const compiledFolder = join(root, "node_modules/.cache/renkei");

/**
 * The server as one file of JavaScript, made when the sources are others than at the last start. Two thousand modules read one by one
 * through a loader take 100 MB more and three seconds longer (docs/decisions/0018). The path of the file; null where it cannot be kept.
 */
export async function compileServer(folder = compiledFolder): Promise<string | null> {
  const family = `server-${hash(root).slice(0, 8)}-`;
  const name = `${family}${hash(describeSources()).slice(0, 16)}`;
  const file = join(folder, `${name}.mjs`);
  try {
    await access(file);
    return file;
  } catch {
    // Not made yet.
  }
  const { code, map } = await bundle(`${name}.mjs`);
  try {
    await mkdir(folder, { recursive: true });
    await keep(`${file}.map`, map);
    await keep(file, code);
    for (const old of await readdir(folder))
      if (old.startsWith(family) && !old.startsWith(name)) await rm(join(folder, old), { force: true });
    return file;
  } catch (error) {
    if (isAboutFiles(error)) return null;
    throw error;
  }
}

/** Another process that starts at the same moment never reads half a file. */
async function keep(file: string, content: Uint8Array): Promise<void> {
  const unfinished = `${file}.${process.pid}`;
  await writeFile(unfinished, content);
  await rename(unfinished, file);
}

/** Which sources there are and when they were last written. The place counts too: it stands in the compiled file. */
function describeSources(): string {
  const files = globSync(["src/**/*.{ts,tsx}", "messages/*.json", "package-lock.json", "tsconfig.json"], { cwd: root });
  return files
    .toSorted()
    .map((file) => {
      const { size, mtimeMs } = statSync(join(root, file));
      return `${file} ${size} ${mtimeMs}`;
    })
    .join("\n");
}

async function bundle(name: string): Promise<{ code: Uint8Array; map: Uint8Array }> {
  const { build, stop } = await import("esbuild");
  try {
    const { outputFiles } = await build({
      entryPoints: [join(root, "src/cli/run-server.ts")],
      outfile: join(compiledFolder, name),
      bundle: true,
      packages: "external",
      platform: "node",
      format: "esm",
      target: "esnext",
      // Browsers get the messages as they are; here ASCII keeps V8 from holding every character in two bytes.
      charset: "ascii",
      sourcemap: "linked",
      sourcesContent: false,
      write: false,
      logLevel: "silent",
      tsconfig: join(root, "tsconfig.json"),
      plugins: [keepPlaces],
    });
    const find = (ending: string) => {
      const found = outputFiles.find(({ path }) => path.endsWith(ending));
      if (!found) throw new Error(`esbuild wrote no ${ending}`);
      return found.contents;
    };
    return { code: find(".mjs"), map: find(".map") };
  } finally {
    await stop();
  }
}

/** Modules find styles, migrations, threads and sheets beside themselves: each keeps the place of its source. */
const keepPlaces: Plugin = {
  name: "keep-places",
  setup({ onLoad }) {
    onLoad({ filter: /\/src\/.*\.tsx?$/ }, async ({ path }) => {
      const text = await readFile(path, "utf8");
      if (!text.includes("import.meta.")) return null;
      const contents = text
        .replaceAll("import.meta.dirname", JSON.stringify(dirname(path)))
        .replaceAll("import.meta.url", JSON.stringify(pathToFileURL(path).href))
        .replaceAll("import.meta.main", "false");
      return { contents, loader: path.endsWith("x") ? "tsx" : "ts" };
    });
  },
};

function hash(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

/** No right to write, a full or read-only disk: whatever the system answers. */
function isAboutFiles(error: unknown): boolean {
  return error instanceof Error && "syscall" in error;
}
