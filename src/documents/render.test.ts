import { expect, test } from "vitest";
import { RenderError, render } from "./render.ts";

const draw = (text: string) =>
  render({
    is: "png",
    svg: `<svg xmlns="http://www.w3.org/2000/svg" width="80" height="20"><title>図</title><text x="2" y="15">${text}</text></svg>`,
    width: 80,
  });

test("documents asked for at once come one after the other, each its own", async () => {
  const drawn = await Promise.all(["北京", "江苏", "Tokyo", "北京"].map(draw));
  const [first, second, , last] = drawn.map(({ bytes }) => Buffer.from(bytes).toString("base64"));
  expect(first).toBe(last);
  expect(first).not.toBe(second);
});

test("one that cannot be written keeps no other from being written", async () => {
  const [bad, good] = await Promise.allSettled([draw("\u{13000}"), draw("天津")]);
  expect(bad).toMatchObject({ status: "rejected", reason: expect.any(RenderError) });
  expect(bad).toMatchObject({ reason: { reason: "missing-glyph", places: ["図: \u{13000} (U+13000)"] } });
  expect(good.status).toBe("fulfilled");
});

test("a crowd is asked to come again", async () => {
  const crowd = await Promise.allSettled(Array.from({ length: 70 }, () => draw("a")));
  const refused = crowd.filter(({ status }) => status === "rejected");
  expect(refused).toHaveLength(9);
  for (const one of refused)
    expect(one).toMatchObject({ reason: { code: "unavailable", details: { reason: "busy" } } });
});
