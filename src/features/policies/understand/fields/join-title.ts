const titleEnding =
  /(通知|意见|公告|通告|决定|办法|条例|规定|方案|规划|计划|标准|细则|函|批复|报告|通报|令|法|指南|要点|纲要|预案|规程|规范|解读|答复|决议)([（(].{1,20}[）)])?$/;

/** A title over the first lines of a text: they are joined until the end reads like one of a document. */
export function joinTitleLines(
  lines: readonly string[],
  isEnough: (joined: string) => boolean = () => true,
): string | null {
  for (let start = 0; start < Math.min(lines.length, 6); start += 1) {
    let joined = "";
    for (const line of lines.slice(start, start + 4)) {
      if (/^第.{1,6}[编章节条]|^[一二三四五六七八九十]+、/.test(line)) return null;
      if (line.length > 100 || /[。；：:，]$/.test(line) || /^[（(【]?\S{0,12}[〔[（(]\d{4}[〕\])）]\S*号/.test(line))
        break;
      joined += line;
      if (joined.length >= 6 && joined.length <= 150 && titleEnding.test(joined) && isEnough(joined)) return joined;
    }
  }
  return null;
}
