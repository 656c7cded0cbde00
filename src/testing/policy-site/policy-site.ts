import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { answerQuestion, writeRobots } from "./answer.ts";
import { type BulkSize, makeBulk } from "./bulk.ts";
import { type Library, type Place, pages } from "./catalogue.ts";
import { attack, type FaultName, type SiteFault, spoil } from "./faults.ts";
import { findName, findPlace, type Located } from "./locate.ts";
import { fictionNote } from "./page-frame.ts";
import { sendAnswer } from "./send-answer.ts";
import { sites } from "./site.ts";
import { declareSources, type PolicySourceRow } from "./sources.ts";
import { type TruthItem, tellTruth } from "./truth.ts";

export interface SeenRequest {
  host: string;
  /** as asked, with prefix and query */
  path: string;
  at: number;
  headers: Record<string, string | string[] | undefined>;
  status: number;
}

export interface PolicySite {
  /** http://127.0.0.1:PORT; every body is below /mee, /gov-cn … and answers to its host name (mee.test …) as well */
  origin: string;
  /** address for RENKEI_RSSHUB: where its RSSHub stands */
  rsshub: string;
  /** declarations of its lists, rows as in `policy_sources.csv`, with addresses below `origin`; of RSSHub the route */
  sources: PolicySourceRow[];
  /** what was published up to this day is there */
  setDay(day: string): void;
  setFault(fault: SiteFault): void;
  requests: SeenRequest[];
  /** what a perfect reader would find by the last day, whatever the day is */
  truth: TruthItem[];
  close(): Promise<void>;
}

export interface PolicySiteOptions {
  port?: number;
  /** YYYY-MM-DD; the last day of the month unless told */
  day?: string;
  /** generated pages for benches beside the month, each list a source of its own */
  bulk?: BulkSize;
  /** seconds that robots.txt asks for between requests; none unless told */
  crawlDelay?: number;
}

/**
 * Behaves like the web sites of a dozen Chinese government bodies in April 2016. All texts are invented and say so; places and
 * bodies bear real names, because regions and issuers are recognised by them.
 */
export async function startPolicySite(options: PolicySiteOptions = {}): Promise<PolicySite> {
  const bulk = options.bulk ? makeBulk(options.bulk) : { sites: [], pages: [] };
  const library: Library = { sites: [...sites, ...bulk.sites], pages: [...pages, ...bulk.pages] };
  const state: State = {
    library,
    day: options.day ?? "2016-04-30",
    faults: [],
    asked: new Map(),
    crawlDelay: options.crawlDelay ?? 0,
  };
  const requests: SeenRequest[] = [];
  const server = createServer((request, response) => {
    const seen = {
      host: request.headers.host ?? "",
      path: request.url ?? "/",
      at: Date.now(),
      headers: request.headers,
      status: 0,
    };
    requests.push(seen);
    const located = findPlace(request, library.sites);
    try {
      handle(state, located, request, response);
    } catch (error) {
      response.writeHead(500).end(String(error));
    }
    seen.status = response.statusCode;
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(options.port ?? 0, "127.0.0.1", resolve);
  });
  const address = server.address();
  const origin = `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}`;
  const placeOf = (name: string): Place => ({ origin, prefix: `/${name}` });
  return {
    origin,
    rsshub: `${origin}/rsshub`,
    sources: declareSources(library.sites, placeOf),
    truth: tellTruth(library.pages, placeOf),
    requests,
    setDay(day) {
      state.day = day;
    },
    setFault(fault) {
      const host = findName(fault.host.replace(/\.test$/, ""));
      const isSame = (other: SiteFault) =>
        other.host === host && (other.path === fault.path || (fault.fault === null && fault.path === undefined));
      state.faults = [...state.faults.filter((other) => !isSame(other)), { ...fault, host }];
    },
    async close() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await closed;
    },
  };
}

interface State {
  library: Library;
  day: string;
  faults: SiteFault[];
  /** times that a fault was met, by site and fault */
  asked: Map<string, number>;
  crawlDelay: number;
}

function handle(state: State, located: Located, request: IncomingMessage, response: ServerResponse): void {
  const { site, path, place } = located;
  if (request.method !== "GET" && request.method !== "HEAD") {
    response.writeHead(405, { Allow: "GET, HEAD" }).end();
    return;
  }
  if (!site) {
    const robots = writeRobots(state.library.sites, ({ name }) => `/${name}`, state.crawlDelay);
    const home = {
      status: path === "/" ? 200 : 404,
      type: "text/html; charset=utf-8",
      content: Buffer.from(listSites(state)),
    };
    sendAnswer(
      request,
      response,
      null,
      path === "/robots.txt" ? robots : { ...home, modified: null, is: "other" },
      false,
    );
    return;
  }
  const fault = findFault(state.faults, site.name, path);
  const key = `${site.name} ${fault}`;
  const asked = state.asked.get(key) ?? 0;
  state.asked.set(key, asked + 1);
  if (fault && attack(fault, response, { path, cookie: request.headers.cookie ?? "", asked })) return;
  const answer =
    path === "/robots.txt"
      ? writeRobots([site], () => "", state.crawlDelay)
      : answerQuestion({ library: state.library, site, path, place, day: state.day, redesigned: fault === "redesign" });
  sendAnswer(request, response, site, fault ? spoil(fault, answer) : answer, fault === "charset-lie");
}

/** A fault of the path goes before one of the whole site. */
function findFault(faults: readonly SiteFault[], name: string, path: string): FaultName | null {
  const ofSite = faults.filter(({ host }) => host === name);
  const ofPath = ofSite.findLast(({ path: told }) =>
    told?.endsWith("*")
      ? path.startsWith(told.slice(0, -1))
      : told === path || (told !== undefined && told === path.split("?")[0]),
  );
  const found =
    ofPath ?? (path === "/robots.txt" ? undefined : ofSite.findLast(({ path: told }) => told === undefined));
  return found?.fault ?? null;
}

function listSites({ library, day }: State): string {
  const items = library.sites.map(({ name, body, columns }) => {
    const prefix = columns[0]?.kind === "rsshub" ? "/rsshub" : `/${name}`;
    return `<li>${body}：${columns.map(({ path, label }) => `<a href="${prefix}${path}">${label}</a>`).join(" ")}</li>`;
  });
  return `<!DOCTYPE html><meta charset="utf-8"><title>${fictionNote}</title><h1>${fictionNote}</h1><p>${day}</p><ul>${items.join("\n")}</ul>`;
}
