import { parseHTML } from "linkedom";
import { expect, test } from "vitest";
import { Page, renderDocument } from "./page.tsx";
import { Words } from "./words.tsx";

const html = renderDocument(
  <Page
    language="zh"
    title="活动 <script>"
    siteName="连携"
    stylesheetHref="/styles.css"
    skipLabel="跳到正文"
    alternates={[
      { language: "ja", href: "https://a.example/ja" },
      { language: "zh", href: "https://a.example/zh" },
    ]}
    jsonLd={{ name: "</script><script>alert(1)</script>" }}
  >
    <Words value={{ text: "兵庫県", language: "ja" }} />
    <Words value={{ text: "武汉市", language: "zh" }} />
  </Page>,
);
const { document } = parseHTML(html);

test("the document begins with its type and states its language", () => {
  expect(html.startsWith("<!doctype html>\n<html")).toBe(true);
  expect(document.documentElement.getAttribute("lang")).toBe("zh-Hans");
  expect(document.title).toBe("活动 <script> | 连携");
});

test("only words of another language state it", () => {
  const marked = [...document.querySelectorAll("main [lang]")];
  expect(marked.map((element) => [element.getAttribute("lang"), element.textContent])).toEqual([["ja", "兵庫県"]]);
});

test("the page names itself in every language, and one for all others", () => {
  const links = [...document.querySelectorAll("link[hreflang]")];
  expect(links.map((link) => link.getAttribute("hreflang"))).toEqual(["ja", "zh-Hans", "x-default"]);
});

test("structured data cannot end its script", () => {
  const scripts = [...document.querySelectorAll("script")];
  expect(scripts).toHaveLength(1);
  expect(JSON.parse(scripts[0]?.textContent ?? "")).toEqual({ name: "</script><script>alert(1)</script>" });
});

test("the skip link leads to the main part", () => {
  const target = document.querySelector(".skip-link")?.getAttribute("href");
  expect(document.querySelector(target ?? "none")?.tagName).toBe("MAIN");
});
