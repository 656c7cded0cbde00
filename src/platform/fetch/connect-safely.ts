import { lookup as lookupName } from "node:dns/promises";
import { Agent, buildConnector } from "undici";
import { FetchFailure } from "./fetch-problem.ts";
import { type FetchSettings, isAllowedAddress, isAllowedHost } from "./fetch-settings.ts";
import { judgeAddress } from "./judge-address.ts";

/** Addresses of a name, in the order in which they are tried. */
export type Lookup = (hostname: string) => Promise<string[]>;

export const connectMilliseconds = 10_000;
const mostAddresses = 3;

/**
 * Opens connections to public addresses only. The name is resolved here and the connection goes to the very address that was
 * judged, so that a name which answers differently a moment later (DNS rebinding) gains nothing.
 */
export function createSafeAgent(settings: FetchSettings, lookup: Lookup = resolveName): Agent {
  const connect = buildConnector({ timeout: connectMilliseconds, allowH2: false });
  return new Agent({
    allowH2: false,
    keepAliveTimeout: 4_000,
    maxHeaderSize: 32 * 1024,
    connect: (options, callback) => {
      findAddresses(settings, lookup, options.protocol, options.hostname, options.port).then(
        (addresses) => connectToFirst(connect, options, addresses, callback),
        (error: unknown) => callback(toError(error), null),
      );
    },
  });
}

async function findAddresses(
  settings: FetchSettings,
  lookup: Lookup,
  protocol: string,
  hostname: string,
  port: string,
): Promise<string[]> {
  const bare = hostname.replace(/^\[|\]$/g, "");
  const host = bare.includes(":") ? `[${bare}]` : bare;
  const isAllowed = isAllowedHost(settings, new URL(`${protocol}//${host}${port ? `:${port}` : ""}`));
  const addresses = judgeAddress(bare) === "invalid" ? await lookup(bare) : [bare];
  if (addresses.length === 0) throw new FetchFailure("temporary", "dns", { host: bare });
  // One private address among public ones is enough: which of them is used would be chance.
  for (const address of addresses) {
    const range = judgeAddress(address);
    if (range !== "public" && !isAllowed && !isAllowedAddress(settings, address))
      throw new FetchFailure("refused", "private-address", { host: bare, address, range });
  }
  return addresses.slice(0, mostAddresses);
}

function connectToFirst(
  connect: buildConnector.connector,
  options: buildConnector.Options,
  addresses: readonly string[],
  callback: buildConnector.Callback,
): void {
  const [address, ...others] = addresses;
  if (address === undefined) {
    callback(new FetchFailure("temporary", "connect"), null);
    return;
  }
  // The certificate must be the name's, not the address's.
  const servername = options.servername || (address === options.hostname ? undefined : options.hostname);
  connect({ ...options, hostname: address, ...(servername && { servername }) }, (...outcome) => {
    if (outcome[0] !== null && others.length > 0) connectToFirst(connect, options, others, callback);
    else callback(...outcome);
  });
}

async function resolveName(hostname: string): Promise<string[]> {
  try {
    const found = await lookupName(hostname, { all: true, order: "verbatim" });
    return found.map(({ address }) => address);
  } catch {
    throw new FetchFailure("temporary", "dns", { host: hostname });
  }
}

function toError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}
