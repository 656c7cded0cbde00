import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "../platform/config.ts";
import { describeFormat } from "./format-document.ts";
import { sheets } from "./registry.ts";

/** `npm run docs:format`: renews the reference part of docs/programme-format.md; what stands above the mark is written by hand. */
const file = join(projectRoot, "docs/programme-format.md");
const mark = "<!-- From here on written by `npm run docs:format`. -->";
const [written] = readFileSync(file, "utf8").split(mark);
writeFileSync(file, `${written}${mark}\n\n${describeFormat(sheets)}\n`);
