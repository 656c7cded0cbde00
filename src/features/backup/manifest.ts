import { z } from "zod";

export const manifestName = "manifest.json";
export const formatVersion = 1;

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const count = z.number().int().nonnegative();

/**
 * Names that may become paths on disk: below one folder, without a step up, an empty part, a control character or a
 * separator of another system.
 */
const memberName = z
  .string()
  .max(1024)
  // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what must not be there
  .regex(/^(README\.txt|schema\.sql|restore\.sql|rows\/[A-Za-z0-9_]+\.copy|files\/[^\\\x00-\x1f]+)$/)
  .refine((name) => name.split("/").every((part) => part !== "" && part !== "." && part !== ".."));

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
});

export type Manifest = z.infer<typeof manifestSchema>;
export type BackupTable = Manifest["tables"][number];
export type BackupSequence = Manifest["sequences"][number];
export type BackupMember = Manifest["members"][number];

export type BackupProgress = (event: {
  step: "copy" | "pack" | "verify" | "restore";
  name: string;
  rows?: number;
}) => void;
