import { type ChildProcess, execFile, spawn } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { projectRoot } from "../../src/platform/config.ts";

const renkei = join(projectRoot, "bin/renkei");
let folder: string;
let environment: Record<string, string | undefined>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "renkei-command-"));
  environment = {
    ...process.env,
    RENKEI_DATA: join(folder, "data"),
    PORT: "0",
    DATABASE_URL: "",
    LANG: "en_US.UTF-8",
    LC_ALL: "",
  };
});

afterAll(() => rm(folder, { recursive: true, force: true }));

interface Outcome {
  code: number;
  stdout: string;
  stderr: string;
}

/** Runs one command to its end, from a folder that is not the project's. */
async function run(...words: string[]): Promise<Outcome> {
  try {
    const result = await promisify(execFile)(renkei, words, {
      env: environment,
      cwd: folder,
      maxBuffer: 64 * 1024 * 1024,
    });
    return { code: 0, ...result };
  } catch (error) {
    const { code, stdout, stderr } = error as Outcome;
    return { code, stdout, stderr };
  }
}

interface Started {
  process: ChildProcess;
  address: string;
  ended: Promise<number | NodeJS.Signals | null>;
}

async function start(command = renkei, words = ["start"]): Promise<Started> {
  const child = spawn(command, words, { env: environment, cwd: folder, stdio: ["ignore", "pipe", "pipe"] });
  const ended = new Promise<number | NodeJS.Signals | null>((resolve) =>
    child.once("exit", (code, signal) => resolve(code ?? signal)),
  );
  let output = "";
  const address = await new Promise<string>((resolve, reject) => {
    const read = (chunk: Buffer) => {
      output += chunk.toString();
      const found = /ready at (\S+)/.exec(output)?.[1];
      if (found) resolve(found);
    };
    child.stdout.on("data", read);
    child.stderr.on("data", read);
    child.once("exit", () => reject(new Error(output)));
  });
  return { process: child, address, ended };
}

async function overviewTotal(address: string): Promise<number> {
  const response = await fetch(`${address}/api/v1/tables/overview?lang=en`);
  const table = (await response.json()) as { rows: { cells: { total: { figures: { value: number }[] } } }[] };
  return table.rows[0]?.cells.total.figures[0]?.value ?? 0;
}

describe("renkei start", () => {
  test("serves the sample, keeps others out, lets commands in, survives SIGKILL and stops cleanly", async () => {
    const first = await start();
    expect(await overviewTotal(first.address)).toBe(114);

    const second = await run("start");
    expect(second.code).toBe(1);
    expect(second.stderr).toContain("using this data");

    const joined = await run("table", "overview", "--format", "json");
    expect(joined.code).toBe(0);
    expect(JSON.parse(joined.stdout)).toEqual(
      await (await fetch(`${first.address}/api/v1/tables/overview?lang=en`)).json(),
    );
    const checked = await run("check", "--format", "json");
    expect(checked.code).toBe(1);
    expect(JSON.parse(checked.stdout)).toEqual(await (await fetch(`${first.address}/api/v1/findings?lang=en`)).json());

    // In the middle of a replacement: the load either happened or it did not.
    const loading = run("load", join(projectRoot, "programmes/china-air"), "--replace");
    first.process.kill("SIGKILL");
    await first.ended;
    await loading;

    const again = await start();
    expect(await overviewTotal(again.address)).toBe(114);
    again.process.kill("SIGTERM");
    expect(await again.ended).toBe(0);
  });

  test("is where the links lead that a command makes", async () => {
    const server = await start();
    const words = ["--organisation", "fukuoka", "--role", "home-government", "--lang", "ja"];
    const { stdout } = await run("user", "add", "somebody@renkei.example", ...words);
    expect(stdout.startsWith(`${server.address}/ja/invitation/`)).toBe(true);
    expect((await fetch(stdout.trim())).status).toBe(200);
    const { stdout: mails } = await run("outbox", "--format", "json");
    expect(JSON.parse(mails).items[0].links[0]).toContain(`${server.address}/ja/invitation/`);
    server.process.kill("SIGTERM");
    expect(await server.ended).toBe(0);
  });

  test("sees at once what a command has changed", async () => {
    const server = await start();
    const before = (await (await fetch(`${server.address}/readyz`)).json()) as { revision: number };
    expect((await run("load", join(projectRoot, "programmes/china-air"), "--replace")).code).toBe(0);
    await expect
      .poll(async () => ((await (await fetch(`${server.address}/readyz`)).json()) as { revision: number }).revision)
      .toBeGreaterThan(before.revision);
    server.process.kill("SIGINT");
    expect(await server.ended).toBe(0);
  });
});

test("a port that is taken is named, and nothing stays behind", async () => {
  const server = await start();
  const elsewhere = { ...environment, RENKEI_DATA: join(folder, "elsewhere"), PORT: new URL(server.address).port };
  const second = spawn(renkei, ["start"], { env: elsewhere, cwd: folder, stdio: ["ignore", "ignore", "pipe"] });
  let said = "";
  second.stderr.on("data", (chunk: Buffer) => {
    said += chunk.toString();
  });
  expect(await new Promise((resolve) => second.once("exit", resolve))).toBe(1);
  expect(said).toContain(`port ${elsewhere.PORT} is in use`);
  server.process.kill("SIGTERM");
  expect(await server.ended).toBe(0);
});

test("npm start hands a stop signal on", async () => {
  const server = await start("npm", ["start", "--prefix", projectRoot]);
  server.process.kill("SIGTERM");
  await server.ended;
  await expect
    .poll(() =>
      fetch(server.address).then(
        () => "answers",
        () => "stopped",
      ),
    )
    .toBe("stopped");
  const next = await start();
  next.process.kill("SIGTERM");
  expect(await next.ended).toBe(0);
});

test("a server that died is started again where that is asked for, one that was stopped is not", async () => {
  const keeper = spawn(renkei, ["start"], {
    env: { ...environment, RENKEI_RESTART: "1" },
    cwd: folder,
    stdio: ["ignore", "pipe", "pipe"],
  });
  const ended = new Promise((resolve) => keeper.once("exit", (code, signal) => resolve(code ?? signal)));
  let said = "";
  for (const stream of [keeper.stdout, keeper.stderr])
    stream.on("data", (chunk: Buffer) => {
      said += chunk.toString();
    });
  const times = () => said.split("ready at ").length - 1;
  await expect.poll(times, { timeout: 60_000 }).toBe(1);
  const { stdout } = await promisify(execFile)("ps", ["-o", "pid=", "--ppid", String(keeper.pid)]);
  process.kill(Number(stdout), "SIGKILL");
  await expect.poll(times, { timeout: 60_000 }).toBe(2);
  expect(said).toContain("ended with code 137");
  const address = said.slice(said.lastIndexOf("ready at ") + 9).split("\n")[0] ?? "";
  expect((await fetch(`${address}/readyz`)).status).toBe(200);
  keeper.kill("SIGTERM");
  expect(await ended).toBe(0);
  expect(times()).toBe(2);
  await expect(fetch(`${address}/readyz`)).rejects.toThrow();
});

describe("a command line", () => {
  test.each([
    [["nonsense"], "there is no command"],
    [["table"], "needs ID"],
    [["table", "overview", "--format", "odt"], "text, json, csv, xlsx, docx, pdf"],
    [["tables", "--format", "pdf"], "text, json, csv"],
    [["table", "overview", "--as-of", "2015-02-30"], "2016-01-19"],
    [["table", "overview", "extra"], "does not know"],
    [["tables", "--fiscal-year", "2015"], "no option"],
    [["check", "--colour"], "wrong option"],
    [["tables", "--lang", "fr"], "ja, zh or en"],
  ])("%j is wrong usage", async (words, reason) => {
    const { code, stdout, stderr } = await run(...words);
    expect(stderr).toContain(reason);
    expect(code).toBe(2);
    expect(stdout).toBe("");
  });

  test("--help teaches every command in three languages", async () => {
    for (const language of ["ja", "zh", "en"]) {
      const { code, stdout } = await run("--help", "--lang", language);
      expect(code).toBe(0);
      for (const name of [
        "start",
        "migrate",
        "load",
        "export",
        "table",
        "tables",
        "reconcile",
        "check",
        "backup",
        "restore",
      ])
        expect(stdout).toMatch(new RegExp(`^ {2}${name}\\b`, "m"));
    }
    expect((await run("load", "--help")).stdout).toContain("programme-format.md");
  });

  test("an unknown table is not found, with exit code 1", async () => {
    const { code, stderr } = await run("table", "nothing");
    expect(code).toBe(1);
    expect(stderr).toContain("renkei tables lists them");
  });

  test("a table as CSV and a backup that restores", async () => {
    const csv = await run("table", "consultations", "--fiscal-year", "2014", "--format", "csv", "--lang", "zh");
    expect(csv.stdout.startsWith("\uFEFFfiscal_year,activity_id,number,")).toBe(true);
    const archive = join(folder, "all.tar.gz");
    expect((await run("backup", archive)).code).toBe(0);
    expect(await run("restore", archive)).toMatchObject({ code: 1, stderr: expect.stringContaining("--replace") });
    expect((await run("restore", archive, "--replace")).code).toBe(0);
    const bytes = await readFile(archive);
    bytes[Math.floor(bytes.length / 2)] = (bytes[Math.floor(bytes.length / 2)] ?? 0) ^ 1;
    await writeFile(archive, bytes);
    const damaged = await run("restore", archive, "--replace");
    expect(damaged).toMatchObject({ code: 1, stderr: expect.stringContaining("damaged") });
    expect(
      JSON.parse((await run("table", "overview", "--format", "json")).stdout).rows[0].records.length,
    ).toBeGreaterThan(20);
  });
});
