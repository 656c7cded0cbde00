import { AppError } from "../core/errors.ts";

/** A sheet or an attachment with the rest of its form; files have limits of their own. */
export const largestFormBytes = 24 * 1024 * 1024;

/**
 * The fields and files of a POST. Throws `too-large` before the body is in memory, whatever its header promised, and
 * `invalid-input` for what is no form.
 */
export async function readForm(request: Request): Promise<FormData> {
  const type = request.headers.get("content-type") ?? "";
  if (!/^(multipart\/form-data|application\/x-www-form-urlencoded)\b/i.test(type))
    throw new AppError("invalid-input", { reason: "not-a-form" });
  const body = await readBody(request);
  try {
    return await new Response(body, { headers: { "content-type": type } }).formData();
  } catch {
    throw new AppError("invalid-input", { reason: "not-a-form" });
  }
}

async function readBody(request: Request): Promise<Uint8Array<ArrayBuffer>> {
  if (Number(request.headers.get("content-length") ?? 0) > largestFormBytes) throw tooLarge();
  const chunks: Uint8Array[] = [];
  let size = 0;
  if (!request.body) return new Uint8Array();
  for await (const chunk of request.body) {
    size += chunk.length;
    if (size > largestFormBytes) throw tooLarge();
    chunks.push(chunk);
  }
  const whole = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}

function tooLarge(): AppError {
  return new AppError("too-large", { limitMegabytes: largestFormBytes / 1024 / 1024 });
}
