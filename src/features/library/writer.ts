import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { projectRoot } from "../../platform/config.ts";

/** Whatever of these changes may set the same content differently. */
const libraries = [
  "@myriaddreamin/typst-ts-node-compiler-linux-x64-gnu",
  "@expo-google-fonts/noto-sans-jp",
  "@expo-google-fonts/noto-sans-sc",
  "@resvg/resvg-js",
  "sharp",
];

let known: Promise<string> | null = null;

/**
 * Which program writes documents: the versions of the libraries, and a fingerprint of our own code that uses them, so that nobody
 * has to remember to raise a number.
 */
export function describeWriter(): Promise<string> {
  known ??= findWriter();
  return known;
}

async function findWriter(): Promise<string> {
  const versions = await Promise.all(
    libraries.map(async (name) => {
      const file = join(projectRoot, "node_modules", name, "package.json");
      const content = await readFile(file, "utf8").catch(() => null);
      const shown = name.split("/").at(-1)?.replace("-node-compiler-linux-x64-gnu", "");
      // The compiler is there on Linux x64 only.
      if (content === null) return `${shown} absent`;
      return `${shown} ${z.object({ version: z.string() }).parse(JSON.parse(content)).version}`;
    }),
  );
  return [`renkei-documents ${await hashSources(join(projectRoot, "src/documents"))}`, ...versions].join(", ");
}

async function hashSources(folder: string): Promise<string> {
  const files = (await readdir(folder, { recursive: true }))
    .filter((name) => /\.(ts|typ)$/.test(name) && !name.includes(".test."))
    .sort();
  const hash = createHash("sha256");
  for (const name of files) {
    hash.update(`${name}\n`);
    hash.update(await readFile(join(folder, name)));
  }
  return hash.digest("hex").slice(0, 12);
}
