/**
 * Below these names of a country anybody has a name of his own: mee.gov.cn and ndrc.gov.cn are two sites, sthjj.beijing.gov.cn and
 * www.beijing.gov.cn are one (as the public suffix list has it for governments, firms and associations).
 */
const shared = /^(gov|com|net|org|edu|ac|co|or|ne|go|lg|ed|gr|ad)$/;

/** Whether an address is of the site of a list: of its host, or of another one of the same owner. Ports do not part them. */
export function isSameSite(address: string, list: string): boolean {
  const host = new URL(address).hostname;
  const own = new URL(list).hostname;
  return host === own || siteOf(host) === siteOf(own);
}

/** A pattern that goes as far back as the host says itself which sites are meant. */
export function namesSites(include: string | null): boolean {
  return include !== null && /\/\\?\//.test(include);
}

function siteOf(host: string): string {
  // RFC 3986 3.2.2: an address in numbers has no owner that could be read from it.
  if (host.startsWith("[") || /^[\d.]+$/.test(host)) return host;
  const labels = host.split(".");
  const [second = "", country = ""] = labels.slice(-2);
  return labels.slice(country.length === 2 && shared.test(second) ? -3 : -2).join(".");
}
