import type { IncomingMessage } from "node:http";
import type { Place } from "./catalogue.ts";
import type { Site } from "./site.ts";

export interface Located {
  /** null: the common origin itself, or nobody's */
  site: Site | null;
  /** within the site, with its query */
  path: string;
  place: Place;
}

/** Whose page is asked for: by host name (mee.test), else by the first part of the path (/mee). */
export function findPlace(request: IncomingMessage, sites: readonly Site[]): Located {
  const host = request.headers.host ?? "";
  const url = request.url ?? "/";
  const named = host.match(/^([a-z\d-]+)\.test(:\d+)?$/);
  if (named) {
    const [, name = "", port = ""] = named;
    const site = findSite(sites, name);
    return { site, path: url, place: { origin: `http://${site?.name ?? name}.test${port}`, prefix: "" } };
  }
  const [, name = "", rest = ""] = url.match(/^\/([^/?]*)(.*)$/) ?? [];
  const site = findSite(sites, name);
  if (!site) return { site, path: url, place: { origin: `http://${host}`, prefix: "" } };
  const path = rest.startsWith("/") ? rest : `/${rest}`;
  return { site, path, place: { origin: `http://${host}`, prefix: `/${site.name}` } };
}

function findSite(sites: readonly Site[], name: string): Site | null {
  return sites.find((site) => site.name === findName(name)) ?? null;
}

/** An RSSHub shows the pages of others: here Guangdong's. */
export const findName = (name: string) => (name === "rsshub" ? "guangdong" : name);
