import type { PolicyBlock } from "../blocks.ts";

/** A clause of a regulation: 第十二条 with all its paragraphs; or a paragraph of a document that has no articles. */
export interface Article {
  /** as printed: 第十二条; null before the first article, and in a document without articles */
  number: string | null;
  /** heading that it stands under */
  chapter: string | null;
  /** paragraphs, a line each, without the number */
  text: string;
}

const articleStart = /^\s*(第[〇零一二三四五六七八九十百千\d]+条(?:之[一二三四五六七八九十]+)?)[\s\u3000：:]*/;

export function listArticles(blocks: readonly PolicyBlock[]): Article[] {
  const hasArticles = blocks.some((block) => block.is === "paragraph" && articleStart.test(block.text));
  const articles: Article[] = [];
  let chapter: string | null = null;
  for (const block of blocks) {
    // A chapter that is printed as a paragraph is a heading, too; a table of contents repeats them.
    if (
      block.is === "heading" ||
      (block.is === "paragraph" && /^\s*第[一二三四五六七八九十百]+[编章节]\s?\S{0,30}$/.test(block.text))
    ) {
      chapter = block.text.trim();
      continue;
    }
    if (block.is === "signature") continue;
    const text = block.is === "table" ? block.rows.map((row) => row.join("\t")).join("\n") : block.text.trim();
    const start = articleStart.exec(text);
    const last = articles.at(-1);
    if (start) articles.push({ number: start[1] ?? null, chapter, text: text.slice(start[0].length) });
    else if (hasArticles && last?.number) last.text += `\n${text}`;
    else if (text !== "") articles.push({ number: null, chapter, text });
  }
  return articles;
}
