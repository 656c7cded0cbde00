/** Endings of the names of those who issue documents. */
const bodyEnding =
  /(部|委|厅|局|院|署|办|办公室|人民政府|政府|中央|总局|总署|委员会|代表大会|常委会|人大|法院|检察院|领导小组|协作小组|小组|指挥部|协调组|总队|支队|大队|监测站|总站|中心|协会|银行|证监会|银监会|保监会|银保监会|气象台|军区|中国民航|民航局|总公司|集团|公司|省|市|自治区)(办公厅|办公室)?$/;

const noBody =
  /(关于|通知|的|印发|发布|来源|作者|编辑|网站|贯彻|落实|实施|转发|根据|按照|第.+[条章号]|[，。；：？！“”《》])/;

/** Whether a text can be the name of who issued a document: 环境保护部, 京津冀及周边地区大气污染防治协作小组办公室. */
export function isBodyName(text: string): boolean {
  const bare = text.replace(/[（(][^（）()]{1,12}[）)]/g, "");
  return /^\p{Script=Han}{2,40}$/u.test(bare) && bodyEnding.test(bare) && !noBody.test(bare);
}

/**
 * Names of issuing bodies as printed, in their order: 「环境保护部　国家发展改革委、财政部」, one below the other, letters set
 * apart (环 境 保 护 部), or written without any mark between them.
 */
export function splitBodies(text: string): string[] {
  const names = text
    .replace(/[（(](盖章|公章|章|印|代章)[）)]/g, "")
    .split(/[、，,;；/／|\n\r\t]+/)
    .flatMap((part) => splitAtSpaces(part.trim()))
    .flatMap(splitRunOn)
    .map((name) => name.replace(/^[：:·\-—]+|[：:·\-—]+$/g, ""))
    .filter((name) => name !== "" && !/^(无|等|[-—]+)$/.test(name));
  return [...new Set(names)];
}

function splitAtSpaces(text: string): string[] {
  const parts = text.split(/[\s\u3000\u00a0]+/).filter((part) => part !== "");
  if (parts.length < 2) return parts;
  // 环 境 保 护 部: letters that only stand apart; between names the gap is wider.
  if (parts.every((part) => [...part].length === 1)) {
    const wide = text.split(/[\s\u3000\u00a0]{2,}/).map((part) => part.replace(/[\s\u3000\u00a0]+/g, ""));
    return wide.every((part) => [...part].length > 1) ? wide : [parts.join("")];
  }
  if (!parts.every((part) => /\p{Script=Han}/u.test(part))) return [text.trim()];
  return joinHalves(parts);
}

/** A gap within a name (财　政　部 beside 国家发展改革委) leaves parts that are no names by themselves. */
function joinHalves(parts: readonly string[]): string[] {
  const names: string[] = [];
  let open = "";
  for (const part of parts) {
    open += part;
    if (!isBodyName(open)) continue;
    names.push(open);
    open = "";
  }
  return open === "" ? names : [...names, open];
}

/** Beginnings that open another name: of the ministries and commissions of 2008 to 2018 and after, and of the Party and the State Council. */
const beginnings = [
  "国务院(?!发展研究中心|国有|办公|扶贫|法制|安委)",
  "中共中央",
  "国家(?:发展|能源|环境|税务|海洋|标准|质量|工商|林业|安全|统计|机关|铁路|邮政|市场|认证|煤矿)",
  "工业和信息化",
  "环境保护部",
  "生态环境部",
  "住房城?和?城?乡?建设部",
  "住房和城乡建设部",
  "交通运输部",
  "农业(?:部|农村部)",
  "商务部",
  "财政部",
  "公安部",
  "科技部",
  "科学技术部",
  "国土资源部",
  "自然资源部",
  "水利部",
  "教育部",
  "司法部",
  "民航局",
  "中国(?:人民银行|民用航空局|气象局|铁路总公司|民航局|银监会|证监会|保监会)",
].join("|");
const runOn = new RegExp(
  `(?<=部|委|委员会|厅|局|院|署|中央|办公室|总公司|会)(?=${beginnings}|中央军委|国务院办公厅)`,
  "u",
);

/** 环境保护部国家发展改革委, 中共中央国务院, 北京市环境保护局北京市财政局: where the next name plainly begins. */
function splitRunOn(text: string): string[] {
  if ([...text].length < 6) return [text];
  const place = /^(\p{Script=Han}{1,6}?[省市区县])/u.exec(text)?.[1];
  const again = place ? new RegExp(`(?<=委|厅|局|院|会|办公室)(?=${place})`, "u") : null;
  const parts = text.split(runOn).flatMap((part) => (again ? part.split(again) : [part]));
  return parts.every((part) => isBodyName(part)) ? parts : [text];
}

/**
 * The bodies that a title names before its 关于: 国务院关于印发…的通知, 环境保护部　财政部关于…. Empty where it names none:
 * 关于印发…的通知, or 北京市贯彻落实国务院关于….
 */
export function bodiesOfTitle(title: string): string[] {
  const before = /^(.{2,80}?)(?:关于|印发|转发|批转)/u.exec(title.trim())?.[1];
  if (!before) return [];
  const names = splitBodies(before);
  return names.length > 0 && names.every(isBodyName) ? names : [];
}
