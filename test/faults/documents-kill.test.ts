import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openContext } from "../../src/cli/open-context.ts";
import { verifyAuditLog } from "../../src/features/audit/verify.ts";
import { remakeKept } from "../../src/features/library/remake-document.ts";
import { getKeptDocument, listDocuments, openDocumentFile } from "../../src/features/library/service.ts";
import { readConfig } from "../../src/platform/config.ts";
import type { Context } from "../../src/platform/context.ts";
import { createActor } from "../../src/testing/actors.ts";
import { links } from "../../src/web/links.ts";
import { signInPeople } from "./member-saves.ts";
import { startServer } from "./start-server.ts";

let folder: string;
let server: Awaited<ReturnType<typeof startServer>>;
let context: Context;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "renkei-documents-kill-"));
  server = await startServer(join(folder, "data"));
  const config = readConfig({ RENKEI_DATA: join(folder, "data"), RENKEI_LOG: "silent" });
  context = await openContext(config, { purpose: "command" });
}, 120_000);
afterAll(async () => {
  await context?.database.close();
  server?.child.kill("SIGTERM");
  if (server && server.child.exitCode === null) await once(server.child, "exit");
  await rm(folder, { recursive: true, force: true });
});

/** Makes documents one after the other; the ids of those that were confirmed, until the site goes away. */
async function keepMaking(address: string, cookie: string): Promise<string[]> {
  const confirmed: string[] = [];
  const path = links.makeDocument("en", "partnership-record");
  for (;;) {
    const form = new URLSearchParams({
      intent: "make",
      subject: "fukuoka-jiangsu",
      language: "zh",
      asOf: "2016-01-19",
      calendar: "gregorian",
      basis: "public",
      maker: "iges",
      visibility: "public",
      note: "",
      form_key: randomUUID(),
    });
    try {
      const response = await fetch(`${address}${path}`, {
        method: "POST",
        redirect: "manual",
        headers: { cookie, origin: address },
        body: form,
      });
      const id = /documents\/([0-9a-f-]{36})/.exec(response.headers.get("location") ?? "")?.[1];
      if (id === undefined) throw new Error(`${response.status} ${(await response.text()).slice(0, 200)}`);
      confirmed.push(id);
    } catch (error) {
      // undici says of a connection that broke off: "fetch failed".
      if (error instanceof TypeError) return confirmed;
      throw error;
    }
  }
}

test("SIGKILL while documents are made: what was confirmed is there, whole, and can be made again", async () => {
  const { officer } = await signInPeople(context);
  const making = keepMaking(server.address, officer);
  // The first one starts the thread and reads the fonts.
  await expect
    .poll(async () => (await listDocuments(context, createActor("coordination", "iges"))).length, { timeout: 30_000 })
    .toBeGreaterThan(1);
  await setTimeout(150);
  server.child.kill("SIGKILL");
  await once(server.child, "exit");
  const confirmed = await making;
  server = await startServer(join(folder, "data"));
  const present = await listDocuments(context, null);
  expect(present.map(({ id }) => id)).toEqual(expect.arrayContaining(confirmed));
  for (const { id } of present) {
    for (const format of ["docx", "pdf"] as const)
      expect((await openDocumentFile(context, null, id, format)).content.length).toBeGreaterThan(1_000);
  }
  const [last = ""] = confirmed.slice(-1);
  const again = await remakeKept(context, await getKeptDocument(context, last));
  expect(again).toMatchObject({ state: "same" });
  expect(await verifyAuditLog(context)).toMatchObject({ sound: true });
}, 120_000);
