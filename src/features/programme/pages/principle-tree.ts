import type { Localized } from "../../../core/localized.ts";
import type { Principle } from "../framework.ts";

export interface PrincipleBranch {
  number: string;
  texts: Localized[];
  children: PrincipleBranch[];
}

export interface PrincipleTree {
  branches: PrincipleBranch[];
  /** remarks on all of them, which have no number (※) */
  remarks: Localized[];
}

/** Nests 5-2-1 under 5-2 under 5; sentences with the same number stand together. */
export function nestPrinciples(principles: readonly Principle[]): PrincipleTree {
  const tree: PrincipleTree = { branches: [], remarks: [] };
  const byNumber = new Map<string, PrincipleBranch>();
  for (const { number, text } of principles) {
    if (!/^\d+(-\d+)*$/.test(number)) {
      tree.remarks.push(text);
      continue;
    }
    const present = byNumber.get(number);
    if (present) {
      present.texts.push(text);
      continue;
    }
    const branch: PrincipleBranch = { number, texts: [text], children: [] };
    byNumber.set(number, branch);
    const parent = byNumber.get(number.replace(/-?\d+$/, ""));
    (parent?.children ?? tree.branches).push(branch);
  }
  return tree;
}
