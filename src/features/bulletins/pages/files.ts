import { AppError } from "../../../core/errors.ts";
import type { MemberRequest, PageRequest, RawHandler } from "../../../web/page.ts";
import type { Actor } from "../../accounts/actor.ts";
import { bulletinEndings, openBulletinFile } from "../service.ts";

export const downloadBulletin: RawHandler = (request) => download(request, null);

export const downloadDeskBulletin: RawHandler<MemberRequest> = (request) => download(request, request.actor);

function download({ context, language, params, url }: PageRequest, reader: Actor | null) {
  const file = params.file ?? "";
  const ending = bulletinEndings.find((one) => file.endsWith(`.${one}`));
  if (ending === undefined) throw new AppError("not-found", { kind: "bulletin", id: file });
  const month = file.slice(0, -ending.length - 1);
  return openBulletinFile(context, reader, { month, number: readNumber(url), language, ending }).then(
    ({ content, contentType, fileName }) => ({ content, contentType, fileName }),
  );
}

/** Undefined where the newest is meant; one that no bulletin has is not found. */
export function readNumber(url: URL): number | undefined {
  const text = url.searchParams.get("number");
  if (text === null || text === "") return undefined;
  return /^[1-9]\d{0,3}$/.test(text) ? Number(text) : 0;
}
