/** Names that every template may use: the title of the document and the place of its table of contents. */
export const builtInPlaceholders = [
  { name: "title", gives: "text", required: false },
  { name: "contents", gives: "blocks", required: false },
] as const;
