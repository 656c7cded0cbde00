import { generateAtomFeed } from "feedsmith";
import { AppError } from "../../core/errors.ts";
import { languageTags } from "../../core/language.ts";
import { localize } from "../../core/localized.ts";
import { message } from "../../messages/message.ts";
import { links } from "../../web/links.ts";
import type { RawHandler, VisitorRequest } from "../../web/page.ts";
import { getProgramme } from "../programme/service.ts";
import { findFeed } from "./follows.ts";
import { sayTitle } from "./say.ts";
import type { IssuedNumber } from "./store-bulletins.ts";
import type { FollowNews } from "./store-news.ts";

/** What one member follows, at an address that only that member knows. Never kept by a cache: it is nobody else's. */
export const sendFollowFeed: RawHandler<VisitorRequest> = async ({ context, language, params, url }) => {
  const secret = (params.file ?? "").replace(/\.atom$/, "");
  const found = await findFeed(context, secret);
  if (!found) throw new AppError("not-found", { kind: "feed", id: "" });
  const { owner } = found;
  const entries = [...found.news.map(describeNews), ...found.issued.map(describeIssued)].toSorted(
    (a, b) => b.at.getTime() - a.at.getTime(),
  );
  const programme = await getProgramme(context);
  const newest = entries[0]?.at ?? owner.sentUntil;
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
    entries: entries.map(({ subject, at, href, kind, title }) => ({
      id: name(`${owner.userId}/${subject}`),
      title: { value: message(language, "follow.feedEntry", { kind, title }) },
      updated: at,
      links: [{ href: `${url.origin}${href}`, rel: "alternate", type: "text/html" }],
    })),
    xml: { lang: languageTags[language] },
  });
  return { content, contentType: "application/atom+xml; charset=utf-8" };

  function describeNews({ subject, at, kind, title, item, isPublic }: FollowNews) {
    return {
      ...{ subject, at },
      kind: message(language, `follow.newsKind.${kind}`),
      title: localize(title, language).text,
      href: isPublic ? links.policy(language, item) : links.deskItem(language, item),
    };
  }

  function describeIssued({ month, number, visibility, at }: IssuedNumber) {
    const title = sayTitle(month, language).replaceAll("\u3000", " ");
    return {
      ...{ subject: `bulletin/${month}/${number}`, at },
      kind: message(language, "follow.newsKind.bulletin"),
      title: number === 1 ? title : message(language, "follow.feedRevision", { title, number }),
      href: visibility === "public" ? links.bulletin(language, month) : links.deskBulletin(language, month),
    };
  }
};
