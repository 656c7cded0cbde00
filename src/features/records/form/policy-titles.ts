import { localize } from "../../../core/localized.ts";
import type { CellContext } from "../../../records/cell-codec.ts";

/** The title where it leads back to the policy. */
export function writePolicy(cell: string, typing: CellContext): string {
  const title = describePolicy(cell, typing);
  const [found, ...others] = typing.knowledge.references("policies").find(title);
  return found === cell && others.length === 0 ? title : cell;
}

export function describePolicy(id: string, { knowledge, language }: CellContext): string {
  return localize(knowledge.references("policies").name(id) ?? {}, language).text || id;
}
