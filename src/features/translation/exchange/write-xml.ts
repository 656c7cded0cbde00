/** Text as XML 1.0 allows it (§2.2): what it forbids is left out. */
export function escapeXml(text: string): string {
  return (
    text
      .toWellFormed()
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that XML 1.0 forbids
      .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, "")
      .replace(/[&<>"\r\n\t]/g, (character) => entities[character] ?? character)
  );
}

// A line break in an attribute would be read as a space.
const entities: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "\r": "&#13;",
  "\n": "&#10;",
  "\t": "&#9;",
};

export const xmlDeclaration = '<?xml version="1.0" encoding="UTF-8"?>\n';
