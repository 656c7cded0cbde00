import { parseHTML } from "linkedom";
import { renderToString } from "preact-render-to-string";
import { expect, test } from "vitest";
import { SiteHeader } from "./site-header.tsx";

const { document } = parseHTML(
  renderToString(
    <SiteHeader
      language="ja"
      programmeName="都市間連携協力"
      homeHref="/ja"
      navigationLabel="主なページ"
      menuLabel="メニュー"
      languageLabel="言語"
      languages={[
        { language: "ja", text: "日本語", href: "/ja/tables/overview?fiscalYear=2015" },
        { language: "zh", text: "中文", href: "/zh/tables/overview?fiscalYear=2015" },
      ]}
      items={[
        { text: "活動", href: "/ja/activities" },
        { text: "統計表", href: "/ja/tables", current: "section" },
      ]}
    />,
  ),
);

test("each language is named in itself and keeps the page", () => {
  const links = [...document.querySelectorAll(".language-switch a")];
  expect(links.map((link) => [link.getAttribute("lang"), link.getAttribute("href")])).toEqual([
    ["ja", "/ja/tables/overview?fiscalYear=2015"],
    ["zh-Hans", "/zh/tables/overview?fiscalYear=2015"],
  ]);
  expect(links.map((link) => link.getAttribute("aria-current"))).toEqual(["true", null]);
});

test("the section one is in is marked, wide and narrow", () => {
  const marked = [...document.querySelectorAll(".site-navigation [aria-current]")];
  expect(marked.map((link) => link.textContent)).toEqual(["統計表", "統計表"]);
});
