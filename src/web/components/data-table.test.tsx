import { parseHTML } from "linkedom";
import { renderToString } from "preact-render-to-string";
import { expect, test } from "vitest";
import { DataTable, type DataTableProps, NoteMark } from "./data-table.tsx";
import { FigureCell } from "./figure-cell.tsx";

const props: DataTableProps = {
  id: "consultations",
  number: "表1",
  caption: "連携促進現地協議",
  scrollHint: "横にスクロールできます",
  emptyText: "記録はありません",
  columns: [
    { key: "no", label: "番号" },
    { key: "city", label: "都市", rowHeader: true },
    { key: "count", label: "回数", unit: "回", align: "end" },
  ],
  rows: [
    { key: "1", cells: { no: 1, city: "上海市", count: <FigureCell figures={[{ value: "22", unit: "回" }]} /> } },
    { key: "2", cells: { no: 2, city: "唐山市 <b>" }, status: { status: "planned", label: "予定" } },
    { key: "3", cells: { no: 3, city: "武漢市" }, status: { status: "done", label: "実施済" } },
  ],
};

function renderTable(change: Partial<DataTableProps> = {}) {
  return parseHTML(renderToString(<DataTable {...props} {...change} />)).document;
}

test("the scroll area is reached by keyboard and named by the caption", () => {
  const document = renderTable();
  const area = document.querySelector(".table-scroll");
  expect(area?.getAttribute("tabindex")).toBe("0");
  const caption = document.querySelector(`#${area?.getAttribute("aria-labelledby")}`);
  expect(caption?.tagName).toBe("CAPTION");
  expect(caption?.textContent).toContain("連携促進現地協議");
});

test("headings say what they head", () => {
  const document = renderTable({
    columnGroups: [
      { label: "", span: 1 },
      { label: "内容", span: 2 },
    ],
  });
  expect(document.querySelectorAll("thead th[scope=col]")).toHaveLength(3);
  expect(document.querySelector("thead th[scope=colgroup]")?.getAttribute("colspan")).toBe("2");
  const rowHeadings = [...document.querySelectorAll("tbody th[scope=row]")];
  expect(rowHeadings.map((heading) => heading.textContent)).toEqual(["上海市", "唐山市 <b>予定", "武漢市"]);
});

test("a planned row is shaded and says so in words, a done row neither", () => {
  const rows = [...renderTable().querySelectorAll("tbody tr")];
  expect(rows.map((row) => row.classList.contains("shaded"))).toEqual([false, true, false]);
  expect(rows.map((row) => row.querySelector(".tag")?.textContent)).toEqual([undefined, "予定", undefined]);
});

test("text of records is never markup", () => {
  expect(renderTable().querySelector("tbody b")).toBeNull();
});

test("without rows one cell over all columns says so", () => {
  const cell = renderTable({ rows: [] }).querySelector("tbody td");
  expect(cell?.getAttribute("colspan")).toBe("3");
  expect(cell?.textContent).toBe("記録はありません");
});

test("totals stand in the foot and notes below", () => {
  const document = renderTable({
    totals: { key: "t", cells: { city: "合計" } },
    notesTitle: "備考",
    notes: ["甲", "乙"],
  });
  expect(document.querySelector("tfoot th[scope=row]")?.textContent).toBe("合計");
  expect(document.querySelectorAll(".table-notes li")).toHaveLength(2);
});

test("a mark in a cell leads to its note", () => {
  const mark = <NoteMark tableId="consultations" number={2} mark="※2" />;
  const document = renderTable({ notes: ["甲", "乙"], rows: [{ key: "1", cells: { no: mark } }] });
  const target = document.querySelector(".note-mark a")?.getAttribute("href") ?? "";
  expect(document.querySelector(target)?.textContent).toBe("乙");
});
