import type { Block } from "../../../../documents/report.ts";
import { message } from "../../../../messages/message.ts";
import type { Platform } from "../../../programme/framework.ts";
import type { Study } from "../../compose/study.ts";
import { factRows } from "../blocks.ts";

/** Where more can be read: this site, where its address is known, and those of the platforms. */
export function composeWebsites(platforms: readonly Platform[], study: Study): Block[] {
  const { context, language, directory } = study;
  const { publicUrl } = context.config;
  const own = publicUrl === undefined ? [] : [{ term: message(language, "report.overview.site"), url: publicUrl }];
  const others = platforms.flatMap(({ organisation }) => {
    const { website } = directory.get(organisation);
    return website === null ? [] : [{ term: study.name(organisation), url: website }];
  });
  return factRows([...own, ...others].map(({ term, url }) => ({ term, runs: [{ text: url, href: url }] })));
}
