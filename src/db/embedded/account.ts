import { readFile, stat } from "node:fs/promises";

/** The user under whom PostgreSQL runs. */
export interface Account {
  uid: number;
  gid: number;
  /** true where that is not the user of this process */
  switched: boolean;
  /** for child_process.spawn */
  spawn: { uid?: number; gid?: number };
}

/**
 * PostgreSQL refuses to run as root. Root therefore runs it as the user to whom the cluster already belongs, or else as
 * `nobody`; everyone else as themselves.
 */
export async function chooseAccount(cluster: string): Promise<Account> {
  const uid = process.getuid?.() ?? 0;
  const gid = process.getgid?.() ?? 0;
  if (uid !== 0) return { uid, gid, switched: false, spawn: {} };
  const owner = await stat(cluster).catch(() => undefined);
  const chosen = owner && owner.uid !== 0 ? { uid: owner.uid, gid: owner.gid } : await findNobody();
  return { ...chosen, switched: true, spawn: chosen };
}

async function findNobody(): Promise<{ uid: number; gid: number }> {
  const accounts = await readFile("/etc/passwd", "utf8").catch(() => "");
  const fields = accounts
    .split("\n")
    .find((line) => line.startsWith("nobody:"))
    ?.split(":");
  // 65534 is what Linux itself maps unknown users to (fs.overflowuid).
  return { uid: Number(fields?.[2] ?? 65_534), gid: Number(fields?.[3] ?? 65_534) };
}
