import { isBodyName, splitBodies } from "../split-bodies.ts";
import type { Candidate } from "./candidates.ts";

/**
 * A document block as a rule names only who leads where several bodies signed: what the signature or the title adds to it
 * is taken over, in their order.
 */
export function joinBodies(candidates: readonly Candidate[]): Candidate[] {
  const guessed = candidates.filter(({ field, origin, confidence }) => {
    return field === "bodies" && origin === "heuristic" && confidence >= 0.7;
  });
  return candidates.map((candidate) => {
    if (candidate.field !== "bodies" || candidate.origin !== "document-block") return candidate;
    const stated = splitBodies(candidate.text);
    const fuller = guessed.find(({ text }) => {
      const names = splitBodies(text);
      return names.length > stated.length && stated.every((name) => names.some((other) => isSame(name, other)));
    });
    if (!fuller || !stated.every(isBodyName)) return candidate;
    return { ...candidate, text: fuller.text, confidence: 0.85, evidence: `${candidate.evidence}；${fuller.evidence}` };
  });
}

/** 发展改革委 and 国家发展改革委, 北京市环保局 and 环保局. */
function isSame(name: string, other: string): boolean {
  return name === other || name.endsWith(other) || other.endsWith(name);
}
