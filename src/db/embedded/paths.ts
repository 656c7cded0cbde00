import { join } from "node:path";

/** Where one data directory keeps its database. */
export interface ClusterPaths {
  /** cluster and password in one folder, so that both appear by one rename */
  root: string;
  cluster: string;
  password: string;
  log: string;
}

export function clusterPaths(dataDirectory: string): ClusterPaths {
  const root = join(dataDirectory, "postgres");
  return { root, ...clusterPathsIn(root), log: join(dataDirectory, "postgres.log") };
}

export function clusterPathsIn(root: string): { cluster: string; password: string } {
  return { cluster: join(root, "cluster"), password: join(root, "password") };
}

/**
 * How PostgreSQL is told its own data directory. It runs as another user than root, for whom the way there may be
 * closed (/root has mode 0700); but the child already stands in the folder when its user changes, and the kernel's link
 * to the working directory needs no permission on the folders above.
 */
export function dataDirectoryArgument(cluster: string): string {
  return process.platform === "linux" ? "/proc/self/cwd" : cluster;
}
