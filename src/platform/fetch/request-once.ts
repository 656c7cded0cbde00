import { type Dispatcher, errors, request } from "undici";
import { FetchFailure } from "./fetch-problem.ts";
import { readBody } from "./read-body.ts";

export interface OnceRequest {
  url: URL;
  userAgent: string;
  accept: string;
  etag?: string | null | undefined;
  lastModified?: string | null | undefined;
  largestBytes: number;
  /** whole request, body included */
  longestMilliseconds: number;
}

export interface OnceAnswer {
  status: number;
  /** names in lower case; of several with one name, all, parted by commas */
  headers: Record<string, string>;
  /** empty for redirects and errors, whose bodies nobody reads */
  content: Uint8Array;
}

/** One request and its answer, whatever its status; no redirect is followed. Throws FetchFailure. */
export async function requestOnce(dispatcher: Dispatcher, wanted: OnceRequest): Promise<OnceAnswer> {
  const { url, largestBytes, longestMilliseconds } = wanted;
  const limit = AbortSignal.timeout(longestMilliseconds);
  try {
    const answer = await request(url, {
      dispatcher,
      method: "GET",
      signal: limit,
      headersTimeout: Math.min(longestMilliseconds, 20_000),
      bodyTimeout: Math.min(longestMilliseconds, 20_000),
      headers: {
        "user-agent": wanted.userAgent,
        accept: wanted.accept,
        "accept-language": "zh-CN,zh;q=0.9,ja;q=0.6,en;q=0.5",
        "accept-encoding": "gzip, br, zstd, deflate",
        ...(wanted.etag && { "if-none-match": wanted.etag }),
        ...(wanted.lastModified && { "if-modified-since": wanted.lastModified }),
      },
    });
    const headers = flattenHeaders(answer.headers);
    if (answer.statusCode !== 200) {
      // A short one is read to its end, so that the connection can be used again; a long one is cut off.
      await answer.body.dump({ limit: 16_384 }).catch(() => undefined);
      return { status: answer.statusCode, headers, content: new Uint8Array() };
    }
    if (Number(headers["content-length"] ?? 0) > largestBytes) {
      answer.body.on("error", () => undefined).destroy();
      throw new FetchFailure("final", "too-large", { megabytes: Math.round(largestBytes / 1024 / 1024) });
    }
    const content = await readBody(answer.body, headers["content-encoding"] ?? "", largestBytes);
    return { status: 200, headers, content };
  } catch (error) {
    throw explainFailure(error, url, limit);
  }
}

function flattenHeaders(headers: Record<string, string | string[] | undefined>): Record<string, string> {
  const flat: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers))
    if (value !== undefined) flat[name] = (Array.isArray(value) ? value.join(", ") : value).slice(0, 2_000);
  return flat;
}

const brokenCodes = ["UND_ERR_SOCKET", "UND_ERR_RES_CONTENT_LENGTH_MISMATCH", "ECONNRESET", "EPIPE", "HPE_INVALID"];

function explainFailure(error: unknown, url: URL, limit: AbortSignal): FetchFailure {
  for (let cause = error; cause instanceof Error; cause = cause.cause) if (cause instanceof FetchFailure) return cause;
  const host = url.host;
  if (limit.aborted || error instanceof errors.HeadersTimeoutError || error instanceof errors.BodyTimeoutError)
    return new FetchFailure("temporary", "timeout", { host });
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (code === "UND_ERR_CONNECT_TIMEOUT" || code === "ETIMEDOUT")
    return new FetchFailure("temporary", "timeout", { host });
  if (/CERT|TLS|SSL|SELF_SIGNED|UNABLE_TO_(VERIFY|GET)|ALTNAME/.test(code))
    return new FetchFailure("temporary", "tls", { host, reason: code });
  if (
    brokenCodes.some((known) => code.startsWith(known)) ||
    code.startsWith("HPE_") ||
    code === "UND_ERR_HEADERS_OVERFLOW"
  )
    return new FetchFailure("temporary", "broken", { host });
  return new FetchFailure("temporary", "connect", { host, reason: code || "unknown" });
}
