import { afterAll, beforeAll, expect, test } from "vitest";
import { type PolicySite, startPolicySite } from "../../../testing/policy-site/policy-site.ts";
import type { TruthItem } from "../../../testing/policy-site/truth.ts";
import { textOfBlocks } from "../blocks.ts";
import type { UnderstoodPage } from "./model.ts";
import { readAttachmentText } from "./read-attachment.ts";
import { readPage } from "./read-page.ts";
import { stopReadingThreads } from "./reading-threads.ts";

let site: PolicySite;
const pages = new Map<TruthItem, UnderstoodPage>();

beforeAll(async () => {
  site = await startPolicySite();
  for (const item of site.truth) pages.set(item, await readFrom(item.url));
});
afterAll(async () => {
  await site.close();
  await stopReadingThreads();
});

async function readFrom(url: string): Promise<UnderstoodPage> {
  const response = await fetch(url);
  const type = response.headers.get("content-type") ?? "";
  return readPage({
    url,
    mediaType: type.split(";")[0] ?? "",
    charset: /charset=([\w-]+)/.exec(type)?.[1] ?? null,
    content: new Uint8Array(await response.arrayBuffer()),
    hints: {},
    remembered: [],
  });
}

const bare = (text: string) => text.replace(/[\s\u3000|]/g, "");

test("every field of every page of the month agrees with the truth", () => {
  const wrong: string[] = [];
  for (const [item, { fields, problems }] of pages) {
    const check = (name: string, found: unknown, true_: unknown): void => {
      if (JSON.stringify(found) !== JSON.stringify(true_))
        wrong.push(`${item.id} ${name}: ${JSON.stringify(found)}, not ${JSON.stringify(true_)}`);
    };
    check("title", fields.title?.value, item.title);
    check("documentNumber", fields.documentNumber?.value ?? null, item.documentNumber);
    check("bodies", fields.bodies?.value ?? [], item.bodies);
    check("written", fields.written?.value ?? null, item.written);
    check("published", fields.published?.value, item.published);
    check("problems", problems, []);
  }
  expect(pages.size).toBeGreaterThan(80);
  expect(wrong).toEqual([]);
});

test("all paragraphs are there, and nothing of the site around them", () => {
  for (const [item, { blocks }] of pages) {
    const text = bare(textOfBlocks(blocks));
    const wanted = item.paragraphs.map(bare);
    for (const paragraph of wanted) if (paragraph !== bare(item.title)) expect(text, item.id).toContain(paragraph);
    for (const block of blocks) {
      if (block.is === "table" || block.is === "signature") continue;
      const said = bare(block.text);
      const isOfDocument =
        /号$|^（此件公开发布）$/.test(said) || wanted.some((each) => each.includes(said) || said.includes(each));
      expect(isOfDocument, `${item.id}: ${block.text}`).toBe(true);
    }
  }
});

test("attachments are found, and their text is read", async () => {
  for (const [item, { attachments }] of pages) {
    expect(attachments.map(({ url }) => url).sort(), item.id).toEqual(item.attachments.map(({ url }) => url).sort());
    for (const attachment of item.attachments) {
      const content = new Uint8Array(await (await fetch(attachment.url)).arrayBuffer());
      const { text } = await readAttachmentText({ name: attachment.url, mediaType: "", content });
      expect(text === null, attachment.name).toBe(attachment.text === null);
      const found = bare(text ?? "");
      for (const line of attachment.text?.split("\n") ?? []) expect(found, attachment.name).toContain(bare(line));
    }
  }
});
