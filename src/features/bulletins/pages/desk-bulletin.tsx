import { AppError } from "../../../core/errors.ts";
import { languages } from "../../../core/language.ts";
import { localize } from "../../../core/localized.ts";
import { read } from "../../../db/transaction.ts";
import { RenderError } from "../../../documents/render.ts";
import { message } from "../../../messages/message.ts";
import { LinkList } from "../../../web/components/link-list.tsx";
import { Notice } from "../../../web/components/notices.tsx";
import { PageHeading } from "../../../web/components/page-heading.tsx";
import { Section } from "../../../web/components/section.tsx";
import { links } from "../../../web/links.ts";
import type { ActionHandler, MemberRequest, PageContent, PageHandler } from "../../../web/page.ts";
import { hasPermission } from "../../accounts/actor.ts";
import { approveBulletin, sendAgain } from "../approve-bulletin.ts";
import { isMonth, longestNote } from "../clipping.ts";
import { composeBulletin } from "../compose-bulletin.ts";
import { fingerprint } from "../fingerprint.ts";
import { lacksLanguage, sayApproval, sayIssue, sayTitle } from "../say.ts";
import { seesPreviews } from "../service.ts";
import { findBulletin, listBulletins } from "../store-bulletins.ts";
import { listMonthClippings, listUnclipped } from "../store-clippings.ts";
import { ApproveForm, type ApproveProblem } from "./approve-form.tsx";
import { BulletinFiles } from "./bulletin.tsx";
import { BulletinView } from "./bulletin-view.tsx";
import { readNumber } from "./files.ts";
import { NumberList } from "./number-list.tsx";

export const showDeskBulletin: PageHandler<MemberRequest> = (request) => describeMonth(request);

export const submitDeskBulletin: ActionHandler = async (request) => {
  const { context, actor, language, params, form } = request;
  const month = params.month ?? "";
  if (form.get("intent") === "send-again") {
    const number = Number(form.get("number"));
    if (!Number.isInteger(number)) throw new AppError("invalid-input", { field: "number" });
    await sendAgain(context, actor, month, number);
    return { redirect: links.deskBulletin(language, month, { done: "sent" }) };
  }
  const visibility = form.get("visibility") === "public" ? "public" : "members";
  const note = String(form.get("note") ?? "")
    .replace(/\r\n?/g, "\n")
    .trim();
  const refuse = async (problem: ApproveProblem, places: readonly string[] = []) =>
    ({ page: await describeMonth(request, { problem, places, note, visibility }), status: 409 }) as const;
  if (note.length > longestNote) return refuse("note");
  try {
    await approveBulletin(context, actor, month, {
      visibility,
      note: note === "" ? null : note,
      seen: String(form.get(`seen.${visibility}`) ?? ""),
      ...(form.has("next") && { next: Number(form.get("next")) }),
    });
  } catch (error) {
    if (error instanceof RenderError) return refuse("render", error.places);
    const reason = error instanceof AppError && error.code === "conflict" ? error.details.reason : null;
    // The same person pressed twice while the files were made: it is done.
    if (reason === "approved" && (await isOwnNumber(request, month, Number(form.get("next")))))
      return { redirect: links.deskBulletin(language, month, { done: "approved" }) };
    if (reason === "changed" || reason === "empty" || reason === "approved") return refuse(reason);
    throw error;
  }
  return { redirect: links.deskBulletin(language, month, { done: "approved" }) };
};

async function isOwnNumber({ context, actor }: MemberRequest, month: string, number: number): Promise<boolean> {
  if (!Number.isInteger(number)) return false;
  const bulletin = await read(context.database, (transaction) =>
    findBulletin(transaction, { month, number, members: true }),
  );
  return bulletin?.approvedBy === actor.userId;
}

interface Refused {
  problem: ApproveProblem;
  places: readonly string[];
  note: string;
  visibility: "public" | "members";
}

/** What was issued, for members who neither make nor approve it: the bulletin, and none of the desk's work on it. */
async function describeIssued({ context, language, url }: MemberRequest, month: string): Promise<PageContent> {
  const { numbers, issued } = await read(context.database, async (transaction) => ({
    numbers: await listBulletins(transaction, { members: true, month }),
    issued: await findBulletin(transaction, { month, members: true, number: readNumber(url) }),
  }));
  const state = message(language, issued === null ? "bulletin.desk.notIssued" : "bulletin.desk.readLead");
  return {
    title: sayTitle(month, language),
    description: state,
    area: null,
    unlisted: true,
    trail: [{ text: message(language, "bulletin.title"), href: links.bulletins(language) }],
    body: (
      <>
        <PageHeading
          kicker={message(language, "bulletin.title")}
          title={sayIssue(month, language)}
          lead={state}
          meta={
            issued === null
              ? []
              : [{ term: message(language, "bulletin.meta.state"), value: sayApproval(issued.content, language) }]
          }
          links={[{ text: message(language, "bulletin.desk.public"), href: links.bulletins(language) }]}
        />
        {issued !== null && (
          <BulletinView
            content={issued.content}
            language={language}
            hrefOf={({ item }) => links.deskItem(language, item)}
          />
        )}
        <NumberList numbers={numbers} language={language} mayApprove={false} />
      </>
    ),
  };
}

/** What the next number would be, what is missing in it, and the numbers that went out. */
async function describeMonth(request: MemberRequest, refused?: Refused): Promise<PageContent> {
  const { context, actor, language, params, url } = request;
  const month = params.month ?? "";
  if (!isMonth(month)) throw new AppError("not-found", { kind: "bulletin", id: month });
  if (!seesPreviews(actor)) return describeIssued(request, month);
  const all = await composeBulletin(context, month, { members: true, approved: true });
  const open = await composeBulletin(context, month, { members: false, approved: true });
  const { clippings, unclipped, numbers } = await read(context.database, async (transaction) => ({
    clippings: await listMonthClippings(transaction, month, { members: true, approved: false }),
    unclipped: await listUnclipped(transaction, month),
    numbers: await listBulletins(transaction, { members: true, month }),
  }));
  const waiting = clippings.filter(({ state }) => state !== "approved");
  const title = sayTitle(month, language);
  const done = url.searchParams.get("done");
  return {
    title,
    description: message(language, "bulletin.desk.monthLead"),
    area: null,
    unlisted: true,
    trail: [
      { text: message(language, "bulletin.desk.desk"), href: links.desk(language) },
      { text: message(language, "bulletin.desk.title"), href: links.deskBulletins(language) },
    ],
    body: (
      <>
        <PageHeading
          kicker={message(language, "bulletin.desk.title")}
          title={sayIssue(month, language)}
          lead={message(language, "bulletin.desk.monthLead")}
          meta={[
            {
              term: message(language, "bulletin.meta.entries"),
              value: message(language, "bulletin.count", { count: all.entries.length }),
            },
            {
              term: message(language, "bulletin.desk.waiting"),
              value: message(language, "bulletin.count", { count: waiting.length + unclipped.length }),
            },
          ]}
        />
        {(done === "approved" || done === "sent") && (
          <Notice tone="success">
            <p>{message(language, `bulletin.desk.done.${done}`)}</p>
          </Notice>
        )}
        <NumberList numbers={numbers} language={language} mayApprove={hasPermission(actor, "policies.approve")} />
        {(waiting.length > 0 || unclipped.length > 0) && (
          <Section id="missing" title={message(language, "bulletin.desk.missing")}>
            <LinkList
              items={[
                ...waiting.map(({ item, title: name, state }) => ({
                  text: localize(name, language).text === "" ? item : localize(name, language),
                  href: links.clipping(language, item),
                  note: message(language, `clipping.state.${state}`),
                })),
                ...unclipped.map(({ id, title: name }) => ({
                  text: localize(name, language),
                  href: links.clipping(language, id),
                  note: message(language, "clipping.state.none"),
                })),
              ]}
            />
          </Section>
        )}
        {hasPermission(actor, "policies.approve") && (
          <Section id="approve" title={message(language, "bulletin.desk.approve")}>
            {languages.map((edition) => {
              const count = all.entries.filter((entry) => lacksLanguage(entry, edition)).length;
              return count === 0 ? null : (
                <Notice key={edition} tone="warning">
                  <p>
                    {message(language, "bulletin.desk.japaneseOnly", {
                      language: message(language, `bulletin.languageName.${edition}`),
                      count,
                    })}
                  </p>
                </Notice>
              );
            })}
            <ApproveForm
              language={language}
              month={month}
              seen={{ public: fingerprint(open), members: fingerprint(all) }}
              counts={{ public: open.entries.length, members: all.entries.length }}
              next={(numbers[0]?.number ?? 0) + 1}
              refused={refused}
            />
          </Section>
        )}
        {numbers.length === 0 && all.entries.length > 0 && (
          <Section
            id="files"
            title={message(language, "bulletin.desk.preview")}
            lead={message(language, "bulletin.unapprovedNote")}
          >
            <BulletinFiles
              language={language}
              hrefOf={(ending, edition) => links.deskBulletinFile(edition, month, ending)}
            />
          </Section>
        )}
        {all.entries.length === 0 ? (
          <>
            <p>{message(language, "bulletin.noEntries")}</p>
            <LinkList
              items={[
                { text: message(language, "bulletin.desk.toFound"), href: links.desk(language, { month }) },
                {
                  text: message(language, "bulletin.desk.toKept"),
                  href: links.desk(language, { month, state: "kept" }),
                },
              ]}
            />
          </>
        ) : (
          <BulletinView content={all} language={language} hrefOf={({ item }) => links.clipping(language, item)} />
        )}
      </>
    ),
  };
}
