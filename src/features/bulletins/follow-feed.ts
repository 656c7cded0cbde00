import { generateAtomFeed } from "feedsmith";
import { AppError } from "../../core/errors.ts";
import { languageTags } from "../../core/language.ts";
import { localize } from "../../core/localized.ts";
import { message } from "../../messages/message.ts";
import { links } from "../../web/links.ts";
import type { RawHandler, VisitorRequest } from "../../web/page.ts";
import { getProgramme } from "../programme/service.ts";
import { findFeed } from "./follows.ts";

/** What one member follows, at an address that only that member knows. Never kept by a cache: it is nobody else's. */
export const sendFollowFeed: RawHandler<VisitorRequest> = async ({ context, language, params, url }) => {
  const secret = (params.file ?? "").replace(/\.atom$/, "");
  const found = await findFeed(context, secret);
  if (!found) throw new AppError("not-found", { kind: "feed", id: "" });
  const { news, owner } = found;
  const programme = await getProgramme(context);
  const newest = news[0]?.at ?? owner.sentUntil;
  // RFC 4151: stays the same when the site or the secret changes.
  const name = (what: string) => `tag:renkei,${programme.firstFiscalYear}:${programme.id}/follow/${what}/${language}`;
  const content = generateAtomFeed({
    id: name(owner.userId),
    title: {
      value: message(language, "follow.feedTitle", { programme: localize(programme.shortName, language).text }),
    },
    updated: newest,
    authors: [{ name: localize(programme.name, language).text }],
    links: [{ href: `${url.origin}${links.follows(language)}`, rel: "alternate", type: "text/html" }],
    entries: news.map((one) => ({
      id: name(`${owner.userId}/${one.subject}`),
      title: {
        value: message(language, "follow.feedEntry", {
          kind: message(language, `follow.newsKind.${one.kind}`),
          title: localize(one.title, language).text,
        }),
      },
      updated: one.at,
      links: [
        {
          href: `${url.origin}${one.isPublic ? links.policy(language, one.item) : links.deskItem(language, one.item)}`,
          rel: "alternate",
          type: "text/html",
        },
      ],
    })),
    xml: { lang: languageTags[language] },
  });
  return { content, contentType: "application/atom+xml; charset=utf-8" };
};
