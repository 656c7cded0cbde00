import { createHash } from "node:crypto";
import { once } from "node:events";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { pipeline } from "node:stream/promises";
import { createGzip, gunzipSync } from "node:zlib";
import { extract, type Header, pack } from "tar-stream";
import { appendSeal } from "../features/backup/gzip-seal.ts";
import { type Manifest, manifestName } from "../features/backup/manifest.ts";

export interface ForgedMember {
  name: string;
  content: Buffer;
  type?: Header["type"];
}

export async function readMembers(archive: Buffer): Promise<ForgedMember[]> {
  const reading = extract();
  const members: ForgedMember[] = [];
  reading.on("entry", async (header, stream, next) => {
    members.push({ name: header.name, content: await buffer(Readable.from(stream)) });
    next();
  });
  const finished = once(reading, "finish");
  reading.end(gunzipSync(archive));
  await finished;
  return members;
}

/** An archive changed by `change` whose frame and checksums are right, as someone with intent would make it. */
export async function forgeArchive(
  archive: Buffer,
  change: (members: ForgedMember[]) => ForgedMember[],
  changeManifest: (manifest: Manifest) => Manifest = (manifest) => manifest,
): Promise<Buffer> {
  const [first, ...others] = await readMembers(archive);
  const original: Manifest = JSON.parse(first?.content.toString() ?? "");
  const members = change(others);
  const described = members.map(({ name, content }) => ({
    name,
    size: content.length,
    sha256: createHash("sha256").update(content).digest("hex"),
  }));
  const manifest = changeManifest({ ...original, members: described });
  const packing = pack();
  packing.entry({ name: manifestName }, JSON.stringify(manifest));
  for (const { name, content, type } of members) {
    if (type === "symlink") packing.entry({ name, type, linkname: "/etc/passwd" });
    else packing.entry({ name }, content);
  }
  packing.finalize();
  const chunks: Buffer[] = [];
  await pipeline(Readable.from(packing), createGzip(), appendSeal(), async (source: AsyncIterable<Buffer>) => {
    for await (const chunk of source) chunks.push(chunk);
  });
  return Buffer.concat(chunks);
}
