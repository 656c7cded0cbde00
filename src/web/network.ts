import { isIPv4, isIPv6 } from "node:net";

/**
 * The network of an address, coarse enough not to name a household and fine enough to count attempts by: /24 of IPv4, /64 of
 * IPv6 (one customer's share, RFC 6177). Null for what is no address.
 */
export function networkOf(address: string | undefined): string | null {
  if (address === undefined) return null;
  // A server that listens on both sees IPv4 as ::ffff:192.0.2.1 (RFC 4291 §2.5.5.2).
  const bare = address.replace(/%.*$/, "").replace(/^::ffff:(?=\d+\.)/i, "");
  if (isIPv4(bare)) return `${bare.split(".").slice(0, 3).join(".")}.0/24`;
  if (!isIPv6(bare)) return null;
  const groups = new URL(`http://[${bare}]`).hostname.slice(1, -1).split("::");
  const [head = [], tail = []] = groups.map((part) => (part === "" ? [] : part.split(":")));
  const middle = groups.length === 2 ? Array<string>(8 - head.length - tail.length).fill("0") : [];
  return `${[...head, ...middle, ...tail].slice(0, 4).join(":")}::/64`;
}

/**
 * The caller's address. Behind `proxies` proxies of ours the last of them wrote the last part of X-Forwarded-For, the one before
 * it the part before; what stands further left anyone may have invented.
 */
export function callerAddress(
  socketAddress: string | undefined,
  forwardedFor: string | null,
  proxies: number,
): string | undefined {
  if (proxies === 0 || forwardedFor === null) return socketAddress;
  const parts = forwardedFor.split(",").map((part) => part.trim());
  return parts.at(-proxies) ?? socketAddress;
}
