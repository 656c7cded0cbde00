import { afterAll, beforeAll, expect, test } from "vitest";
import type { Context } from "../../platform/context.ts";
import { createLoadedContext } from "../../testing/context.ts";
import { type Basis, getBasis } from "./basis.ts";
import { compareTypes, statedFor } from "./compare-stated.ts";
import { traceDeepening } from "./deepening.ts";
import { draftEvaluation } from "./draft/draft-evaluation.ts";
import { countIndicators } from "./indicators.ts";
import { getAchievements, getEvaluationPoints } from "./service.ts";

let context: Context;
let basis: Basis;
beforeAll(async () => {
  context = await createLoadedContext();
  basis = await getBasis(context, "2018-06-30");
});
afterAll(() => context.database.close());
test("try", async () => {
  const years = [2014, 2015, 2016];
  const achievements = await getAchievements(context);
  const points = await getEvaluationPoints(context);
  const { types, drafts } = draftEvaluation(years, basis, { achievements, points });
  for (const t of types)
    console.log(t.organisation, t.counted, t.reasons.map((r) => r.makes + ":" + r.text.ja).join(" | "));
  for (const d of drafts)
    if (d.origin === "records")
      console.log(
        d.key,
        JSON.stringify(d.figures),
        d.evidence.length,
        "\n  ",
        d.text.ja,
        "\n  ",
        d.text.zh,
        "\n  ",
        d.text.en,
      );
  for (const c of compareTypes(types, statedFor(achievements, years, basis), basis).values())
    console.log(c.organisation, c.stated, c.counted, c.agrees, c.explanation.ja ?? "");
  for (const r of traceDeepening(basis, [2014, 2015, 2016, 2017, 2018]))
    console.log(
      r.partnership,
      r.deepest,
      r.years
        .map(
          (y) =>
            y.fiscalYear +
            ":" +
            Object.entries(y.steps)
              .map(([s, e]) => s + e.length)
              .join(",") +
            "/" +
            y.stated,
        )
        .join("  "),
    );
  for (const i of countIndicators(basis, [2014, 2015, 2016, 2017, 2018]))
    console.log(i.id, i.years.map((y) => `${y.value}/${y.of}(${y.evidence.length})`).join(" "));
  expect(1).toBe(1);
});
