import { ProviderError } from "./provider-error.ts";

const longestSeconds = 90;
const largestAnswer = 4 * 1024 * 1024;

/**
 * Posts JSON and gives the JSON of the answer. Follows no redirect: it could carry text and key elsewhere. Throws ProviderError, in
 * whose words neither the text nor the key stands.
 */
export async function postJson(url: string, body: object, headers: Record<string, string> = {}): Promise<unknown> {
  const response = await send(url, body, headers);
  if (!response.ok) {
    await response.body?.cancel().catch(() => undefined);
    throw new ProviderError(kindOf(response.status), `HTTP ${response.status}`);
  }
  const text = await readText(response);
  try {
    return JSON.parse(text);
  } catch {
    throw new ProviderError("bad-answer", "no JSON");
  }
}

async function send(url: string, body: object, headers: Record<string, string>): Promise<Response> {
  try {
    return await fetch(url, {
      method: "POST",
      headers: { "content-type": "application/json", accept: "application/json", ...headers },
      body: JSON.stringify(body),
      redirect: "error",
      signal: AbortSignal.timeout(longestSeconds * 1_000),
    });
  } catch (error) {
    throw new ProviderError("unreachable", error instanceof Error ? error.name : "failed");
  }
}

/** 402 and 456 (DeepL): nothing left; 429: too much at once. */
function kindOf(status: number): ProviderError["kind"] {
  if (status === 401 || status === 403) return "auth";
  if (status === 402 || status === 429 || status === 456) return "quota";
  if (status === 413) return "too-large";
  return status >= 500 ? "unreachable" : "bad-answer";
}

async function readText(response: Response): Promise<string> {
  const decoder = new TextDecoder();
  let text = "";
  let size = 0;
  try {
    for await (const chunk of response.body ?? []) {
      size += chunk.length;
      if (size > largestAnswer) throw new ProviderError("bad-answer", "too long");
      text += decoder.decode(chunk, { stream: true });
    }
  } catch (error) {
    if (error instanceof ProviderError) throw error;
    throw new ProviderError("unreachable", "broken off");
  }
  return text + decoder.decode();
}
