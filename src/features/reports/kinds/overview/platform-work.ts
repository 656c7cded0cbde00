import { localize } from "../../../../core/localized.ts";
import type { Block } from "../../../../documents/report.ts";
import { findMessageKey, message } from "../../../../messages/message.ts";
import type { Platform } from "../../../programme/framework.ts";
import { listTables } from "../../../statistics/service.ts";
import { heading } from "../../compose/blocks.ts";
import type { Study } from "../../compose/study.ts";
import { factRows } from "../blocks.ts";
import { isTold } from "../known-on.ts";
import type { Numbering } from "../number-captions.ts";
import { holdsFigures, type PublishedTable, readPublishedTable, showPublishedTable } from "../published-table.ts";

/** The tables of a section that span the years, as far as they hold numbers; those of one year belong into that year's report. */
export async function readSection(study: Study, section: string): Promise<PublishedTable[]> {
  const tables = await listTables(study.context, study.language);
  const own = tables.filter((table) => table.section === section && !table.yearly);
  const read = await Promise.all(own.map(({ id }) => readPublishedTable(study, id)));
  return read.filter(holdsFigures);
}

/** Home bodies that hold the part by the day of the document, each once. */
export function findPlatforms(role: string, study: Study): Platform[] {
  const { framework, programme } = study;
  const own = framework.platforms.filter(
    (platform) =>
      platform.role === role && platform.country === programme.homeCountry && isTold(platform.source, study),
  );
  return own.filter(
    (platform, index) => own.findIndex(({ organisation }) => organisation === platform.organisation) === index,
  );
}

/** 「JESC／ACAP」 */
export function nameBodies(platforms: readonly Platform[], { directory, language }: Study): string {
  return platforms
    .map(({ organisation }) => directory.shortName(organisation, language))
    .join(message(language, "list.slash"));
}

/** Who it is and what for. */
export function describeBodies(platforms: readonly Platform[], study: Study): Block[] {
  return factRows(
    platforms.map(({ organisation, task }) => ({
      term: study.name(organisation),
      runs: localize(task, study.language).text,
    })),
  );
}

/**
 * Tables one after the other; those whose ids begin alike (`research-visits`, `research-trainings`) stand under one
 * heading where their group has a name.
 */
export async function arrangeTables(
  tables: readonly PublishedTable[],
  numbering: Numbering,
  study: Study,
): Promise<Block[]> {
  const arranged: Block[] = [];
  let group: string | null = null;
  for (const table of tables) {
    const own = groupOf(table.document.id);
    const key = own !== null && own !== group ? findMessageKey(`report.overview.group.${own}`) : null;
    group = own;
    if (key !== null) arranged.push(heading(2, message(study.language, key)));
    arranged.push(...(await showPublishedTable(table, numbering, study)));
  }
  return arranged;
}

function groupOf(id: string): string | null {
  const end = id.lastIndexOf("-");
  return end < 0 ? null : id.slice(0, end);
}
