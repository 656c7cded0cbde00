import { expect, test } from "vitest";
import { findPasswordWeakness } from "./password-strength.ts";
import { makeRecoveryCode, readRecoveryCode } from "./recovery-code.ts";
import { describeDevice } from "./sessions.ts";

const about = ["Tanaka Hanako", "hanako.tanaka@city.fukuoka.example.jp", "Fukuoka City"];

test.each([
  ["short", "tooShort"],
  ["あ".repeat(11), "tooShort"],
  ["hanako.tanaka", "ownData"],
  ["fukuokatanaka", "ownData"],
  ["qwertyuiop[]", "keyboard"],
  ["aaaaaaaaaaaa", "repeat"],
  ["abcdefghijklm", "sequence"],
  ["password1234", "common"],
  ["x".repeat(129), "tooLong"],
])("%s is weak: %s", async (password, weakness) => {
  await expect(findPasswordWeakness(password, about)).resolves.toBe(weakness);
});

test.each(["correct lantern mosaic 42", "乾いた川に提灯が四十二個", "v7Kq!mZ2pLw9"])(
  "%s is taken, whatever kinds of characters it has",
  (password) => expect(findPasswordWeakness(password, about)).resolves.toBeNull(),
);

test("a recovery code is read as it was made, however it was typed", () => {
  const code = makeRecoveryCode();
  expect(code).toMatch(/^[a-hjkmnp-z2-9]{5}-[a-hjkmnp-z2-9]{5}$/);
  expect(readRecoveryCode(` ${code.toUpperCase().replace("-", " ")}`)).toBe(code);
  expect(readRecoveryCode("ｋ７ｍ２ｐｘ９ｗｑａ")).toBe("k7m2p-x9wqa");
});

test.each([
  [
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/130.0 Safari/537.36 Edg/130.0",
    "Edge",
    "Windows",
  ],
  [
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Mobile/15E148 Safari/604.1",
    "Safari",
    "iPhone",
  ],
  ["Mozilla/5.0 (Linux; Android 14) Chrome/120 Mobile Safari/537.36 MicroMessenger/8.0.50", "WeChat", "Android"],
  ["curl/8.5", null, null],
])("%s", (userAgent, browser, system) => {
  expect(describeDevice(userAgent)).toEqual({ browser, system });
});
