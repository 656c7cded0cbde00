import { parseHTML } from "linkedom";
import { renderToString } from "preact-render-to-string";
import { expect, test } from "vitest";
import { CityMap, type MapPoint } from "./city-map.tsx";
import { drawCoast } from "./coast.ts";
import { placeLabels } from "./place-labels.ts";

const points: MapPoint[] = [
  {
    id: "kitakyushu",
    name: "北九州市",
    longitude: 130.88,
    latitude: 33.88,
    side: "home",
    href: "/ja/organisations/kitakyushu",
  },
  {
    id: "dalian",
    name: "大連市",
    longitude: 121.61,
    latitude: 38.91,
    side: "partner",
    href: "/ja/organisations/dalian",
  },
];

const html = renderToString(
  <CityMap
    id="map"
    title="協力する自治体"
    description="線は協力関係を示す。"
    points={points}
    lines={[
      { from: "kitakyushu", to: "dalian" },
      { from: "kitakyushu", to: "nowhere" },
    ]}
    homeLabel="日本側"
    partnerLabel="中国側"
    listLabel="文字で見る"
    list={[{ text: "北九州市 – 大連市", href: "/ja/partnerships/kitakyushu-dalian" }]}
  />,
);
const { document } = parseHTML(html);

test("each city is a named link, each known pair one line, and the same stands in words", () => {
  const links = [...document.querySelectorAll(".map-drawing.wide-only a")];
  expect(links.map((link) => [link.getAttribute("aria-label"), link.getAttribute("href")])).toEqual(
    points.map(({ name, href }) => [name, href]),
  );
  expect(document.querySelector(".wide-only .map-lines")?.getAttribute("d")?.match(/M/g)).toHaveLength(1);
  expect(document.querySelector(".map-list a")?.textContent).toBe("北九州市 – 大連市");
});

test("west stands left and north above", () => {
  const [kitakyushu, dalian] = [...document.querySelectorAll(".map-drawing.wide-only .map-target")];
  expect(Number(dalian?.getAttribute("cx"))).toBeLessThan(Number(kitakyushu?.getAttribute("cx")));
  expect(Number(dalian?.getAttribute("cy"))).toBeLessThan(Number(kitakyushu?.getAttribute("cy")));
});

test("the coast is drawn, and light", () => {
  expect(drawCoast({ width: 1120, height: 640 }).length).toBeGreaterThan(5_000);
  expect(html.length).toBeLessThan(60_000);
});

test("names never touch: of two at one place one is left out when there is no room", () => {
  const size = { width: 60, height: 20 };
  const crowd = [1, 2].map((weight) => ({ id: `c${weight}`, text: "北京", x: 20, y: 10, weight }));
  expect(placeLabels(crowd, size, 14).map(({ id }) => id)).toEqual(["c2"]);
});
