/** For saving under a name in any script (RFC 6266 §4.3 with RFC 8187 §3.2): plain ASCII for old readers, then the name itself. */
export function contentDisposition(fileName: string): string {
  const clean = fileName.replace(/[\p{Cc}/\\]/gu, "_");
  const extended = encodeURIComponent(clean).replace(
    /['()*]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${writePlainName(clean)}"; filename*=UTF-8''${extended}`;
}

/** A name in another script keeps its Latin words and numbers: a row of underscores could be any file. */
function writePlainName(name: string): string {
  if (/^[\x20-\x7e]*$/.test(name)) return name.replace(/["%]/g, "_");
  const ending = name.match(/\.[a-z0-9]{1,8}$/i)?.[0] ?? "";
  const words =
    name
      .slice(0, name.length - ending.length)
      .normalize("NFKC")
      .match(/[a-z0-9]+/gi) ?? [];
  const says = words.some((word) => /[a-z]{2}/i.test(word));
  return `${[...(says ? [] : ["renkei"]), ...words].join("-")}${ending}`;
}
