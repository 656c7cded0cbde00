import fc from "fast-check";
import ipaddr from "ipaddr.js";
import { expect, test } from "vitest";
import { judgeAddress } from "./judge-address.ts";

test.each([
  ["8.8.8.8", "public"],
  ["203.0.114.1", "public"],
  ["2606:4700:4700::1111", "public"],
  ["127.0.0.1", "loopback"],
  ["127.255.255.254", "loopback"],
  ["0.0.0.0", "unspecified"],
  ["10.1.2.3", "private"],
  ["172.31.255.255", "private"],
  ["192.168.0.1", "private"],
  ["169.254.169.254", "linkLocal"],
  ["100.64.0.1", "carrierGradeNat"],
  ["192.0.2.1", "reserved"],
  ["198.18.0.1", "reserved"],
  ["224.0.0.1", "multicast"],
  ["240.0.0.1", "reserved"],
  ["255.255.255.255", "broadcast"],
  ["::1", "loopback"],
  ["::", "unspecified"],
  ["fe80::1", "linkLocal"],
  ["fd00::1", "uniqueLocal"],
  ["ff02::1", "multicast"],
  ["2001:db8::1", "reserved"],
  ["::ffff:127.0.0.1", "ipv4Mapped"],
  ["::7f00:1", "reserved"],
  ["64:ff9b::7f00:1", "rfc6052"],
  ["64:ff9b:1::a00:1", "rfc6052"],
  ["2002:7f00:1::", "6to4"],
  ["2001:0:7f00:1::", "teredo"],
  ["fe80::5efe:10.0.0.1", "linkLocal"],
  ["2606:4700::5efe:a00:1", "isatap"],
  ["2606:4700::200:5efe:a00:1", "isatap"],
  ["4000::1", "reserved"],
  ["example.com", "invalid"],
])("%s is %s", (address, range) => {
  expect(judgeAddress(address)).toBe(range);
});

const byte = fc.integer({ min: 0, max: 255 });
const privateAddress = fc.oneof(
  fc.tuple(fc.constant(10), byte, byte, byte),
  fc.tuple(fc.constant(127), byte, byte, byte),
  fc.tuple(fc.constant(192), fc.constant(168), byte, byte),
  fc.tuple(fc.constant(169), fc.constant(254), byte, byte),
  fc.tuple(fc.constant(172), fc.integer({ min: 16, max: 31 }), byte, byte),
  fc.tuple(fc.constant(100), fc.integer({ min: 64, max: 127 }), byte, byte),
);
const hex = ([a, b, c, d]: readonly number[]) =>
  `${(((a ?? 0) << 8) | (b ?? 0)).toString(16)}:${(((c ?? 0) << 8) | (d ?? 0)).toString(16)}`;

/** Forms in which IPv6 carries an address of IPv4: RFC 4291, 6052, 8215, 3056, 4380 (bits turned), 5214, 2765. */
const carriers: ((four: readonly number[]) => string)[] = [
  (four) => four.join("."),
  (four) => `::ffff:${hex(four)}`,
  (four) => `::${hex(four)}`,
  (four) => `::ffff:0:${hex(four)}`,
  (four) => `64:ff9b::${hex(four)}`,
  (four) => `64:ff9b:1::${hex(four)}`,
  (four) => `2002:${hex(four)}::1`,
  (four) => `2001:0:4136:e378:8000:63bf:${hex(four.map((part) => part ^ 0xff))}`,
  (four) => `2a00:1450:4001:80b:0:5efe:${hex(four)}`,
  (four) => `2a00:1450:4001:80b:200:5efe:${hex(four)}`,
];

test("no form of a private address passes, however it is written", () => {
  fc.assert(
    fc.property(privateAddress, fc.constantFrom(...carriers), fc.boolean(), (four, carry, isLong) => {
      const written = carry(four);
      const address = isLong ? ipaddr.parse(written).toNormalizedString() : written;
      expect(judgeAddress(address)).not.toBe("public");
    }),
  );
});
