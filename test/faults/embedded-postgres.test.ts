import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { chmod, chown, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { isProcessAlive, waitUntil } from "../../src/db/embedded/process.ts";
import { type DatabaseProcess, isServerGone, openProcess, readPostmasterPid, type User } from "./open-process.ts";

const users: [string, User][] =
  process.getuid?.() === 0
    ? [
        ["root", {}],
        ["a normal user", findNormalUser()],
      ]
    : [["this user", {}]];

/** An account other than `nobody`, under which root runs PostgreSQL. */
function findNormalUser(): User {
  const accounts = readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .map((line) => line.split(":"));
  const normal = accounts.find(([name, , uid]) => name !== "nobody" && Number(uid) > 0);
  return { uid: Number(normal?.[2]), gid: Number(normal?.[3]) };
}

describe.each(users)("embedded PostgreSQL as %s", (_, user) => {
  let home: string;
  let data: string;
  let processes: DatabaseProcess[];
  const open = (purpose?: string) => {
    const opened = openProcess(data, user, purpose);
    processes.push(opened);
    return opened;
  };

  beforeEach(async () => {
    home = await mkdtemp(join(tmpdir(), "renkei-home-"));
    await chmod(home, 0o700);
    if (user.uid !== undefined && user.gid !== undefined) await chown(home, user.uid, user.gid);
    data = join(home, "data");
    processes = [];
  });
  afterEach(async () => {
    const lines = (await readFile(join(data, "postgres/cluster/postmaster.pid"), "utf8").catch(() => "")).split("\n");
    for (const opened of processes) await opened.terminate();
    const server = Number(lines[0]);
    if (isProcessAlive(server)) process.kill(server, "SIGQUIT");
    await isServerGone(server);
    if (lines[4]) await rm(lines[4], { recursive: true, force: true });
    await rm(home, { recursive: true, force: true });
  });

  test("SIGTERM stops everything cleanly, and the records are there at the next start", async () => {
    const first = open();
    expect(await first.expectEvent("mode")).toEqual({ mode: "owner" });
    await first.query("create table kept as select 7 as number");
    const server = await readPostmasterPid(data);
    const socket = (await readFile(join(data, "postgres/cluster/postmaster.pid"), "utf8")).split("\n")[4] ?? "";
    expect((await stat(socket)).mode & 0o777).toBe(0o700);
    await first.terminate();
    expect(first.child.exitCode).toBe(0);
    expect(isProcessAlive(server)).toBe(false);
    await expect(stat(socket)).rejects.toThrow("ENOENT");
    expect(await readFile(join(data, "postgres.log"), "utf8")).toContain("database system is shut down");
    expect(await open().query("select number from kept")).toEqual([{ number: 7 }]);
  });

  test("after SIGKILL the next start takes over the server that still runs", async () => {
    const first = open();
    await first.query("create table kept as select 7 as number");
    const server = await readPostmasterPid(data);
    await first.kill();
    expect(isProcessAlive(server)).toBe(true);
    const second = open();
    expect(await second.expectEvent("mode")).toEqual({ mode: "owner" });
    expect(await readPostmasterPid(data)).toBe(server);
    expect(await second.query("select number from kept")).toEqual([{ number: 7 }]);
    await second.terminate();
    expect(await isServerGone(server)).toBe(true);
  });

  test("a second start says who is at work and harms nothing", async () => {
    const first = open();
    await first.expectEvent("mode");
    const { error } = await open().expectEvent("error");
    expect(error).toMatchObject({
      code: "conflict",
      details: { reason: "in-use", owner: { purpose: "serve", pid: first.child.pid, port: 4321 } },
    });
    expect(await first.query("select 1 as one")).toEqual([{ one: 1 }]);
  });

  test("of two first starts at the same moment one wins", async () => {
    const both = [open(), open()];
    const outcomes = await Promise.all(both.map((one) => one.expectEvent("mode", "error")));
    expect(outcomes.filter((outcome) => "mode" in outcome)).toEqual([{ mode: "owner" }]);
    expect(outcomes.filter((outcome) => "error" in outcome)).toMatchObject([{ error: { code: "conflict" } }]);
    expect((await readdir(data)).sort()).toEqual(["postgres", "postgres.log"]);
  });

  test("a command joins the running server and leaves it running", async () => {
    const serving = open();
    await serving.expectEvent("mode");
    const command = open("command");
    expect(await command.expectEvent("mode")).toEqual({ mode: "guest" });
    await command.terminate();
    expect(await serving.query("select 1 as one")).toEqual([{ one: 1 }]);
  });

  test("commands alone share a server, and the last one stops it", async () => {
    const first = open("command");
    expect(await first.expectEvent("mode")).toEqual({ mode: "owner" });
    const second = open("command");
    expect(await second.expectEvent("mode")).toEqual({ mode: "guest" });
    const server = await readPostmasterPid(data);
    await first.terminate();
    expect(await second.query("select 1 as one")).toEqual([{ one: 1 }]);
    await second.terminate();
    expect(await isServerGone(server)).toBe(true);
  });

  test("a lock file whose number belongs to nobody or to another program is no obstacle", async () => {
    const first = open();
    await first.expectEvent("mode");
    const server = await readPostmasterPid(data);
    process.kill(server, "SIGKILL");
    await first.kill();
    await isServerGone(server);
    const second = open();
    expect(await second.expectEvent("mode")).toEqual({ mode: "owner" });

    const again = await readPostmasterPid(data);
    process.kill(again, "SIGKILL");
    await second.kill();
    await isServerGone(again);
    const owner = await stat(join(data, "postgres/cluster"));
    const stranger = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"], {
      uid: owner.uid,
      gid: owner.gid,
      cwd: "/",
    });
    try {
      const lockFile = join(data, "postgres/cluster/postmaster.pid");
      await writeFile(lockFile, (await readFile(lockFile, "utf8")).replace(/^\d+/, String(stranger.pid)));
      expect(await open().expectEvent("mode")).toEqual({ mode: "owner" });
      expect(stranger.exitCode).toBeNull();
    } finally {
      stranger.kill();
    }
  });

  test("a first start killed half-way does not poison the next one", async () => {
    const first = open();
    await first.expectEvent("step");
    await waitUntil(async () => (await readdir(data)).some((name) => name.startsWith("postgres.new-")), 10_000);
    await first.kill();
    expect(await readdir(data)).not.toContain("postgres");
    expect(await open().expectEvent("mode")).toEqual({ mode: "owner" });
    expect((await readdir(data)).sort()).toEqual(["postgres", "postgres.log"]);
  });

  test("the path may be as deep as the system allows, and have spaces and any script", async () => {
    data = join(home, "深い 場所".repeat(12), "x".repeat(200), "データ");
    expect(await open().query("select 1 as one")).toEqual([{ one: 1 }]);
  });

  test("a crash inside the server leaves the owner in place", async () => {
    const first = open();
    await first.expectEvent("mode");
    const holders = "select pid from pg_locks where locktype = 'advisory' and granted";
    const find = async (sql: string) => {
      first.child.stdin?.write(`${sql}\n`);
      const { rows } = await first.expectEvent("rows", "failed");
      return (rows as { pid: number }[] | undefined)?.[0]?.pid;
    };
    const holder = await find(holders);
    const checkpointer = await find("select pid from pg_stat_activity where backend_type = 'checkpointer'");
    process.kill(checkpointer ?? 0, "SIGKILL");
    // Until the server has noticed the crash, the old session still holds the lock.
    const isHeldAgain = async () => ![undefined, holder].includes(await find(holders));
    expect(await waitUntil(isHeldAgain, 30_000)).toBe(true);
    expect((await open().expectEvent("error")).error).toMatchObject({ code: "conflict" });
  });

  test("a cluster of another major version is refused and left alone", async () => {
    const first = open();
    await first.expectEvent("mode");
    await first.terminate();
    await writeFile(join(data, "postgres/cluster/PG_VERSION"), "16\n");
    expect((await open().expectEvent("error")).error).toEqual({
      code: "unavailable",
      details: { reason: "postgres-version", data: "16", program: "18" },
    });
  });

  test.runIf(user.uid)("data of another user is refused with its path", async () => {
    await chown(home, 0, 0);
    await chmod(home, 0o755);
    await mkdir(data, { mode: 0o700 });
    expect((await open().expectEvent("error")).error).toEqual({
      code: "unavailable",
      details: { reason: "data-directory-not-usable", path: data, code: "EACCES" },
    });
  });

  test("a folder prepared by someone else in the shared temporary folder is not trusted", async () => {
    const first = open();
    await first.expectEvent("mode");
    const lockFile = join(data, "postgres/cluster/postmaster.pid");
    const socket = (await readFile(lockFile, "utf8")).split("\n")[4] ?? "";
    await first.terminate();
    await mkdir(socket);
    await chmod(socket, 0o777);
    try {
      await open().expectEvent("mode");
      expect((await readFile(lockFile, "utf8")).split("\n")[4]).not.toBe(socket);
    } finally {
      await rm(socket, { recursive: true });
    }
  });
});
