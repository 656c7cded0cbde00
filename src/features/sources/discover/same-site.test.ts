import { expect, test } from "vitest";
import { isSameSite, namesSites } from "./same-site.ts";

test("hosts of one owner are one site; those that only share a country's name for governments are not", () => {
  const own = "https://sthjj.beijing.gov.cn/bjhrb/index.html";
  const of = (address: string, list = own) => isSameSite(address, list);
  expect([of("http://www.beijing.gov.cn/a"), of("https://sthjj.beijing.gov.cn:8443/a")]).toEqual([true, true]);
  expect([of("https://www.mee.gov.cn/a"), of("https://beijing.gov.cn.example.org/"), of("http://10.0.0.1/")]).toEqual([
    false,
    false,
    false,
  ]);
  expect(of("https://www.gov.cn/a", "https://www.mee.gov.cn/")).toBe(false);
  expect(of("https://www.pref.hyogo.lg.jp/a", "https://www.city.kobe.lg.jp/")).toBe(false);
  expect(of("http://10.1.0.1/", "http://10.2.0.1/")).toBe(false);
});

test("only a pattern that goes back to the host says which sites it means", () => {
  expect([
    namesSites("//www\\.gov\\.cn/"),
    namesSites("^https?:\\/\\/mee"),
    namesSites("/t\\d{8}_"),
    namesSites(null),
  ]).toEqual([true, true, false, false]);
});
