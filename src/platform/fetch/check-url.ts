import { FetchFailure } from "./fetch-problem.ts";
import { type FetchSettings, isAllowedHost } from "./fetch-settings.ts";

const usualPorts = [80, 443, 8080];
const longestAddress = 2_000;

/** The address, where it may be asked for. `ports`: those that a declaration names besides the usual ones. Throws FetchFailure. */
export function checkUrl(text: string, settings: FetchSettings, ports: readonly number[] = []): URL {
  if (text.length > longestAddress || !URL.canParse(text)) throw new FetchFailure("refused", "bad-address");
  const url = new URL(text);
  if (url.protocol !== "http:" && url.protocol !== "https:")
    throw new FetchFailure("refused", "scheme", { scheme: url.protocol.slice(0, 20) });
  if (url.username !== "" || url.password !== "") throw new FetchFailure("refused", "credentials");
  const port = portOf(url);
  if (!usualPorts.includes(port) && !ports.includes(port) && !isAllowedHost(settings, url))
    throw new FetchFailure("refused", "port", { port });
  url.hash = "";
  return url;
}

export function portOf({ port, protocol }: URL): number {
  return Number(port || (protocol === "https:" ? 443 : 80));
}
