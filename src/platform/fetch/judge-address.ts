import ipaddr from "ipaddr.js";

/** The only block of IPv6 that holds global unicast addresses (IANA, "IPv6 Address Space"). */
const globalUnicast = ipaddr.IPv6.parseCIDR("2000::/3");
/** RFC 5214 §6.1: an interface identifier that holds an IPv4 address; the first form is a locally given one. */
const isatapMarks = [0x0000_5efe, 0x0200_5efe];

/**
 * What kind of network an address leads into: `public`, or the name of the range for which it is not asked. Everything is
 * refused that may end inside somebody's own network, the forms of IPv6 that carry an IPv4 address too.
 */
export function judgeAddress(text: string): string {
  if (!ipaddr.isValid(text)) return "invalid";
  const address = ipaddr.parse(text);
  if (address instanceof ipaddr.IPv4) return nameRange(address.range());
  // Whatever they carry: a gateway on the way would decide where they end (RFC 4291 §2.5.5, 6052, 8215, 3056, 4380).
  const range = nameRange(address.range());
  if (range !== "public") return range;
  if (!address.match(globalUnicast)) return "reserved";
  const { parts } = address;
  const mark = (parts[4] ?? 0) * 0x1_0000 + (parts[5] ?? 0);
  if (isatapMarks.includes(mark)) return "isatap";
  return "public";
}

function nameRange(range: string): string {
  return range === "unicast" ? "public" : range;
}
