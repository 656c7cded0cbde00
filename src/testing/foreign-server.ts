import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { chown, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chooseAccount } from "../db/embedded/account.ts";

/** Where Debian and Red Hat put the programs of each PostgreSQL that Renkei supports. */
const installed = [15, 16, 17, 18].flatMap((version) =>
  [`/usr/lib/postgresql/${version}/bin`, `/usr/pgsql-${version}/bin`].map((folder) => ({ version, folder })),
);

/** PostgreSQL servers of this machine that are not ours. */
export const foreignServers = installed.filter(({ folder }) => existsSync(join(folder, "psql")));

export interface ForeignServer {
  /** of the database `postgres`; its user may do everything */
  url: string;
  psql(url: string, args: string[], folder?: string): string;
  stop(): Promise<void>;
}

/** Starts an empty cluster of an installed PostgreSQL on a Unix socket. */
export async function startForeignServer(binFolder: string): Promise<ForeignServer> {
  const folder = await mkdtemp(join(tmpdir(), "foreign-"));
  const account = await chooseAccount(folder);
  if (account.switched) await chown(folder, account.uid, account.gid);
  const cluster = join(folder, "cluster");
  const run = (program: string, args: string[], directory = folder) =>
    execFileSync(join(binFolder, program), args, { ...account.spawn, cwd: directory, encoding: "utf8", stdio: "pipe" });
  const options = `-c listen_addresses='' -c unix_socket_directories='${folder}' -c fsync=off`;
  run("initdb", ["-D", cluster, "-U", "owner", "--auth=trust", "--encoding=UTF8", "--locale=C", "--no-sync"]);
  run("pg_ctl", ["-D", cluster, "-l", join(folder, "log"), "-o", options, "-w", "start"]);
  return {
    url: `postgresql:///postgres?host=${folder}&user=owner`,
    psql: (url, args, directory) => run("psql", ["-X", "-v", "ON_ERROR_STOP=1", ...args, url], directory),
    stop: async () => {
      run("pg_ctl", ["-D", cluster, "-m", "immediate", "-w", "stop"]);
      await rm(folder, { recursive: true, force: true });
    },
  };
}
