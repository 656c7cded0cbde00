import { writeEdtf } from "../../../core/edtf-format.ts";
import { localize } from "../../../core/localized.ts";
import { message } from "../../../messages/message.ts";
import type { NeedWords } from "../../needs/words.ts";
import type { CaseField } from "../check-case.ts";
import type { CompanyCase } from "../company-case.ts";
import { writeAmount } from "../contract-amount.ts";

/** One field of a case in words. */
export function tellField(found: CompanyCase, field: CaseField, words: NeedWords): string {
  const { language } = words;
  const text = write();
  return text === "" ? message(language, "needs.history.nothing") : text;

  function write(): string {
    switch (field) {
      case "company":
        return words.organisation(found.company);
      case "partner":
        return found.partner === null ? "" : words.organisation(found.partner);
      case "title":
      case "technology":
      case "obstacle":
      case "contractNote":
        return localize(found[field], language).text;
      case "topics":
        return words.list(found.topics.map(words.topic));
      case "obstacleKinds":
        return words.list(found.obstacleKinds.map((kind) => message(language, `company.obstacle.${kind}`)));
      case "state":
        return message(language, `company.states.${found.state}`);
      case "contractedOn":
        return found.contractedOn === null ? "" : writeEdtf(found.contractedOn, language);
      case "amount":
      case "currency":
        return found.amount === null ? "" : writeAmount(found.amount, language);
      case "contact":
        return found.contact ?? "";
      case "need":
      case "activity":
        return found[field] ?? "";
    }
  }
}
