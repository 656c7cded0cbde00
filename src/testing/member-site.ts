import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseHTML } from "linkedom";
import type { Role } from "../features/accounts/roles.ts";
import type { Context } from "../platform/context.ts";
import { createApp } from "../web/app.ts";
import { prepareAssets } from "../web/assets.ts";
import { createSignedInAccount } from "./accounts.ts";
import { createLoadedContext } from "./context.ts";

const origin = "http://renkei.test";

export interface MemberSite {
  context: Context;
  /** a browser of somebody with this role */
  open(role: Role, organisation: string): Promise<MemberBrowser>;
  close(): Promise<void>;
}

/** Asks as a browser does: with its cookie, and its origin where it sends a form. */
export interface MemberBrowser {
  get(path: string): Promise<Response>;
  post(path: string, fields: Record<string, string | File>): Promise<Response>;
}

/** The site with the sample programme, without a server, on a database and a data folder of its own. */
export async function openMemberSite(): Promise<MemberSite> {
  const folder = await mkdtemp(join(tmpdir(), "member-site-"));
  const loaded = await createLoadedContext();
  const context = { ...loaded, config: { ...loaded.config, dataDirectory: folder } };
  const app = createApp(context, await prepareAssets());
  return {
    context,
    async open(role, organisation) {
      const { cookie } = await createSignedInAccount(context, [{ role, organisation }]);
      return {
        get: async (path) => app.request(`${origin}${path}`, { headers: { cookie } }),
        post: async (path, fields) => {
          const body = new FormData();
          for (const [name, value] of Object.entries(fields)) body.set(name, value);
          return app.request(`${origin}${path}`, { method: "POST", headers: { cookie, origin }, body });
        },
      };
    },
    async close() {
      await context.database.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** A page for looking into. */
export async function readPage(response: Response): Promise<Document> {
  return parseHTML(await response.text()).document;
}

export function readField(page: Document, selector: string): string {
  return page.querySelector(selector)?.getAttribute("value") ?? "";
}
