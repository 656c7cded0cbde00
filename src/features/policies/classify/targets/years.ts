/** Years that a stretch of text is about. */
export interface Years {
  base: number | null;
  target: number | null;
}

/** 「到2020年」, 「2017年底前」; a year that is compared with (比2015年) is no target. */
export function findTargetYear(text: string): number | null {
  const range = [...text.matchAll(/(?<!\d)(?:19|20)\d{2}年?(?:-|—|~|至|到)((?:19|20)\d{2})年?/g)].at(-1)?.[1];
  const single = [
    ...text.matchAll(/(?<![\d比较与以按])((?:19|20)\d{2})年(?!的?(?:水平|相比|为基|基础|以来|相较|基准|同期|起))/g),
  ]
    .filter(
      ({ index }) =>
        !/(?:比|较|与|相比于|相对于|在|以|自|从|超过|低于)$/.test(text.slice(Math.max(0, index - 3), index)),
    )
    .at(-1)?.[1];
  return toYear(single ?? range) ?? findPlanPeriod(text)?.target ?? null;
}

/** 「比2015年下降」, 「以2012年为基准」, 「与2013年相比」 */
export function findBaseYear(text: string): number | null {
  const led = /(?:比|较|相比于|相对于|以|在|与|同)((?:19|20)\d{2})年/.exec(text)?.[1];
  return toYear(led ?? /((?:19|20)\d{2})年(?:相比|为基|水平|基础)/.exec(text)?.[1]);
}

/** 「比上年」, 「同比」: the year before the target's, for this one number. */
export function isAgainstYearBefore(text: string): boolean {
  return /(?:比|较|同)(?:上年|上一年|去年)|同比/.test(text);
}

/** 「十三五」 runs from the end of 2015 to the end of 2020. */
export function findPlanPeriod(text: string): { base: number; target: number } | null {
  const name = /[“"「]?(十[一二三四五])五[”"」]?/.exec(text)?.[1];
  const count = name === undefined ? -1 : "一二三四五".indexOf(name[1] ?? "");
  return count < 0 ? null : { base: 2005 + count * 5, target: 2010 + count * 5 };
}

function toYear(text: string | undefined): number | null {
  return text === undefined ? null : Number(text);
}
