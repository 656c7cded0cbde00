import type { Language } from "../../core/language.ts";
import { message } from "../../messages/message.ts";
import { Words } from "../../web/components/words.tsx";
import { scopeOf } from "./describe-target.ts";
import type { PolicyTarget } from "./item.ts";

interface QuotedScopeProps {
  of: Pick<PolicyTarget, "scope">;
  /** what is said of the target */
  text: string;
  language: Language;
}

/** Words of the original within what is said of a target, marked as of its language (WCAG 3.1.2). */
export function QuotedScope({ of, text, language }: QuotedScopeProps) {
  const scope = scopeOf(of, language);
  if (scope === null || scope.language === language) return <>{text}</>;
  const [open = "", close = ""] = message(language, "policy.quoted", { text: "\n" }).split("\n");
  const [before = "", ...after] = text.split(`${open}${scope.text}${close}`);
  if (after.length === 0) return <>{text}</>;
  return (
    <>
      {before}
      {open}
      <Words value={scope} />
      {`${close}${after.join(`${open}${scope.text}${close}`)}`}
    </>
  );
}
