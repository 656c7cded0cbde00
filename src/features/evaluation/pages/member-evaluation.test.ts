import { afterAll, beforeAll, expect, test } from "vitest";
import { message } from "../../../messages/message.ts";
import { createActor } from "../../../testing/actors.ts";
import { type MemberBrowser, type MemberSite, openMemberSite, readPage } from "../../../testing/member-site.ts";
import { links } from "../../../web/links.ts";
import { makeFormKey } from "../../comments/form-key.ts";
import { createEvaluation, openAssessment } from "../evaluations.ts";

let site: MemberSite;
let writer: MemberBrowser;
let kawasaki: MemberBrowser;
let id: string;

beforeAll(async () => {
  site = await openMemberSite();
  [writer, kawasaki] = await Promise.all([site.open("coordination", "iges"), site.open("home-government", "kawasaki")]);
  const actor = createActor("coordination", "iges");
  const given = { kind: "yearly" as const, firstYear: 2015, lastYear: 2015, formKey: makeFormKey() };
  id = await createEvaluation(site.context, actor, given);
  await openAssessment(site.context, actor, id, 1);
});
afterAll(() => site.close());

test("A type decided without its reason: the fold stands open with what was chosen, the error at its field", async () => {
  const answer = await writer.post(links.memberEvaluation("en", id), {
    intent: "type",
    organisation: "tokyo",
    decided: "B",
    "reason-tokyo.ja": "",
  });
  expect(answer.status).toBe(422);
  const page = await readPage(answer);
  const problem = message("en", "evaluation.problem.reason");
  const fold = page.querySelector("details.government-fold:has(#g-tokyo)");
  expect(fold?.hasAttribute("open")).toBe(true);
  expect(fold?.querySelector(".type-decision")?.hasAttribute("open")).toBe(true);
  expect(fold?.querySelector("#decided-tokyo option[selected]")?.getAttribute("value")).toBe("B");
  expect(fold?.querySelector("#field-reason-tokyo-en-error")?.textContent?.trim()).toBe(problem);
  expect(page.querySelector('.notice-error a[href="#field-reason-tokyo-en"]')?.textContent).toBe(problem);
  expect(page.querySelectorAll(".type-decision[open]")).toHaveLength(1);
});

test("Whoever cannot mark a partnership is not asked to; a translation kept is confirmed", async () => {
  const place = links.evaluationAssessment("ja", id, "kawasaki-shenyang");
  const lead = async (browser: MemberBrowser) => (await readPage(await browser.get(place))).querySelector(".lead");
  expect((await lead(kawasaki))?.textContent).toBe(message("ja", "evaluation.assessment.lead"));
  expect((await lead(writer))?.textContent).toBe(message("ja", "evaluation.assessment.leadRead"));
  const done = await readPage(await writer.get(`${place}?done=translated`));
  expect(done.querySelector(".notice-success")?.textContent).toBe(message("ja", "evaluation.done.translated"));
});
