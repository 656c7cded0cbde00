import { parentPort } from "node:worker_threads";
import { decodeText } from "../../../platform/fetch/decode-text.ts";
import { readFeed } from "./read-feed.ts";
import { readListPage } from "./read-list.ts";
import { readMail } from "./read-mail.ts";
import { readPlainText } from "./read-plain.ts";
import { readSitemap } from "./read-sitemap.ts";
import type { ReaderAnswer, ReaderReply, ReaderRequest } from "./reader-messages.ts";

parentPort?.on("message", (request: ReaderRequest) => {
  read(request).then(
    (answer) => reply({ answer }),
    (error: unknown) => reply({ failed: error instanceof Error ? error.message : String(error) }),
  );
});

function reply(message: ReaderReply): void {
  parentPort?.postMessage(message);
}

async function read(request: ReaderRequest): Promise<ReaderAnswer> {
  if (request.what === "mail") return { what: "mail", mail: await readMail(request.content, request.include) };
  const { text, ...found } = decodeText(request.content, request.headerCharset);
  const decoded = { charset: found.charset, by: found.by, lie: found.lie };
  if (request.what === "text") return { what: "text", text: readPlainText(text), decoded };
  const { what, url, rules, today } = request;
  const readers = { list: readListPage, feed: readFeed, sitemap: readSitemap };
  return { what, reading: readers[what](text, url, rules, today), decoded };
}
