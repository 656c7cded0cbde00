import { localize } from "../../../core/localized.ts";
import { message } from "../../../messages/message.ts";
import { LabelledField } from "../../../web/components/labelled-field.tsx";
import { links } from "../../../web/links.ts";
import type { Offer } from "../../needs/offer.ts";
import type { NeedWords } from "../../needs/words.ts";
import type { MatchView } from "../service.ts";
import type { TypedMatch } from "./match.tsx";
import type { Problem } from "./problem.tsx";

interface ReplaceFormProps {
  view: MatchView;
  words: NeedWords;
  typed: TypedMatch | null;
  problem: Problem | null;
  replacements: readonly Offer[];
}

/** Another offer in the place of one that was declined; as much of it as was asked of the other, unless the broker says otherwise. */
export function ReplaceForm({ view: { match, offers }, words, typed, problem, replacements }: ReplaceFormProps) {
  const { language } = words;
  const declined = match.offers.find(({ answer }) => answer === "declined");
  const tried = typed?.intent === "replace" ? typed.replacing : null;
  const nameOffer = (organisation: string, offer: Pick<Offer, "title"> | undefined) => {
    const title = localize(offer?.title ?? {}, language);
    return {
      text: message(language, "matching.broker.replaceOption", {
        organisation: words.organisation(organisation),
        title: title.text,
      }),
      ...(title.text === "" || title.language === language ? {} : { lang: title.language }),
    };
  };
  return (
    <details open={tried !== null || declined !== undefined}>
      <summary>{message(language, "matching.broker.replace")}</summary>
      <form method="post" action={links.match(language, match.id)} class="match-form">
        <input type="hidden" name="intent" value="replace" />
        <input type="hidden" name="revision" value={match.revision} />
        {match.state === "consulting" && <p>{message(language, "matching.broker.replaceLead")}</p>}
        <LabelledField
          id="replace-out"
          name="out"
          label={message(language, "matching.broker.replaceOut")}
          control={{
            kind: "select",
            value: tried?.out ?? declined?.offer ?? "",
            options: match.offers.map(({ offer, organisation }) => ({
              value: offer,
              ...nameOffer(organisation, offers.get(offer)),
            })),
          }}
        />
        <LabelledField
          id="replace-by"
          name="by"
          label={message(language, "matching.broker.replaceBy")}
          control={{
            kind: "select",
            value: tried?.by ?? replacements[0]?.id ?? "",
            options: [
              ...replacements.map((offer) => ({ value: offer.id, ...nameOffer(offer.organisation, offer) })),
              ...(match.offers.length > 1
                ? [{ value: "", text: message(language, "matching.broker.replaceNothing") }]
                : []),
            ],
          }}
        />
        <LabelledField
          id="replace-quantity"
          name="quantity"
          label={message(language, "matching.broker.replaceQuantity")}
          hint={message(language, "matching.broker.replaceQuantityHint")}
          error={tried && problem?.reason === "quantity" ? message(language, "matching.problem.quantity") : undefined}
          control={{ kind: "text", value: tried?.quantity ?? String(declined?.quantity ?? "") }}
        />
        <button type="submit" class="button-second">
          {message(language, "matching.broker.replace")}
        </button>
      </form>
    </details>
  );
}
