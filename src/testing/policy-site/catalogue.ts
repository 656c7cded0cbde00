import { posix } from "node:path";
import { beijing, tianjin, workingGroup } from "./content/capital-region.ts";
import { developmentCommission, stateCouncil } from "./content/central.ts";
import { hebei, tangshan } from "./content/hebei.ts";
import { ministryAir } from "./content/ministry.ts";
import { ministryOther } from "./content/ministry-other.ts";
import { shenyang, wuhan, xian } from "./content/partner-cities.ts";
import { guangdong, shanghai } from "./content/south.ts";
import { splitDay } from "./dates.ts";
import type { Publication } from "./publication.ts";
import { type Site, type SiteColumn, sites } from "./site.ts";

/** A publication on its page. */
export interface Page {
  site: Site;
  publication: Publication;
  /** first of the lists in which it stands */
  column: string;
  /** within the site, with its query */
  path: string;
  attachments: { path: string; index: number }[];
}

/** What the server knows: the month, and what a bench adds. */
export interface Library {
  sites: readonly Site[];
  pages: readonly Page[];
}

const contents: Record<string, readonly Publication[]> = {
  mee: [...ministryAir, ...ministryOther],
  "gov-cn": stateCouncil,
  ndrc: developmentCommission,
  jjj: workingGroup,
  beijing,
  hebei,
  tianjin,
  shanghai,
  guangdong,
  tangshan,
  shenyang,
  xian,
  wuhan,
};

export const pages: readonly Page[] = sites.flatMap((site, siteIndex) =>
  (contents[site.name] ?? []).map((publication, index): Page => {
    const column = publication.column ?? site.columns[0]?.name ?? "";
    const serial = 9000 + siteIndex * 50 + index + 1;
    const path = choosePath(site, column, publication.published, serial);
    const attachments = (publication.attachments ?? []).map(({ name }, place) => ({
      path: posix.join(posix.dirname(path), `W0201604${serial}${place}${posix.extname(name)}`),
      index: place,
    }));
    return { site, publication, column, path, attachments };
  }),
);

function choosePath(site: Site, column: string, day: string, serial: number): string {
  const [year, month, date] = splitDay(day);
  const [, twoDigits] = day.split("-");
  if (site.name === "shenyang") return `/news_show.asp?id=${serial}`;
  if (site.name === "xian") return `/info/1001/${serial}.htm`;
  if (site.look === "state-council")
    return `/zhengce/content/${year}-${twoDigits}/${day.slice(8)}/content_${serial}.htm`;
  if (site.look === "trs" || site.name === "ndrc") {
    const folder = site.columns.find(({ name }) => name === column)?.path ?? "/";
    return `${folder}${year}${twoDigits}/t${day.replaceAll("-", "")}_${serial}.html`;
  }
  return `/${column}/${year}/${month}/${date}/art_${serial}.html`;
}

/** What a list shows on a day, newest first. */
export function listPages(library: Library, site: Site, column: SiteColumn, day: string): Page[] {
  return library.pages
    .filter((page) => page.site === site && page.publication.published <= day)
    .filter((page) => page.column === column.name || page.publication.alsoIn === column.name)
    .toSorted((a, b) => b.publication.published.localeCompare(a.publication.published) || b.path.localeCompare(a.path));
}

/** Where the site stands for who asked: by its own host name, or below a common one. */
export interface Place {
  /** http://mee.test or http://127.0.0.1:8080 */
  origin: string;
  /** "" or "/mee" */
  prefix: string;
}

export function linkTo(site: Site, place: Place, from: string, to: string): string {
  if (site.links === "root") return `${place.prefix}${to}`;
  if (site.links === "absolute") return `${place.origin}${place.prefix}${to}`;
  const folder = from.endsWith("/") ? from : posix.dirname(from.split("?")[0] ?? from);
  const [path = "", query] = to.split("?");
  const relative = posix.relative(folder, path) || "./";
  return `${relative.startsWith(".") ? "" : "./"}${relative}${query === undefined ? "" : `?${query}`}`;
}
