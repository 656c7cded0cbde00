import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { projectRoot } from "../../src/platform/config.ts";

const source = (path: string) => JSON.stringify(join(projectRoot, "src", path));
const routes = `import type { MemberRoute, PublicRoute } from ${source("web/page.ts")};
const page = async () => { throw new Error("only its type counts"); };`;
const operations = `import { documentQuery } from ${source("web/api/document-query.ts")};
import { defineMemberOperation, noBody } from ${source("web/api/member-operation.ts")};
const rest = {
  method: "get", path: "/nothing", operation: "nothing", summary: "api.members.tag", description: "api.members.tag",
  query: documentQuery, body: noBody, answer: noBody, run: async () => ({}),
} as const;`;

/** What declares who may use it compiles; what does not is refused, so that the build fails. */
const files = {
  "route-declared.ts": `${routes}\nexport const route: MemberRoute = { path: "/x", access: "members.read", page };`,
  "route-silent.ts": `${routes}\nexport const route: MemberRoute = { path: "/x", page };`,
  "route-unknown.ts": `${routes}\nexport const route: MemberRoute = { path: "/x", access: "members.wish", page };`,
  "public-silent.ts": `${routes}\nexport const route: PublicRoute = { path: "/x", page };`,
  "operation-declared.ts": `${operations}\nexport const one = defineMemberOperation({ ...rest, access: "members.read" });`,
  "operation-silent.ts": `${operations}\nexport const one = defineMemberOperation({ ...rest });`,
  "operation-unknown.ts": `${operations}\nexport const one = defineMemberOperation({ ...rest, access: "everyone" });`,
};

let folder: string;
let complaints: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "renkei-declared-"));
  for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), `${content}\n`);
  const settings = {
    extends: join(projectRoot, "tsconfig.json"),
    compilerOptions: { typeRoots: [join(projectRoot, "node_modules/@types")] },
    include: ["*.ts"],
    exclude: [],
  };
  await writeFile(join(folder, "tsconfig.json"), JSON.stringify(settings));
  await writeFile(join(folder, "package.json"), '{"type":"module"}');
  const compiler = join(projectRoot, "node_modules/.bin/tsc");
  complaints = await promisify(execFile)(compiler, ["--pretty", "false", "-p", "."], { cwd: folder }).then(
    ({ stdout }) => stdout,
    ({ stdout }: { stdout: string }) => stdout,
  );
}, 120_000);

afterAll(() => rm(folder, { recursive: true, force: true }));

test.each(Object.keys(files))("%s", (name) => {
  const own = complaints.split("\n").filter((line) => line.startsWith(`${name}(`));
  if (name.endsWith("-declared.ts")) expect(own).toEqual([]);
  // A type that does not fit: nothing else is wrong with these files, as their declared counterparts show.
  else expect(own.join("\n")).toMatch(/error TS2(322|345|741|769):/);
});
