/** What a title is about: of 「关于印发《大气污染防治行动计划》的通知」 the plan within; else the title itself. */
export interface TitleParts {
  /** what is issued, approved or explained; the whole title where nothing is */
  core: string;
  /** what the document does with it: 印发, 发布, 批准, 修改, 废止, 征求意见 …; null for a title that stands for itself */
  action: string | null;
}

export function readTitle(title: string): TitleParts {
  const plain = title.normalize("NFKC").replace(/\s+/g, "");
  const action = findAction(plain);
  const named = /《(.+)》/.exec(plain)?.[1];
  if (named) return { core: stripNested(named), action };
  const issued =
    /关于(?:印发|发布|公布|转发|批准|下达|印送|贯彻)(.+?)(?:的(?:通知|公告|通告|决定|批复|函|请示|命令))(?:[(（].*[)）])?$/.exec(
      plain,
    )?.[1];
  return { core: issued ?? plain, action };
}

/** The outermost of titles within titles: 《关于〈…〉的决定》 */
function stripNested(named: string): string {
  return named.split("》")[0] ?? named;
}

const actions = [
  "征求意见",
  "公开征集",
  "修改",
  "修订",
  "废止",
  "批准",
  "印发",
  "发布",
  "公布",
  "转发",
  "解读",
  "实施",
  "执行",
];

function findAction(title: string): string | null {
  const verbs = title.replace(/《[^》]*》/g, "");
  return actions.find((action) => verbs.includes(action)) ?? null;
}
