import { parseHTML } from "linkedom";
import { renderToString } from "preact-render-to-string";
import { expect, test } from "vitest";
import { BarChart } from "./bar-chart.tsx";

const { document } = parseHTML(
  renderToString(
    <BarChart
      id="activities"
      title="種類別の活動"
      description="2016年度が最も多い。"
      categories={["2014", "2015", "2016"]}
      categoryLabel="年度"
      mode="stacked"
      unit="回"
      totalLabel="合計"
      unknownLabel="不明"
      tableLabel="表で見る"
      formatNumber={(value) => value.toLocaleString("ja")}
      series={[
        { key: "c", label: "協議", values: [13, 22, 1036] },
        { key: "j", label: "合同会合", values: [null, 1, 3] },
      ]}
    />,
  ),
);

test("a drawing is one image with a title and a description of its own", () => {
  for (const drawing of document.querySelectorAll(".bar-drawing")) {
    expect(drawing.getAttribute("role")).toBe("img");
    const [title = "", description = ""] = drawing.getAttribute("aria-labelledby")?.split(" ") ?? [];
    expect(drawing.querySelector(`#${title}`)?.textContent).toBe("種類別の活動");
    expect(drawing.querySelector(`#${description}`)?.textContent).toBe("2016年度が最も多い。");
  }
});

test("no two ids are the same", () => {
  const ids = [...document.querySelectorAll("[id]")].map(({ id }) => id);
  expect(ids.length).toBeGreaterThan(0);
  expect(new Set(ids).size).toBe(ids.length);
});

test("the table gives every number, and tells unknown from zero", () => {
  const rows = [...document.querySelectorAll("tbody tr")].map((row) =>
    [...row.children].map((cell) => cell.textContent),
  );
  expect(rows).toEqual([
    ["2014", "13", "不明", "13"],
    ["2015", "22", "1", "23"],
    ["2016", "1,036", "3", "1,039"],
  ]);
});

test("bars stay inside the drawing", () => {
  const bars = [...document.querySelectorAll(".bar-drawing.wide-only .chart-bar")];
  expect(bars).toHaveLength(5);
  for (const bar of bars) {
    expect(Number(bar.getAttribute("y"))).toBeGreaterThanOrEqual(0);
    expect(Number(bar.getAttribute("height"))).toBeGreaterThan(0);
  }
});
