import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type MemberBrowser, type MemberSite, openMemberSite, readField, readPage } from "../../testing/member-site.ts";
import { openPdf } from "../../testing/open-pdf.ts";
import { readBack } from "../../testing/read-docx.ts";
import { links, withQuery } from "../../web/links.ts";
import { eraseOldMeetingPeople } from "./erase-people.ts";
import { findReminderStage } from "./remind.ts";

let site: MemberSite;
let iges: MemberBrowser;
let saitama: MemberBrowser;
let meeting: string;

beforeAll(async () => {
  site = await openMemberSite();
  iges = await site.open("coordination", "iges");
  saitama = await site.open("home-government", "saitama");
}, 60_000);
afterAll(() => site.close());

const facts = {
  kind: "joint",
  host: "地球環境戦略研究機関",
  "title.ja": "第5回合同会合",
  "title.zh": "第五次联席会议",
  "title.en": "Fifth joint meeting",
  startsOn: "2027-01-21",
  startsAt: "14:00",
  endsOn: "2027-01-21",
  endsAt: "16:30",
  timeZone: "Asia/Shanghai",
  "place.ja": "北京市　日中友好環境保全センター",
  "place.zh": "北京市中日友好环境保护中心",
  languages: "ja",
  interpretation: "simultaneous",
  visibility: "sides",
  invited: "saitama",
  "invited.others": "山西省",
  contactEmail: "office@iges.example",
};
const texts = (page: Document, selector: string) =>
  [...page.querySelectorAll(selector)].map((element) => element.textContent.replace(/\s+/g, " ").trim());

async function savePart(
  browser: MemberBrowser,
  part: string,
  rows: Record<string, string>[],
  language: "ja" | "zh" = "ja",
) {
  const address = links.editMeeting(language, meeting, part);
  const revision = readField(await readPage(await browser.get(address)), "input[name=revision]");
  const fields = rows.flatMap((row, index) => Object.entries(row).map(([name, value]) => [`r${index}.${name}`, value]));
  return browser.post(address, { ...Object.fromEntries(fields), rows: String(rows.length), revision });
}

/** What a browser would send of the form as it is shown. */
function readForm(page: Document): Record<string, string> {
  const form = [...page.querySelectorAll("form")].find((one) => one.querySelector("input[name=revision]"));
  const sent: Record<string, string> = {};
  for (const field of form?.querySelectorAll("input, textarea, select") ?? []) {
    const name = field.getAttribute("name") ?? "";
    const type = field.getAttribute("type");
    if (name === "" || name.startsWith("_") || type === "submit") continue;
    if ((type === "checkbox" || type === "radio") && !field.hasAttribute("checked")) continue;
    const value =
      field.tagName === "SELECT"
        ? (field.querySelector("option[selected]") ?? field.querySelector("option"))?.getAttribute("value")
        : field.tagName === "TEXTAREA"
          ? field.textContent
          : field.getAttribute("value");
    sent[name] = name in sent && value ? `${sent[name]};${value}` : (value ?? "");
  }
  return sent;
}

test("a meeting is called; what contradicts itself is named at the field and nothing is lost", async () => {
  const address = links.newMeeting("ja");
  const form_key = readField(await readPage(await iges.get(address)), "input[name=form_key]");
  const wrong = await iges.post(address, { ...facts, form_key, endsOn: "2027-01-20", contactEmail: "nobody" });
  expect(wrong.status).toBe(422);
  const page = await readPage(wrong);
  expect(texts(page, ".error-summary li")).toEqual(
    [
      "終了日：開始より前になっています。",
      "問い合わせ先のメールアドレス：メールアドレスの形になっていません。",
    ].toSorted(),
  );
  expect(readField(page, "input[name='title.ja']")).toBe("第5回合同会合");
  const made = await iges.post(address, { ...facts, form_key });
  expect(made.status).toBe(303);
  expect((await iges.post(address, { ...facts, form_key })).headers.get("location")).toBe(made.headers.get("location"));
  meeting = /meetings\/([0-9a-f-]+)/.exec(made.headers.get("location") ?? "")?.[1] ?? "";
  const shown = await readPage(await saitama.get(links.meeting("zh", meeting)));
  expect(texts(shown, ".meeting-facts dd")[0]).toBe("2027年1月21日（周四）14:00至16:30（中国标准时间）");
});

test("the two sides see it and name their people; addresses are for the secretariat and the own office", async () => {
  const people = [
    {
      "name.zh": "李伟",
      "name.en": "Li Wei",
      organisation: "山西省",
      role: "speaker",
      language: "zh",
      email: "li@shanxi.example",
      answer: "invited",
    },
    { "name.ja": "高橋 明", organisation: "環境省", role: "chair", language: "ja", email: "", answer: "accepted" },
  ];
  expect((await savePart(iges, "participants", people)).status).toBe(303);
  const own = {
    "name.ja": "佐藤 花子",
    "post.ja": "主幹",
    organisation: "saitama",
    role: "participant",
    language: "ja",
    email: "sato@saitama.example",
    answer: "invited",
  };
  expect((await savePart(saitama, "participants", [own])).status).toBe(303);
  expect((await savePart(saitama, "participants", [{ ...own, organisation: "shanxi" }])).status).toBe(422);
  const theirs = await (await saitama.get(links.meeting("ja", meeting))).text();
  expect(theirs).toContain("李伟");
  expect(theirs).toContain("sato@saitama.example");
  expect(theirs).not.toContain("li@shanxi.example");
  const outsider = await site.open("home-government", "fukuoka");
  expect((await outsider.get(links.meeting("ja", meeting))).status).toBe(404);
  expect((await saitama.get(links.editMeeting("ja", meeting, "agenda"))).status).toBe(403);
  const ics = await (await saitama.get(links.meetingCalendar("ja", meeting))).text();
  expect(ics).not.toContain("li@shanxi.example");
  // What is planned is not settled, and is asked of those who are named.
  for (const line of ["METHOD:REQUEST", "STATUS:TENTATIVE"]) expect(ics.split("\r\n")).toContain(line);
});

test("an invitation is a calendar entry in the person's language; cancelling takes it back", async () => {
  const sent = await iges.post(links.meeting("ja", meeting), { intent: "send" });
  // Two people by name, and the account of Saitama.
  expect(sent.headers.get("location")).toContain("number=3");
  const mails = await site.context.database.pool.query<{
    recipient: string;
    subject: string;
    body: string;
    calendar: string;
  }>(
    "SELECT recipient, subject, body, calendar FROM mails WHERE purpose = 'meeting' AND calendar IS NOT NULL ORDER BY recipient",
  );
  const [li, sato] = mails.rows;
  expect(li?.subject).toContain("诚邀参加：第五次联席会议");
  expect(sato?.subject).toContain("第5回合同会合へのご招待");
  // The mail cannot be answered: it says whom to write to.
  expect(li?.body).toContain("office@iges.example");
  const lines = (li?.calendar ?? "").split("\r\n");
  expect(lines.every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
  const whole = lines.join("\n").replaceAll("\n ", "");
  expect(whole).toContain(`UID:meeting-${meeting}@`);
  for (const line of ["METHOD:REQUEST", "SEQUENCE:0", "DTSTART:20270121T060000Z", "DTEND:20270121T083000Z"])
    expect(whole).toContain(line);
  expect(whole.match(/^ATTENDEE/gm)).toHaveLength(1);
  expect(whole).toContain("mailto:office@iges.example");

  const address = links.editMeeting("ja", meeting, "facts");
  const revision = readField(await readPage(await iges.get(address)), "input[name=revision]");
  expect((await iges.post(address, { ...facts, startsAt: "13:00", revision })).status).toBe(303);
  expect((await iges.post(address, { ...facts, startsAt: "12:00", revision })).status).toBe(409);
  const moved = await (await iges.get(links.meetingCalendar("en", meeting))).text();
  expect(moved).toContain("SEQUENCE:1");
});

test("materials, minutes and tasks are followed: late, missing, done with what came of it", async () => {
  const due = { language: "ja", organisation: "埼玉県", due: "2026-01-10" };
  await savePart(iges, "agenda", [
    { "title.ja": "VOC対策の進捗", "title.zh": "VOC治理进展", startsAt: "14:10", minutes: "30" },
    { "title.ja": "閉会の挨拶" },
  ]);
  const tooLate = await savePart(iges, "materials", [{ "title.ja": "埼玉県の発表資料", ...due, due: "2027-03-10" }]);
  expect(texts(await readPage(tooLate), ".error-summary li")).toEqual([
    "1. 期限：会合の最終日（2027年1月21日）より後の期限です。会合までの日付にしてください。",
  ]);
  await savePart(iges, "materials", [{ "title.ja": "埼玉県の発表資料", ...due }]);
  await savePart(iges, "minutes", [{ language: "ja", state: "approved", text: "議長が開会を宣言した。" }]);
  await savePart(iges, "decisions", [
    { "text.ja": "次回は北京で開く。", "text.zh": "下次会议在北京召开。" },
    { "text.zh": "双方确认联络人。" },
  ]);
  const refused = await savePart(iges, "tasks", [{ "text.ja": "研修の候補者を出す", organisation: "", state: "open" }]);
  expect(texts(await readPage(refused), ".error-summary li")).toEqual(["1. 担当機関：入力してください。"]);
  await savePart(iges, "tasks", [
    { "text.ja": "研修の候補者を出す", organisation: "埼玉県", due: "3月末", state: "open" },
  ]);
  // As the help says: a month without a year comes after the meeting.
  expect((await site.context.database.pool.query("SELECT due_to FROM meeting_tasks")).rows).toEqual([
    { due_to: "2027-03-31" },
  ]);

  const page = await readPage(await saitama.get(links.meeting("ja", meeting)));
  const material = page.querySelector(".meeting-materials input[name=row]")?.getAttribute("value") ?? "";
  expect(texts(page, ".meeting-materials .badge-bad")).toEqual(["未提出（期限超過）"]);
  const program = new File([Buffer.from("MZ")], "発表.exe");
  const unwanted = await saitama.post(links.meeting("ja", meeting), { intent: "upload", row: material, file: program });
  expect(texts(await readPage(unwanted), ".form-error")[0]).toContain("「発表.exe」は、プログラムやマクロ");
  const file = new File([Buffer.from("%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n")], "発表.pdf");
  const uploaded = await saitama.post(links.meeting("ja", meeting), { intent: "upload", row: material, file });
  expect(uploaded.headers.get("location")).toContain("done=late");
  const back = await saitama.get(links.meetingMaterial("ja", meeting, material));
  expect(back.headers.get("content-type")).toBe("application/pdf");
  const { rows } = await site.context.database.pool.query(
    "SELECT 1 FROM file_uses JOIN meeting_materials USING (sha256)",
  );
  expect(rows).toHaveLength(1);

  const task = /id="task-([0-9a-f-]+)"/.exec(await (await saitama.get(links.meetingTasks("ja"))).text())?.[1] ?? "";
  const bare = await saitama.post(links.meetingTasks("ja"), {
    intent: "task",
    meeting,
    row: task,
    state: "done",
    note: "",
  });
  expect(bare.status).toBe(422);
  const done = await saitama.post(links.meetingTasks("ja"), {
    meeting,
    row: task,
    state: "done",
    note: "3名を推薦した。",
  });
  expect(done.status).toBe(303);
  // Whoever reads another language is told in which one it was written, and hears it read in that one.
  const inChinese = await readPage(await iges.get(links.meetingTasks("zh")));
  expect(texts(inChinese, ".meeting-note")).toEqual(["3名を推薦した。日文（暂无中文译文）"]);
  expect(inChinese.querySelector(".meeting-note [lang=ja]")?.textContent).toBe("3名を推薦した。");
  const decisions = await readPage(await saitama.get(links.meeting("ja", meeting)));
  expect(texts(decisions, ".meeting-decisions > li")).toEqual([
    "次回は北京で開く。",
    "双方确认联络人。中国語（日本語訳はまだありません）",
  ]);
  expect(decisions.querySelector(".meeting-decisions [lang^=zh]")?.textContent).toBe("双方确认联络人。");
});

test("a form that is sent as it was shown changes nothing and says so", async () => {
  const count = async () => {
    const { rows } = await site.context.database.pool.query(
      "SELECT (SELECT count(*) FROM audit_log) AS logged, revision FROM meetings WHERE id = $1",
      [meeting],
    );
    return rows[0];
  };
  const before = await count();
  for (const part of ["facts", "agenda", "participants", "materials", "minutes", "decisions", "tasks"]) {
    const address = links.editMeeting("ja", meeting, part);
    const sent = await iges.post(address, readForm(await readPage(await iges.get(address))));
    expect([part, sent.headers.get("location")]).toEqual([part, links.meeting("ja", meeting, { done: "same" })]);
  }
  expect(await count()).toEqual(before);
  const page = await readPage(await iges.get(links.meeting("ja", meeting, { done: "same" })));
  expect(texts(page, ".notice")).toContain("入力内容に変更がなかったため、何も保存していません。");
});

test.each([
  [
    "ja",
    ["令和9年1月21日", "埼玉県 御中", "敬具", "VOC対策の進捗"],
    ["中国側", "李伟", "環境省"],
    ["議長が開会を宣言した。", "次回は北京で開く。", "双方确认联络人。（中国語。日本語訳なし）"],
  ],
  [
    "zh",
    ["2027年1月21日", "关于参加第五次联席会议的邀请函", "VOC治理进展", "诚邀贵单位派员出席", "此致", "敬礼"],
    ["中国方", "李伟"],
    [
      "下次会议在北京召开。",
      "研修の候補者を出す（日文，暂无中译）",
      "3名を推薦した。（日文，暂无中译）",
      "暂以原文列出",
    ],
  ],
  ["en", ["21 January 2027", "Invitation to Fifth joint meeting"], ["Li Wei"], ["Decisions"]],
] as const)("letter, list of names and minutes in %s", async (language, letter, names, minutes) => {
  const read = async (document: "invitation" | "name-list" | "minutes") => {
    const address = links.meetingDocument(language, meeting, document, "pdf", { organisation: "saitama" });
    const response = await iges.get(address);
    expect(response.status).toBe(200);
    return (await openPdf(Buffer.from(await response.arrayBuffer()))).texts.join("");
  };
  const plain = (text: string) => text.replaceAll(" ", "");
  for (const [document, wanted] of [
    ["invitation", letter],
    ["name-list", names],
    ["minutes", minutes],
  ] as const) {
    const text = plain(await read(document));
    for (const words of wanted) expect(text).toContain(plain(words));
    expect(text).not.toContain("li@shanxi");
  }
});

test("in Word what is not translated stands in runs of its own language, in lists and in tables", async () => {
  const read = async (document: "minutes" | "agenda") => {
    const response = await iges.get(links.meetingDocument("zh", meeting, document, "docx"));
    return readBack(new Uint8Array(await response.arrayBuffer()));
  };
  const minutes = await read("minutes");
  const languageOf = (text: string) => minutes.find(`//w:r[w:t='${text}']/w:rPr/w:lang/@w:eastAsia`);
  expect(languageOf("研修の候補者を出す")).toEqual(["ja-JP"]);
  expect(languageOf("3名を推薦した。")).toEqual(["ja-JP"]);
  expect(minutes.count("//w:r[w:t='（日文，暂无中译）']")).toBe(2);
  expect(languageOf("（日文，暂无中译）")).toEqual([]);
  const agenda = await read("agenda");
  expect(agenda.find("//w:tc//w:r[w:rPr/w:lang/@w:eastAsia='ja-JP']/w:t")).toEqual(["閉会の挨拶"]);
  expect(agenda.count("//w:tc//w:r[w:t='（日文，暂无中译）']")).toBe(1);
});

test("a letter is kept as it went out; what is not translated is told before and marked inside", async () => {
  const address = links.meeting("ja", meeting);
  const issue = (document: string, language: string, more: Record<string, string> = {}) =>
    iges.post(address, {
      intent: "issue",
      document,
      in: language,
      organisation: "saitama",
      form_key: randomUUID(),
      ...more,
    });
  const gaps = texts(await readPage(await iges.get(address)), ".meeting-gaps li");
  expect(gaps.some((line) => line.includes("英語") && line.includes("議題2件"))).toBe(true);
  const refused = await issue("invitation", "en");
  expect(refused.status).toBe(422);
  expect(texts(await readPage(refused), ".meeting-issue .form-error")[0]).toContain("まだ翻訳されていない");
  const english = await issue("invitation", "en", { untranslated: "yes" });
  expect(english.headers.get("location")).toContain("done=issued");
  const formKey = randomUUID();
  await issue("invitation", "ja", { form_key: formKey });
  const again = await issue("invitation", "ja");
  expect(again.headers.get("location")).toContain("done=unchanged");
  expect(await (await iges.get(again.headers.get("location") ?? "")).text()).toContain("第1版から変更がない");
  await savePart(iges, "agenda", [{ "title.ja": "VOC対策の進捗と課題", "title.zh": "VOC治理进展", startsAt: "14:10" }]);
  expect((await issue("invitation", "ja")).headers.get("location")).toContain("number=2");
  await issue("name-list", "ja");

  const page = await readPage(await saitama.get(address));
  const lines = texts(page, ".meeting-letters > li");
  expect(lines).toHaveLength(4);
  expect(lines.filter((line) => line.includes("新しい版あり"))).toHaveLength(1);
  const hrefs = [...page.querySelectorAll(".meeting-letters a[href$='.pdf']")].map(
    (link) => link.getAttribute("href") ?? "",
  );
  const opened = await Promise.all(
    hrefs.map(async (href) => {
      const pdf = await openPdf(Buffer.from(await (await saitama.get(href)).arrayBuffer()));
      return pdf.texts.join("").replaceAll(" ", "");
    }),
  );
  expect(opened.some((text) => text.includes("VOC対策の進捗(inJapanese;nottranslated)"))).toBe(true);
  expect(opened.filter((text) => text.includes("VOC対策の進捗と課題"))).toHaveLength(1);
  expect(opened.filter((text) => text.includes("第2版"))).toHaveLength(1);
  expect((await saitama.get(links.meetingDocument("ja", meeting, "name-list", "pdf"))).status).toBe(403);
  const shanxi = await site.open("partner-government", "shanxi");
  expect(texts(await readPage(await shanxi.get(address)), ".meeting-letters > li")).toHaveLength(1);
  const { rows } = await site.context.database.pool.query(
    "SELECT 1 FROM file_uses JOIN meeting_letters ON file_uses.sha256 IN (docx_sha256, pdf_sha256)",
  );
  expect(rows).toHaveLength(8);
});

test("a cancelled meeting invites nobody and withdraws its entries; people are erased when their time is over", async () => {
  const cancelled = await iges.post(links.meeting("ja", meeting), { intent: "cancel", reason: "台風のため" });
  expect(cancelled.headers.get("location")).toContain("done=cancelled");
  const refused = await iges.post(links.meeting("ja", meeting), { intent: "send" });
  expect(refused.status).toBe(409);
  expect(texts(await readPage(refused), ".notice-error")).toEqual(["中止した会合には招待を送れません。"]);
  const { rows } = await site.context.database.pool.query<{ calendar: string }>(
    "SELECT calendar FROM mails WHERE purpose = 'meeting' AND calendar LIKE '%METHOD:CANCEL%'",
  );
  expect(rows).toHaveLength(2);
  expect(rows[0]?.calendar).toContain("SEQUENCE:2");
  const listed = texts(
    await readPage(await iges.get(withQuery(links.meetings("ja"), {}))),
    ".is-recorded .meeting-name",
  );
  expect(listed).toHaveLength(5);
  const later = { ...site.context, clock: { now: () => new Date("2040-01-01T00:00:00Z"), today: () => "2040-01-01" } };
  expect(await eraseOldMeetingPeople(later)).toBe(3);
  const left = await readPage(await iges.get(links.meeting("ja", meeting)));
  expect(left.body.textContent).not.toContain("李伟");
  expect(texts(left, ".meeting-letters > li").filter((line) => line.includes("ファイルを削除しました"))).toHaveLength(
    1,
  );
  expect([findReminderStage("2026-03-10", "2026-03-04"), findReminderStage("2026-03-10", "2026-02-01")]).toEqual([
    "before-7",
    null,
  ]);
});

test("an invited organisation that named nobody finds the meeting in its work, among the next dates and in its mail", async () => {
  const soon = Temporal.PlainDate.from(site.context.clock.today()).add({ days: 20 }).toString();
  const form_key = readField(await readPage(await iges.get(links.newMeeting("ja"))), "input[name=form_key]");
  const asked = { ...facts, startsOn: soon, endsOn: soon, "invited.others": "山西省、河北省", form_key };
  const made = await iges.post(links.newMeeting("ja"), asked);
  const id = /meetings\/([0-9a-f-]+)/.exec(made.headers.get("location") ?? "")?.[1] ?? "";
  const shanxi = await site.open("partner-government", "shanxi");
  const hebei = await site.open("partner-government", "hebei");
  const work = await readPage(await hebei.get(links.members("zh")));
  expect(texts(work, "[aria-labelledby=meetings] .work-line > a")).toEqual(["第五次联席会议"]);
  expect(texts(work, "[aria-labelledby=next] .work-line > a")).toEqual(["第五次联席会议"]);
  await iges.post(links.meeting("ja", id), { intent: "send" });
  await iges.post(links.meeting("ja", id), { intent: "send" });
  const told = await site.context.database.pool.query<{ recipient: string; subject: string }>(
    "SELECT recipient, subject FROM mails WHERE starts_with(once_key, $1)",
    [`meeting-member/${id}/`],
  );
  // Of Saitama, Shanxi and Hebei.
  expect(told.rows.length).toBeGreaterThanOrEqual(3);
  expect(new Set(told.rows.map(({ recipient }) => recipient)).size).toBe(told.rows.length);
  meeting = id;
  const li = { "name.zh": "李伟", organisation: "山西省", role: "participant", language: "zh", answer: "accepted" };
  expect((await savePart(shanxi, "participants", [li], "zh")).status).toBe(303);
  const then = await readPage(await shanxi.get(links.members("zh")));
  expect(texts(then, "[aria-labelledby=meetings] .work-line")).toEqual([]);
  expect(texts(then, "[aria-labelledby=next] .work-line > a")).toEqual(["第五次联席会议"]);
});
