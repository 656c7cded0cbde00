import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { stylesheetFiles } from "./styles/index.ts";

/** All style sheets as one file; its name changes with its content, so that browsers may keep it for ever. */
export interface Stylesheet {
  href: string;
  content: string;
}

export function readStylesheet(): Stylesheet {
  const folder = join(import.meta.dirname, "styles");
  const content = stylesheetFiles.map((name) => readFileSync(join(folder, name), "utf8")).join("\n");
  const hash = createHash("sha256").update(content).digest("hex").slice(0, 12);
  return { href: `/assets/renkei-${hash}.css`, content };
}
