import { parseHTML } from "linkedom";
import { renderToString } from "preact-render-to-string";
import { expect, test } from "vitest";
import { FilterForm } from "./filter-form.tsx";

const { document } = parseHTML(
  renderToString(
    <FilterForm
      id="f"
      action="/ja/activities"
      title="絞り込む"
      applyLabel="適用"
      clearLabel="外す"
      clearHref="/ja/activities"
      activeLabel="絞り込み中"
      active={[{ text: "2015年度", removeHref: "/ja/activities?kind=training", removeLabel: "を外す" }]}
      kept={[{ name: "view", value: "month" }]}
      fields={[
        { kind: "text", name: "q", label: "ことば", value: '"><b>', hint: "都市名など" },
        { kind: "select", name: "year", label: "年度", value: "2015", options: [{ value: "2015", text: "2015" }] },
        {
          kind: "checkboxes",
          name: "kind",
          label: "種類",
          options: [
            { value: "training", text: "訪日研修" },
            { value: "seminar", text: "セミナー" },
          ],
          values: ["training"],
        },
      ]}
    />,
  ),
);

test("filters are sent by GET, with what the address keeps", () => {
  expect(document.querySelector("form")?.getAttribute("method")).toBe("get");
  expect(document.querySelector("input[type=hidden]")?.getAttribute("value")).toBe("month");
});

test("every field has a label", () => {
  const fields = [...document.querySelectorAll("select, input:not([type=hidden])")];
  expect(fields).toHaveLength(4);
  for (const field of fields) expect(document.querySelector(`label[for="${field.id}"]`)?.textContent).toBeTruthy();
  expect(document.querySelector("fieldset legend")?.textContent).toBe("種類");
});

test("what was chosen stays chosen, as typed", () => {
  expect(document.querySelector("#f-q")?.getAttribute("value")).toBe('"><b>');
  expect(document.querySelector("#f-q")?.getAttribute("aria-describedby")).toBe("f-q-hint");
  expect(document.querySelector("option[selected]")?.getAttribute("value")).toBe("2015");
  const checked = [...document.querySelectorAll("input[checked]")].map((input) => input.getAttribute("value"));
  expect(checked).toEqual(["training"]);
});

test("an active filter stands outside the closed form and says what its link does", () => {
  expect(document.querySelector("details")?.hasAttribute("open")).toBe(false);
  const chip = document.querySelector(".active-filters a");
  expect(chip?.textContent).toContain("2015年度");
  expect(chip?.textContent).toContain("を外す");
});
