import { renderToString } from "preact-render-to-string";
import { expect, test } from "vitest";
import { AppError } from "../core/errors.ts";
import { languages } from "../core/language.ts";
import { RenderError } from "../documents/render.ts";
import { createTestContext } from "../testing/context.ts";
import { describeErrorPage, statusOf } from "./error-page.tsx";

test.each(languages)("a file that no font can write says which character stands where (%s)", async (language) => {
  const context = await createTestContext();
  const request = { context, language, url: new URL("http://localhost/"), params: {} };
  const error = new RenderError("missing-glyph", ["表1、2行目: \u{13000} (U+13000)"], "no font draws");
  const page = renderToString(describeErrorPage(request, error).body);
  expect(page).toContain("表1、2行目: \u{13000} (U+13000)");
  expect(page).toContain("CSV");
  expect(statusOf(error)).toBe(500);
  const busy = new AppError("unavailable", { reason: "busy" });
  expect(describeErrorPage(request, busy).title).toBe(
    describeErrorPage(request, new AppError("too-many-requests")).title,
  );
  expect(statusOf(busy)).toBe(503);
  await context.database.close();
});
