import { AppError } from "../../../core/errors.ts";
import { localize } from "../../../core/localized.ts";
import { message } from "../../../messages/message.ts";
import { Notice } from "../../../web/components/notices.tsx";
import { PageHeading } from "../../../web/components/page-heading.tsx";
import { Section } from "../../../web/components/section.tsx";
import { links, withQuery } from "../../../web/links.ts";
import type { ActionHandler, MemberRequest, PageContent, PageHandler } from "../../../web/page.ts";
import { readText } from "../../../web/query.ts";
import { bulletinTarget, isFollowKind, isRhythm, mostFollows, rhythms } from "../follow.ts";
import { chooseRhythm, feedDays, follow, getFollows, makeFeed, revokeFeed, unfollow } from "../follows.ts";
import { AddFollows } from "./add-follows.tsx";
import { nameTargets } from "./name-targets.ts";

export const showFollows: PageHandler<MemberRequest> = (request) => describeFollows(request, {});

export const submitFollows: ActionHandler = async (request) => {
  const { context, actor, language, form } = request;
  const text = (name: string) => String(form.get(name) ?? "").slice(0, 200);
  const subject = () => {
    const kind = text("kind");
    if (!isFollowKind(kind)) throw new AppError("invalid-input", { field: "kind" });
    return { kind, target: text("target") };
  };
  const back = (done: string) => ({ redirect: withQuery(links.follows(language), { done }) });
  switch (text("intent")) {
    case "follow":
    case "unfollow": {
      try {
        await (text("intent") === "follow" ? follow : unfollow)(context, actor, subject());
      } catch (error) {
        if (!(error instanceof AppError) || error.details.reason !== "too-many") throw error;
        return { page: await describeFollows(request, { isFull: true }), status: 409 };
      }
      const back = readBack(text("back"));
      if (back !== null) return { redirect: back };
      return {
        redirect: withQuery(links.follows(language), { done: text("intent") === "follow" ? "followed" : "unfollowed" }),
      };
    }
    case "rhythm": {
      const rhythm = text("rhythm");
      if (!isRhythm(rhythm)) throw new AppError("invalid-input", { field: "rhythm" });
      await chooseRhythm(context, actor, rhythm);
      return back("rhythm");
    }
    case "make-feed": {
      // The only time that the address can be shown: no redirect, so that it stands in no history and no log.
      const { hadFeed, secret } = await makeFeed(context, actor);
      return { page: await describeFollows(request, { secret, hadFeed }), status: 200 };
    }
    case "revoke-feed":
      await revokeFeed(context, actor);
      return back("revoked");
    default:
      throw new AppError("invalid-input", { field: "intent" });
  }
};

/** A page of this site, from where somebody followed; nothing else. */
function readBack(text: string): string | null {
  return /^\/(ja|zh|en)\/[\w\-/.?=&%]*$/.test(text) && !text.includes("//") ? text : null;
}

interface Shown {
  secret?: string;
  /** an earlier address has stopped working */
  hadFeed?: boolean;
  isFull?: boolean;
}

async function describeFollows(
  request: MemberRequest,
  { secret, hadFeed = false, isFull = false }: Shown,
): Promise<PageContent> {
  const { context, actor, language, url } = request;
  const { follows, settings } = await getFollows(context, actor);
  const targets = await nameTargets(context, language);
  const action = links.follows(language);
  const done = url.searchParams.get("done");
  const isDone = done === "followed" || done === "unfollowed" || done === "rhythm" || done === "revoked";
  const rhythm = settings?.rhythm ?? "weekly";
  const title = message(language, "follow.title");
  return {
    title,
    description: message(language, "follow.lead"),
    area: null,
    unlisted: true,
    body: (
      <>
        <PageHeading title={title} lead={message(language, "follow.lead")} />
        {isDone && (
          <Notice tone="success">
            <p>{message(language, `follow.done.${done}`)}</p>
          </Notice>
        )}
        {isFull && (
          <Notice tone="error">
            <p>{message(language, "follow.tooMany", { limit: mostFollows })}</p>
          </Notice>
        )}
        <Section id="followed" title={message(language, "follow.followed")}>
          {follows.length === 0 ? (
            <p>{message(language, "follow.nothing")}</p>
          ) : (
            <ul class="follow-list">
              {follows.map(({ kind, target }) => {
                const name = kind === "bulletin" ? message(language, "bulletin.title") : targets.name(kind, target);
                return (
                  <li key={`${kind}/${target}`}>
                    <span class="follow-kind">{message(language, `follow.kind.${kind}`)}</span>
                    <span class="follow-name">{name ?? message(language, "follow.gone", { id: target })}</span>
                    <form method="post" action={action}>
                      <input type="hidden" name="kind" value={kind} />
                      <input type="hidden" name="target" value={target} />
                      <button type="submit" name="intent" value="unfollow" class="button-quiet">
                        {message(language, "follow.stop")}
                        <span class="visually-hidden"> {name}</span>
                      </button>
                    </form>
                  </li>
                );
              })}
            </ul>
          )}
        </Section>
        <AddFollows
          language={language}
          targets={targets}
          follows={follows}
          bulletin={bulletinTarget}
          chosen={readText(url, "region")}
        />
        <Section id="rhythm" title={message(language, "follow.mails")} lead={message(language, "follow.mailsLead")}>
          <form class="follow-rhythm" method="post" action={action}>
            <fieldset>
              <legend class="visually-hidden">{message(language, "follow.mails")}</legend>
              {rhythms.map((one) => (
                <label key={one} class="radio">
                  <input type="radio" name="rhythm" value={one} checked={one === rhythm} />
                  <span>{message(language, `follow.rhythm.${one}`)}</span>
                </label>
              ))}
            </fieldset>
            <button type="submit" name="intent" value="rhythm">
              {message(language, "follow.saveRhythm")}
            </button>
          </form>
        </Section>
        <Section id="feed" title={message(language, "follow.feed")} lead={message(language, "follow.feedLead")}>
          <p class="hint">{message(language, "follow.feedBegins", { days: feedDays })}</p>
          {secret !== undefined && (
            <Notice tone="success" title={message(language, "follow.feedMade")}>
              <p class="follow-address">
                <code>{`${url.origin}${links.followFeed(language, secret)}`}</code>
              </p>
              <p>{message(language, "follow.feedOnce")}</p>
              {hadFeed && <p>{message(language, "follow.feedReplaced")}</p>}
            </Notice>
          )}
          <form class="follow-feed" method="post" action={action}>
            <button type="submit" name="intent" value="make-feed">
              {message(language, settings?.hasFeed ? "follow.feedAgain" : "follow.feedMake")}
            </button>
            {(settings?.hasFeed || secret !== undefined) && (
              <button type="submit" name="intent" value="revoke-feed" class="button-quiet">
                {message(language, "follow.feedRevoke")}
              </button>
            )}
          </form>
        </Section>
        <p class="hint">
          {message(language, "follow.privacy", { name: localize({ [language]: actor.name }, language).text })}
        </p>
      </>
    ),
  };
}
