/** For saving under a name in any script (RFC 6266 §4.3 with RFC 8187 §3.2): plain ASCII for old readers, then the name itself. */
export function contentDisposition(fileName: string): string {
  const clean = fileName.replace(/[\p{Cc}/\\]/gu, "_");
  const plain = clean.replace(/[^\x20-\x7e]|["%]/g, "_");
  const extended = encodeURIComponent(clean).replace(
    /['()*]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${extended}`;
}
