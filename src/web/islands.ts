import { createHash } from "node:crypto";
import { readdirSync } from "node:fs";
import { join } from "node:path";

/** The scripts that some pages gain from, bundled once at start: by address, and the address by name. */
export interface Islands {
  hrefs: ReadonlyMap<string, string>;
  scripts: ReadonlyMap<string, string>;
}

/** Every file directly in `islands/` is one island; browsers of 2019 understand the result. */
export async function bundleIslands(): Promise<Islands> {
  const folder = join(import.meta.dirname, "islands");
  const names = readdirSync(folder).filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts"));
  // Needed once: so its process does not stay.
  const { buildSync } = await import("esbuild");
  const { outputFiles } = buildSync({
    entryPoints: names.map((name) => join(folder, name)),
    outdir: folder,
    bundle: true,
    format: "esm",
    target: "es2019",
    minify: true,
    write: false,
    logLevel: "silent",
  });
  const hrefs = new Map<string, string>();
  const scripts = new Map<string, string>();
  for (const { path, text } of outputFiles) {
    const name = path.slice(folder.length + 1).replace(/\.js$/, "");
    const hash = createHash("sha256").update(text).digest("hex").slice(0, 12);
    const href = `/assets/${name}-${hash}.js`;
    hrefs.set(name, href);
    scripts.set(href, text);
  }
  return { hrefs, scripts };
}
