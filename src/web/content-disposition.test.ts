import { expect, test } from "vitest";
import { contentDisposition } from "./content-disposition.ts";

const plainName = (fileName: string) => contentDisposition(fileName).match(/filename="([^"]*)"/)?.[1];

test.each([
  ["overview-people-2016.svg", "overview-people-2016.svg"],
  ['a "b" 50%.csv', "a _b_ 50_.csv"],
  ["中国大気政策動向月報 2016年4月.pdf", "renkei-2016-4.pdf"],
  ["中国大气政策动向月报２０１６年４月.docx", "renkei-2016-4.docx"],
  ["参加者 Kitakyushu 2016.csv", "Kitakyushu-2016.csv"],
  ["覚書", "renkei"],
])("%s is readable for who knows ASCII only", (fileName, plain) => {
  expect(plainName(fileName)).toBe(plain);
});

test("the name itself is kept", () => {
  expect(contentDisposition("覚書.pdf")).toContain("filename*=UTF-8''%E8%A6%9A%E6%9B%B8.pdf");
});
