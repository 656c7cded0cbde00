import ipaddr from "ipaddr.js";
import { AppError } from "../../core/errors.ts";

/** How Renkei asks other sites; each has a default, so that nobody needs to set anything. */
export interface FetchSettings {
  /** places that are asked although their addresses are private or their ports unusual: a test, a site of one's own */
  allow: AllowedPlace[];
  /** between two requests to a host; absent: 2 s, and none for allowed places */
  delayMilliseconds?: number;
  /** address of an RSSHub server, without a slash at its end */
  rsshub?: string;
}

export type AllowedPlace =
  | { kind: "host"; host: string; port: number | null }
  | { kind: "range"; range: [ipaddr.IPv4 | ipaddr.IPv6, number] };

export const defaultFetchSettings: FetchSettings = { allow: [] };

type Environment = Record<string, string | undefined>;

/** Throws AppError("invalid-input", {variable, value, expected}) for nonsense. */
export function readFetchSettings(environment: Environment): FetchSettings {
  const delay = readDelay(environment.RENKEI_FETCH_DELAY?.trim());
  const rsshub = environment.RENKEI_RSSHUB?.trim();
  if (rsshub && !(URL.canParse(rsshub) && /^https?:$/.test(new URL(rsshub).protocol)))
    throw new AppError("invalid-input", { variable: "RENKEI_RSSHUB", value: rsshub, expected: "https://…" });
  return {
    allow: parseAllowedPlaces(environment.RENKEI_FETCH_ALLOW ?? ""),
    ...(delay !== null && { delayMilliseconds: delay }),
    ...(rsshub && { rsshub: rsshub.replace(/\/+$/, "") }),
  };
}

/** `127.0.0.1:8080, [::1]:8080, site.example, 10.1.0.0/16` */
export function parseAllowedPlaces(text: string): AllowedPlace[] {
  return text
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "")
    .map(parsePlace);
}

function parsePlace(text: string): AllowedPlace {
  if (text.includes("/")) {
    if (!ipaddr.isValidCIDR(text)) throw refusePlace(text);
    return { kind: "range", range: ipaddr.parseCIDR(text) };
  }
  const [, host, port] = text.match(/^(\[[0-9a-f:.]+\]|[^\s:[\]]+)(?::(\d{1,5}))?$/i) ?? [];
  if (host === undefined) throw refusePlace(text);
  return { kind: "host", host: host.toLowerCase(), port: port === undefined ? null : Number(port) };
}

function refusePlace(value: string): AppError {
  return new AppError("invalid-input", {
    variable: "RENKEI_FETCH_ALLOW",
    value,
    expected: "host, host:port, 192.0.2.0/24",
  });
}

function readDelay(value: string | undefined): number | null {
  if (!value) return null;
  const seconds = Number(value);
  if (!(seconds >= 0 && seconds <= 600))
    throw new AppError("invalid-input", { variable: "RENKEI_FETCH_DELAY", value, expected: "0–600" });
  return Math.round(seconds * 1_000);
}

/** Whether the settings name this place; by host and port, or by the range of its address. */
export function isAllowedHost({ allow }: Pick<FetchSettings, "allow">, { hostname, protocol, port }: URL): boolean {
  const number = Number(port || (protocol === "https:" ? 443 : 80));
  return allow.some((place) =>
    place.kind === "host"
      ? place.host === hostname && (place.port === null || place.port === number)
      : isAllowedAddress({ allow: [place] }, hostname.replace(/^\[|\]$/g, "")),
  );
}

export function isAllowedAddress({ allow }: Pick<FetchSettings, "allow">, address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.process(address);
  return allow.some(
    (place) => place.kind === "range" && place.range[0].kind() === parsed.kind() && parsed.match(place.range),
  );
}
