import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { Readable, Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import { extract } from "tar-stream";
import { AppError } from "../../core/errors.ts";
import { measureSealed, sealLength } from "./gzip-seal.ts";
import { type BackupMember, type Manifest, manifestName, manifestSchema } from "./manifest.ts";
import { createMeter } from "./snapshot.ts";

/** Takes one member; gets every byte of it. */
export type MemberSink = (member: BackupMember, manifest: Manifest) => Promise<Writable> | Writable;

const largestManifestBytes = 64 * 1024 * 1024;

/**
 * Reads an archive from its beginning to its end and checks all of it: seal, order, names, sizes, SHA-256, row
 * counts, nothing missing and nothing besides. Throws AppError("invalid-input", {reason: "archive-damaged", member,
 * problem}); a sink must not take what it got as good before this returns.
 */
export async function readArchive(file: string, sink: MemberSink = discard): Promise<Manifest> {
  const { sealedLength, seal } = await readSeal(file);
  const sealed = measureSealed();
  const archive = extract();
  let manifest: Manifest | undefined;
  let place = manifestName;
  let position = 0;
  const unpacking = pipeline(createReadStream(file, { end: sealedLength - 1 }), sealed.stream, createGunzip(), archive);
  const checking = async () => {
    for await (const entry of archive) {
      const { name, type, size } = entry.header;
      if (type !== "file") throw damaged(name, "not-a-file");
      if (!manifest) {
        if (name !== manifestName || (size ?? 0) > largestManifestBytes) throw damaged(manifestName, "missing");
        manifest = parseManifest(await readText(Readable.from(entry)));
      } else {
        const expected: BackupMember | undefined = manifest.members[position];
        position += 1;
        if (expected?.name !== name) throw damaged(expected?.name ?? name, "out-of-order");
        await passMember(Readable.from(entry), size ?? 0, expected, manifest, sink);
      }
      place = manifest.members[position]?.name ?? "end";
    }
  };
  // The failure of one side ends the other; the first is the cause.
  const failures: unknown[] = [];
  const keep = (error: unknown) => failures.push(error);
  const stop = (error: Error) => {
    keep(error);
    archive.destroy(error);
  };
  await Promise.all([unpacking.catch(keep), checking().catch(stop)]);
  const own = failures.find((failure) => failure instanceof AppError);
  if (own) throw own;
  const failure = failures[0];
  if (failure) throw isDamage(failure) ? damaged(place, describe(failure)) : failure;
  if (!manifest) throw damaged(manifestName, "missing");
  if (position < manifest.members.length) throw damaged(manifest.members[position]?.name, "missing");
  if (!sealed.read().equals(seal)) throw damaged("end", "checksum");
  return manifest;
}

async function readSeal(file: string): Promise<{ sealedLength: number; seal: Buffer }> {
  const handle = await open(file, "r");
  try {
    const { size } = await handle.stat();
    if (size <= sealLength) throw damaged("end", "too-short");
    const seal = Buffer.alloc(sealLength);
    await handle.read(seal, 0, sealLength, size - sealLength);
    return { sealedLength: size - sealLength, seal };
  } finally {
    await handle.close();
  }
}

async function passMember(
  entry: Readable,
  size: number,
  expected: BackupMember,
  manifest: Manifest,
  sink: MemberSink,
): Promise<void> {
  if (size !== expected.size) throw damaged(expected.name, "size");
  const meter = createMeter();
  await pipeline(entry, meter.stream, await sink(expected, manifest));
  const { sha256, lines } = meter.read();
  if (sha256 !== expected.sha256) throw damaged(expected.name, "sha256");
  const table = manifest.tables.find(({ member }) => member === expected.name);
  if (table && table.rows !== lines) throw damaged(expected.name, "row-count");
}

function parseManifest(text: string): Manifest {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    throw damaged(manifestName, "not-json");
  }
  const parsed = manifestSchema.safeParse(content);
  if (!parsed.success) throw damaged(manifestName, parsed.error.issues[0]?.path.join(".") ?? "shape");
  const names = parsed.data.members.map(({ name }) => name);
  if (new Set(names).size !== names.length) throw damaged(manifestName, "members");
  const rows = names.filter((name) => name.startsWith("rows/"));
  if (rows.join() !== parsed.data.tables.map(({ member }) => member).join()) throw damaged(manifestName, "tables");
  return parsed.data;
}

async function readText(stream: Readable): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks).toString("utf8");
}

function discard(): Writable {
  return new Writable({ write: (_chunk, _encoding, done) => done() });
}

function damaged(member: string | undefined, problem: string): AppError {
  return new AppError("invalid-input", { reason: "archive-damaged", member, problem });
}

/** zlib names its errors Z_…; those of tar-stream have no code. What the system or the database says is no damage. */
function isDamage(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (!("code" in error) || error.code === undefined) return true;
  return /^Z_|^ERR_STREAM_PREMATURE_CLOSE$/.test(String(error.code));
}

function describe(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
