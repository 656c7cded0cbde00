import type { ItemFieldName } from "../../item.ts";

/** What is printed before a value, for each field; those that say least come last. */
const labelsByField: Readonly<Partial<Record<ItemFieldName, readonly string[]>>> = {
  title: ["名称", "标题", "信息名称", "文件名称", "公文名称", "文件标题", "题名"],
  documentNumber: [
    "发文字号",
    "发文文号",
    "文件编号",
    "公文文号",
    "文件文号",
    "文件字号",
    "标准编号",
    "标准号",
    "发布文号",
    "文号",
    "字号",
  ],
  indexNumber: ["索引号", "索取号", "信息索引号", "信息索引"],
  subjectCategory: ["主题分类", "信息分类", "主题类别", "所属主题", "信息类别", "公开类目", "所属类别", "分类"],
  bodies: [
    "发文机关",
    "发文机构",
    "发文单位",
    "发文部门",
    "制发机关",
    "制定机关",
    "颁布单位",
    "颁布机关",
    "发布机构",
    "发布机关",
    "发布单位",
    "发布部门",
    "公开主体",
    "公开责任部门",
    "公开机构",
    "责任部门",
    "发文者",
  ],
  written: [
    "成文日期",
    "成文时间",
    "发文日期",
    "发文时间",
    "制发日期",
    "印发日期",
    "签发日期",
    "签署日期",
    "公文生成日期",
    "生成日期",
    "形成日期",
  ],
  published: [
    "发布日期",
    "发布时间",
    "公开日期",
    "公开时间",
    "公布日期",
    "发稿时间",
    "上网日期",
    "发表时间",
    "更新时间",
    "日期",
    "时间",
  ],
  inForce: ["生效日期", "生效时间", "实施日期", "实施时间", "施行日期", "施行时间", "执行日期"],
  validity: ["效力状态", "有效性", "时效性", "时效状态", "文件状态", "文件效力", "有效状态", "是否有效"],
  kind: ["公文种类", "公文种类", "体裁分类", "体裁", "文种", "文件类型"],
};

/** Labels of values that nobody asks for, but which end the value before them. */
const otherLabels = [
  "主题词",
  "关键词",
  "关键字",
  "内容概述",
  "内容摘要",
  "公开方式",
  "公开形式",
  "公开范围",
  "公开程序",
  "公开时限",
  "语种",
  "信息格式",
  "载体类型",
  "服务对象",
  "废止日期",
  "失效日期",
  "失效时间",
  "有效期",
  "来源",
  "信息来源",
  "稿件来源",
  "文章来源",
  "作者",
  "责任编辑",
  "编辑",
  "浏览次数",
  "浏览量",
  "访问次数",
  "点击数",
  "点击率",
  "阅读次数",
  "阅读",
  "阅览",
  "字体",
  "字号大小",
  "分享到",
  "分享",
  "打印",
  "联系电话",
  "组配分类",
  "组配",
  "体裁形式",
  "信息所属单位",
  "记录形式",
  "生成时间",
  "备注",
  "附件下载",
  "所属区域",
  "视力保护色",
];

/** Labels found in the line below any article; they make no document block. */
const weakLabels = new Set([
  "发布时间",
  "发布日期",
  "发布单位",
  "发布机构",
  "发稿时间",
  "发表时间",
  "更新时间",
  "日期",
  "时间",
  "标题",
  "名称",
  "分类",
  "字号",
  "公开日期",
]);

const fieldOfLabel = new Map<string, ItemFieldName>();
for (const field of itemFieldsOf(labelsByField))
  for (const label of labelsByField[field] ?? []) fieldOfLabel.set(label, field);

function itemFieldsOf(record: Readonly<Partial<Record<ItemFieldName, readonly string[]>>>): ItemFieldName[] {
  const names: readonly ItemFieldName[] = [
    "title",
    "documentNumber",
    "indexNumber",
    "subjectCategory",
    "bodies",
    "written",
    "published",
    "inForce",
    "validity",
    "kind",
  ];
  return names.filter((name) => record[name] !== undefined);
}

export function findFieldOfLabel(label: string): ItemFieldName | null {
  return fieldOfLabel.get(label) ?? null;
}

/** Whether a label belongs to the block of a published document, and not only to the line below a headline. */
export function isOfDocumentBlock(label: string): boolean {
  return fieldOfLabel.has(label) && !weakLabels.has(label);
}

export const knownLabels: readonly string[] = [...fieldOfLabel.keys(), ...otherLabels];
