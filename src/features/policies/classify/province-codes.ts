/**
 * The character that begins a province's document numbers, with its code in GB/T 2260. 青, 宁 and 新 are left out: 青政发 is
 * Qinghai's and Qingdao's, 宁政发 Ningxia's and Nanjing's, 新政 Xinjiang's and Xinxiang's; the list of bodies knows which.
 */
const provinceCodes: ReadonlyMap<string, string> = new Map(
  `京11 津12 冀13 晋14 蒙15 内15 辽21 吉22 黑23 沪31 苏32 浙33 皖34 闽35 赣36 鲁37 豫41 鄂42 湘43 粤44 桂45 琼46 渝50 川51
   黔52 滇53 云53 藏54 陕61 甘62`
    .trim()
    .split(/\s+/)
    .map((entry): [string, string] => [entry.slice(0, 1), `${entry.slice(1)}0000`]),
);

/** Of 粤环〔2014〕3号 or DB37/ 2376—2013: the province's code; null for the state's own numbers. */
export function provinceOfNumber(number: string): string | null {
  const standard = /^DB\s*(\d{2})(?!\d)/.exec(number);
  if (standard) return `${standard[1]}0000`;
  // What follows is the kind of agency: 「苏府」 is Suzhou's.
  const agency = /^(.)(?:政|环|发改|经信|工信|委|办|发|人大|大气|建|交|财|公)/u.exec(number);
  return agency?.[1] === undefined ? null : (provinceCodes.get(agency[1]) ?? null);
}
