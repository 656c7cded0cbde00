import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { projectRoot } from "../platform/config.ts";
import { describeFormat } from "./format-document.ts";
import { sheets } from "./registry.ts";

test("docs/programme-format.md describes the sheets as they are declared", () => {
  const written = readFileSync(join(projectRoot, "docs/programme-format.md"), "utf8");
  expect(written).toContain(describeFormat(sheets));
});
