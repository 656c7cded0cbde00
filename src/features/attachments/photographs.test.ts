import sharp from "sharp";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Language } from "../../core/language.ts";
import { openFileStore } from "../../platform/files/file-store.ts";
import { createActor } from "../../testing/actors.ts";
import { type MemberBrowser, type MemberSite, openMemberSite, readPage } from "../../testing/member-site.ts";
import { createApp } from "../../web/app.ts";
import { prepareAssets } from "../../web/assets.ts";
import { links, withQuery } from "../../web/links.ts";
import { refreshRevision } from "../programme/revision.ts";
import { photographsForDocument } from "./photographs.ts";
import { sweepFiles } from "./sweep-files.ts";

let site: MemberSite;
let kitakyushu: MemberBrowser;
let guest: MemberBrowser;
let app: ReturnType<typeof createApp>;
let picture: Buffer;
beforeAll(async () => {
  site = await openMemberSite();
  app = createApp(site.context, await prepareAssets());
  kitakyushu = await site.open("home-government", "kitakyushu");
  guest = await site.open("guest", "kawasaki");
  const exif = { IFD0: { Artist: "SecretArtist" }, IFD3: { GPSLatitudeRef: "N", GPSLatitude: "35/1 41/1 2222/100" } };
  picture = await sharp({ create: { width: 2000, height: 1000, channels: 3, background: "#3366cc" } })
    .withExif(exif)
    .jpeg()
    .toBuffer();
}, 60_000);
afterAll(() => site.close());
beforeEach(async () => {
  await site.context.database.pool.query(`begin; alter table attachments disable trigger user; delete from attachments;
    delete from files; alter table attachments enable trigger user;
    update records set visibility = 'public', removed = false; commit`);
  site.context.cache.clear();
});

const id = "e-con-2014-01";
const address = (language: Language = "ja") => links.recordAttachments(language, "activity", id);
const words = {
  photograph: "yes",
  caption_ja: "北九州市と上海市の協議",
  alt_ja: "長机を挟んで協議している。",
  credit: "北九州市",
};
const file = () => new File([new Uint8Array(picture)], "IMG_0001.JPG");
const send = (fields: Record<string, string | File>, language: Language = "ja") =>
  kitakyushu.post(address(language), {
    intent: "add",
    form_key: crypto.randomUUID(),
    note: "",
    file: file(),
    ...fields,
  });
const edit = (attachment: string, fields: Record<string, string>) =>
  kitakyushu.post(address(), { intent: "describe", attachment, ...fields });

async function findId(): Promise<string> {
  const { rows } = await site.context.database.pool.query("select id from attachments");
  expect(rows).toHaveLength(1);
  return rows[0].id;
}

async function readStored(): Promise<Buffer> {
  const { rows } = await site.context.database.pool.query("select sha256 from attachments");
  return Buffer.from(await openFileStore(site.context.config).read(rows[0].sha256));
}

/** Without a cookie. */
const outside = (path: string) => app.request(`http://renkei.test${path}`);

test("the stored file and what members download hold nothing of what the camera wrote", async () => {
  expect(picture.toString("latin1")).toContain("SecretArtist");
  expect((await send({})).status).toBe(303);
  for (const kept of [
    await readStored(),
    Buffer.from(await (await guest.get(links.attachment("ja", await findId()))).arrayBuffer()),
  ]) {
    expect(kept.toString("latin1")).not.toMatch(/Secret|Exif|GPS/);
    expect((await sharp(kept).metadata()).exif).toBeUndefined();
  }
});

describe("a published photograph", () => {
  test("stands on the public page in three languages, with its words, its size and smaller versions", async () => {
    await send({ ...words, published: "yes", alt_en: "Officials at a long table." });
    const photograph = await findId();
    for (const [language, alt, altLanguage] of [
      ["ja", words.alt_ja, null],
      ["zh", words.alt_ja, "ja"],
      ["en", "Officials at a long table.", null],
    ] as const) {
      const page = await readPage(await outside(links.activity(language, id)));
      const image = page.querySelector(".photograph img");
      expect(image?.getAttribute("alt")).toBe(alt);
      expect(image?.getAttribute("lang")).toBe(altLanguage);
      expect([image?.getAttribute("width"), image?.getAttribute("height")]).toEqual(["2000", "1000"]);
      expect(image?.getAttribute("srcset")).toBe(
        [480, 960, 1600].map((width) => `${links.photograph(language, photograph, width)} ${width}w`).join(", "),
      );
      const caption = page.querySelector(".photograph figcaption")?.textContent;
      expect(caption).toContain(words.caption_ja);
      expect(caption).toContain(
        { ja: "撮影・提供：北九州市", zh: "摄影及提供：北九州市", en: "Photograph: 北九州市" }[language],
      );
    }
    const shown = await outside(links.photograph("ja", photograph, 960));
    expect(shown.headers.get("content-type")).toBe("image/jpeg");
    const { width, height, exif } = await sharp(Buffer.from(await shown.arrayBuffer())).metadata();
    expect([width, height, exif]).toEqual([960, 480, undefined]);
  });

  test("is offered in no other size and under no other name", async () => {
    await send({ ...words, published: "yes" });
    const photograph = await findId();
    for (const path of [
      links.photograph("ja", photograph, 961),
      links.photograph("ja", photograph, 99999),
      links.photograph("ja", photograph.toUpperCase(), 480),
      links.photograph("ja", "../../etc/passwd", 480),
      links.photograph("ja", crypto.randomUUID(), 480),
    ])
      expect((await outside(path)).status).toBe(404);
  });

  test("goes from everywhere public when it is withdrawn, removed, or its record is not for everyone any more", async () => {
    await send({ ...words, published: "yes" });
    const photograph = await findId();
    const publicly = async () => [
      (await outside(links.photograph("ja", photograph, 480))).status,
      (await readPage(await outside(links.activity("ja", id)))).querySelectorAll(".photograph").length,
    ];
    expect(await publicly()).toEqual([200, 1]);
    expect((await edit(photograph, words)).status).toBe(303);
    expect(await publicly()).toEqual([404, 0]);
    expect((await edit(photograph, { ...words, published: "yes" })).status).toBe(303);
    expect(await publicly()).toEqual([200, 1]);
    for (const change of ["visibility = 'members'", "removed = true", "published_version = null"]) {
      const { rows } = await site.context.database.pool.query("select published_version from records where id = $1", [
        id,
      ]);
      await site.context.database.pool.query(`update records set ${change} where id = $1`, [id]);
      await site.context.database.pool.query("update programme_state set revision = revision + 1");
      await refreshRevision(site.context);
      expect((await outside(links.photograph("ja", photograph, 480))).status, change).toBe(404);
      await site.context.database.pool.query(
        "update records set visibility = 'public', removed = false, published_version = $2 where id = $1",
        [id, rows[0].published_version],
      );
      await site.context.database.pool.query("update programme_state set revision = revision + 1");
      await refreshRevision(site.context);
    }
    expect(await publicly()).toEqual([200, 1]);
    expect((await kitakyushu.post(address(), { intent: "remove", attachment: photograph })).status).toBe(303);
    expect(await publicly()).toEqual([404, 0]);
    const { rows } = await site.context.database.pool.query(
      "select action from audit_log where subject = $1 and action like 'photograph.%' order by number",
      [`activity/${id}`],
    );
    expect(rows.slice(-4).map(({ action }) => action)).toEqual([
      "photograph.described",
      "photograph.withdrawn",
      "photograph.described",
      "photograph.published",
    ]);
  });
});

test("a photograph that is not published is for those who see the record", async () => {
  await send(words);
  const photograph = await findId();
  expect((await outside(links.photograph("ja", photograph, 480))).status).toBe(404);
  expect((await outside(links.memberPhotograph("ja", photograph, 480))).status).toBe(303);
  expect((await guest.get(links.memberPhotograph("ja", photograph, 480))).status).toBe(200);
  const page = await readPage(await guest.get(links.memberRecord("zh", "activity", id)));
  expect(page.querySelector(".photograph figcaption")?.textContent).toContain("未公开");
  expect(page.querySelector(".photograph img")?.getAttribute("src")).toBe(
    links.memberPhotograph("zh", photograph, 1600),
  );
  await site.context.database.pool.query("update records set visibility = 'sides' where id = $1", [id]);
  expect((await guest.get(links.memberPhotograph("ja", photograph, 480))).status).toBe(404);
  expect((await kitakyushu.get(links.memberPhotograph("ja", photograph, 480))).status).toBe(200);
});

describe("the form", () => {
  test.each<[Language, Record<string, string>, string, string]>([
    ["ja", { photograph: "yes", alt_ja: "x" }, "photograph-caption-ja", "日本語、中国語、英語のいずれか"],
    ["zh", { photograph: "yes", caption_zh: "x" }, "photograph-alt-ja", "请至少填写一项"],
    ["en", { ...words, alt_en: "x".repeat(251) }, "photograph-alt-en", "within 250 characters"],
    ["ja", { ...words, credit: "あ".repeat(61) }, "photograph-credit", "60文字以内"],
  ])(
    "says in %s what is wrong at the field, keeps what was written, and attaches nothing (%#)",
    async (language, fields, field, text) => {
      const refused = await send(fields, language);
      expect(refused.status).toBe(422);
      const page = await readPage(refused);
      expect(page.querySelector(`#${field}-error`)?.textContent).toContain(text);
      expect(page.querySelector(`#${field}`)?.getAttribute("aria-invalid")).toBe("true");
      expect(page.querySelector("#photograph-photograph")?.hasAttribute("checked")).toBe(true);
      for (const [name, value] of Object.entries(fields))
        if (name.startsWith("caption")) expect(page.querySelector(`[name=${name}]`)?.textContent).toBe(value);
      expect((await site.context.database.pool.query("select from attachments")).rowCount).toBe(0);
    },
  );

  test("takes no photograph that is none, and publishes none of a record that is for members", async () => {
    const text = await send({ ...words, file: new File(["本文"], "a.txt") });
    expect((await readPage(text)).querySelector("#photograph-photograph-error")?.textContent).toContain("JPEG");
    await site.context.database.pool.query("update records set visibility = 'members' where id = $1", [id]);
    const page = await readPage(await send({ ...words, published: "yes" }));
    expect(page.querySelector("#photograph-published")).toBeNull();
    expect((await site.context.database.pool.query("select from attachments")).rowCount).toBe(0);
  });

  test("says in three languages how to make a JPEG of what telephones save", async () => {
    const heic = Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from("ftypheic\0\0\0\0mif1heic")]);
    for (const language of ["ja", "zh", "en"] as const) {
      const refused = await send({ file: new File([heic], "IMG_0002.HEIC") }, language);
      expect(refused.status).toBe(422);
      const text = (await readPage(refused)).querySelector("#attachment-file-error")?.textContent;
      expect(text).toMatch(/IMG_0002\.HEIC.*HEIC.*JPEG/s);
    }
  });

  test("of an image that hangs there already shows what is written, and changes it for those who may", async () => {
    await send(words);
    const photograph = await findId();
    const editing = withQuery(address(), { edit: photograph });
    const page = await readPage(await kitakyushu.get(editing));
    expect(page.querySelector("[name=caption_ja]")?.textContent).toBe(words.caption_ja);
    expect(page.querySelector("[name=photograph]")?.hasAttribute("checked")).toBe(true);
    expect((await guest.get(editing)).status).toBe(404);
    expect((await guest.post(address(), { intent: "describe", attachment: photograph, ...words })).status).toBe(403);
    const refused = await edit(photograph, { photograph: "yes", caption_en: "Talks" });
    expect(refused.status).toBe(422);
    expect((await readPage(refused)).querySelector("#photograph-alt-ja-error")).not.toBeNull();
    expect((await edit(photograph, {})).status).toBe(303);
    const { rows } = await site.context.database.pool.query("select photograph, caption_ja, alt_ja from attachments");
    expect(rows).toEqual([{ photograph: false, caption_ja: null, alt_ja: null }]);
  });
});

describe("for a document", () => {
  const actor = createActor("coordination", "iges");
  const ask = (audience: "public" | "members", language: Language = "zh") =>
    photographsForDocument(site.context, id, { language, audience, actor });

  test("a photograph comes in a size for print, with its words, and stays while a document names it", async () => {
    await send(words);
    expect(await ask("public")).toEqual({ photographs: [] });
    const { photographs } = await ask("members");
    expect(photographs).toEqual([
      {
        sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
        mediaType: "image/jpeg",
        width: 1600,
        height: 800,
        alt: words.alt_ja,
        caption: words.caption_ja,
        credit: "摄影及提供：北九州市",
      },
    ]);
    expect((await ask("members")).photographs).toEqual(photographs);
    const { sha256 } = photographs[0] ?? { sha256: "" };
    const store = openFileStore(site.context.config);
    expect(await sharp(await store.read(sha256)).metadata()).toMatchObject({
      width: 1600,
      height: 800,
      format: "jpeg",
    });
    const query = (text: string) => site.context.database.pool.query(text);
    const late = {
      ...site.context,
      clock: { now: () => new Date(Date.now() + 7_200_000), today: site.context.clock.today },
    };
    await query(`begin; alter table library_documents disable trigger user;
      insert into files values ('${"0".repeat(64)}', 1, 'application/pdf', now());
      insert into library_documents (kind, parameters, language, title, as_of, basis, visibility, content, writer, docx_sha256, pdf_sha256,
        pages, made_by, made_at) values ('activity', '{}', 'zh', 't', '2026-11-22', 'public', 'members', '{"images": ["${sha256}"]}',
        'w', '${"0".repeat(64)}', '${"0".repeat(64)}', 1, 'x', now());
      alter table library_documents enable trigger user; commit`);
    await sweepFiles(late);
    expect(await store.has(sha256)).toBe(true);
    await query(`begin; alter table library_documents disable trigger user; delete from library_documents;
      alter table library_documents enable trigger user; commit`);
    await sweepFiles(late);
    expect(await store.has(sha256)).toBe(false);
  });

  test("one of a record that not every member sees is for none of them, whoever asks", async () => {
    await send({ ...words, published: "yes" });
    expect((await ask("public")).photographs).toHaveLength(1);
    await site.context.database.pool.query("update records set visibility = 'sides' where id = $1", [id]);
    expect((await ask("public")).photographs).toEqual([]);
    expect((await ask("members")).photographs).toEqual([]);
    expect(
      (await photographsForDocument(site.context, "no-such", { language: "ja", audience: "members", actor }))
        .photographs,
    ).toEqual([]);
  });

  test("a WebP becomes what Word shows: JPEG, or PNG where it can be seen through", async () => {
    const clear = sharp({ create: { width: 40, height: 20, channels: 4, background: "#ff000080" } });
    const content = new Uint8Array(await clear.webp().toBuffer());
    await send({ ...words, file: new File([content], "a.webp") });
    expect((await ask("members")).photographs).toMatchObject([{ mediaType: "image/png", width: 40, height: 20 }]);
  });
});
