import { z } from "zod";

export const manifestName = "manifest.json";
export const formatVersion = 1;

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const count = z.number().int().nonnegative();

/** Names that may become paths on disk: nothing but ours. */
const memberName = z
  .string()
  .max(1024)
  .regex(/^(README\.txt|schema\.sql|restore\.sql|rows\/[A-Za-z0-9_]+\.copy|files\/[0-9a-f]{2}\/[0-9a-f]{64})$/);

export const manifestSchema = z.object({
  format: z.literal("renkei-backup"),
  formatVersion: z.literal(formatVersion),
  renkei: z.string(),
  postgresql: z.string(),
  createdAt: z.iso.datetime(),
  migrations: z.array(z.object({ name: z.string(), sha256 })),
  /** in an order in which no row refers to one that comes later */
  tables: z.array(z.object({ name: z.string(), columns: z.array(z.string()), rows: count, member: memberName })),
  sequences: z.array(z.object({ name: z.string(), lastValue: z.string().regex(/^-?\d+$/), isCalled: z.boolean() })),
  /** every other member of the archive, in its order */
  members: z.array(z.object({ name: memberName, size: count, sha256 })),
  /** stored files that the records name and that were lost or damaged already when the archive was made */
  lostFiles: z.array(sha256).default([]),
});

export type Manifest = z.infer<typeof manifestSchema>;
export type BackupTable = Manifest["tables"][number];
export type BackupSequence = Manifest["sequences"][number];
export type BackupMember = Manifest["members"][number];

export type BackupProgress = (event: {
  step: "copy" | "pack" | "verify" | "restore" | "lost";
  name: string;
  rows?: number;
}) => void;
