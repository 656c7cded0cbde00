import { bundleIslands } from "./islands.ts";
import { readStylesheet } from "./stylesheet.ts";

/** Files of the site with names that change with their content, so that browsers may keep them for ever. */
export interface Assets {
  stylesheetHref: string;
  /** address of an island's script by its name */
  islandHrefs: ReadonlyMap<string, string>;
  files: ReadonlyMap<string, { content: string; contentType: string }>;
}

export async function prepareAssets(): Promise<Assets> {
  const stylesheet = readStylesheet();
  const islands = await bundleIslands();
  const scripts = [...islands.scripts].map(
    ([href, content]) => [href, { content, contentType: "text/javascript; charset=utf-8" }] as const,
  );
  return {
    stylesheetHref: stylesheet.href,
    islandHrefs: islands.hrefs,
    files: new Map([
      [stylesheet.href, { content: stylesheet.content, contentType: "text/css; charset=utf-8" }],
      ...scripts,
    ]),
  };
}
