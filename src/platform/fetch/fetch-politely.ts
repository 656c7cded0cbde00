import type { Agent } from "undici";
import type { Context } from "../context.ts";
import { publicAddress } from "../public-address.ts";
import { checkUrl } from "./check-url.ts";
import { createSafeAgent } from "./connect-safely.ts";
import { FetchFailure } from "./fetch-problem.ts";
import { defaultFetchSettings, type FetchSettings, isAllowedHost } from "./fetch-settings.ts";
import { type HostMemory, takeTurn } from "./host-turn.ts";
import { judgeStatus } from "./judge-status.ts";
import { type OnceAnswer, requestOnce } from "./request-once.ts";
import { askRobots, isRobotsStale, isUnreachable, largestRobotsBytes, robotName } from "./robots.ts";

export interface FetchRequest {
  url: string;
  etag?: string | null | undefined;
  lastModified?: string | null | undefined;
  /** 10 MB where absent */
  largestBytes?: number | undefined;
  /** ports that a declaration names besides 80, 443 and 8080 */
  ports?: readonly number[] | undefined;
  accept?: string | undefined;
  /** 60 s where absent */
  longestMilliseconds?: number | undefined;
}

export interface FetchAnswer {
  /** 304: as when it was fetched last */
  status: 200 | 304;
  /** where redirects led */
  finalUrl: string;
  headers: Record<string, string>;
  content: Uint8Array;
}

export const largestArticleBytes = 10 * 1024 * 1024;
export const largestListBytes = 5 * 1024 * 1024;
const mostRedirects = 5;
const usualMilliseconds = 60_000;
const usualDelayMilliseconds = 2_000;
const usualAccept = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.5";

type FetchContext = Pick<Context, "config" | "database">;

/**
 * Asks a foreign site for a page as a guest does: public addresses only, by the rules of its robots.txt, one request at a time
 * and a pause after each, within limits of time and size, saying who asks. Throws FetchFailure.
 */
export async function fetchPolitely(context: FetchContext, wanted: FetchRequest): Promise<FetchAnswer> {
  const settings = context.config.fetch ?? defaultFetchSettings;
  const agent = agentOf(settings);
  let url = checkUrl(wanted.url, settings, wanted.ports);
  const seen = new Set<string>();
  for (;;) {
    if (seen.has(url.href)) throw new FetchFailure("final", "redirect-loop", { url: url.href });
    if (seen.size > mostRedirects) throw new FetchFailure("final", "too-many-redirects", { count: mostRedirects });
    seen.add(url.href);
    const answer = await visit(context, settings, agent, url, wanted);
    if (answer.status === 200 || answer.status === 304) return { ...answer, status: answer.status, finalUrl: url.href };
    url = followRedirect(answer, url, settings, wanted.ports);
  }
}

/** Each address that a redirect names is judged like the first one. */
function followRedirect({ headers }: OnceAnswer, from: URL, settings: FetchSettings, ports?: readonly number[]): URL {
  const target = headers.location ?? "";
  if (target === "" || !URL.canParse(target, from)) throw new FetchFailure("final", "redirect-nowhere");
  const url = checkUrl(new URL(target, from).href, settings, ports);
  if (from.protocol === "https:" && url.protocol === "http:")
    throw new FetchFailure("refused", "downgrade", { url: url.href.slice(0, 300) });
  return url;
}

async function visit(
  context: FetchContext,
  settings: FetchSettings,
  agent: Agent,
  url: URL,
  wanted: FetchRequest,
): Promise<OnceAnswer> {
  const userAgent = `${robotName}/0.1 (+${publicAddress(context.config)})`;
  return takeTurn(context, url.host, async (remembered) => {
    const pause = () => choosePause(settings, url);
    let memory = remembered;
    if (isRobotsStale(memory, new Date())) {
      memory = await learnRobots(context, agent, url, memory, userAgent, settings);
      await new Promise((resolve) => setTimeout(resolve, pause()));
    }
    if (isUnreachable(memory.robotsStatus) && memory.robots === null)
      throw new FetchFailure("temporary", "robots-unreachable", { host: url.host });
    const { allowed, delayMilliseconds } = askRobots(url, memory);
    if (!allowed) throw new FetchFailure("refused", "robots", { host: url.host });
    const answer = await requestOnce(agent, {
      url,
      userAgent,
      accept: wanted.accept ?? usualAccept,
      etag: wanted.etag,
      lastModified: wanted.lastModified,
      largestBytes: wanted.largestBytes ?? largestArticleBytes,
      longestMilliseconds: wanted.longestMilliseconds ?? usualMilliseconds,
    });
    const failure = judgeStatus(answer, url, new Date());
    // A server that cannot answer now is left alone for a while; other answers are no sign of trouble.
    if (failure?.kind === "temporary") throw failure;
    return { result: failure ?? answer, waitMilliseconds: Math.max(pause(), delayMilliseconds) };
  }).then((result) => {
    if (result instanceof FetchFailure) throw result;
    return result;
  });
}

/** 2 s, a quarter more or less: requests at an even beat would meet those of other programs again and again. */
function choosePause(settings: FetchSettings, url: URL): number {
  const delay = settings.delayMilliseconds ?? (isAllowedHost(settings, url) ? 0 : usualDelayMilliseconds);
  return Math.round(delay * (0.75 + Math.random() / 2));
}

/** Reads robots.txt anew. A copy that is at hand serves on while the server cannot give a new one (RFC 9309 §2.4). */
async function learnRobots(
  { database }: FetchContext,
  agent: Agent,
  page: URL,
  memory: HostMemory,
  userAgent: string,
  settings: FetchSettings,
): Promise<HostMemory> {
  const { status, text } = await readRobots(agent, new URL("/robots.txt", page), userAgent, settings);
  const robots = isUnreachable(status) ? memory.robots : text;
  const learned = { robots, robotsStatus: status, robotsAt: new Date() };
  await database.pool.query("update fetch_hosts set robots = $2, robots_status = $3, robots_at = $4 where host = $1", [
    page.host,
    robots,
    status,
    learned.robotsAt,
  ]);
  return { ...memory, ...learned };
}

async function readRobots(agent: Agent, first: URL, userAgent: string, settings: FetchSettings) {
  let url = first;
  for (let hops = 0; hops <= mostRedirects; hops += 1) {
    const answer = await requestOnce(agent, {
      url,
      userAgent,
      accept: "text/plain,*/*;q=0.5",
      largestBytes: largestRobotsBytes,
      longestMilliseconds: 20_000,
    }).catch((error: unknown) => {
      // One of half a megabyte is no rule that anybody could keep; what it cannot say does not bind.
      if (error instanceof FetchFailure && error.kind === "final") return null;
      throw error;
    });
    if (answer === null) return { status: 200, text: "" };
    const { status, headers, content } = answer;
    if (status < 300 || status >= 400 || headers.location === undefined)
      return { status, text: status === 200 ? new TextDecoder().decode(content).replaceAll("\0", "") : "" };
    if (!URL.canParse(headers.location, url)) break;
    url = checkUrl(new URL(headers.location, url).href, settings);
  }
  // RFC 9309 §2.3.1.2: after five redirects it counts as absent.
  return { status: 404, text: "" };
}

const agents = new WeakMap<FetchSettings, Agent>();

function agentOf(settings: FetchSettings): Agent {
  const agent = agents.get(settings) ?? createSafeAgent(settings);
  agents.set(settings, agent);
  return agent;
}
