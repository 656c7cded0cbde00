import { createHmac, timingSafeEqual } from "node:crypto";

const cookieName = "renkei.session_token";

/** The token of the session that the request's cookie names, where the cookie is one that we signed. */
export function readSessionToken(headers: Headers, secret: string): string | null {
  for (const part of (headers.get("cookie") ?? "").split(";")) {
    const [name = "", value = ""] = part.trim().split("=", 2);
    if (name !== cookieName && name !== `__Secure-${cookieName}`) continue;
    const token = openSigned(value, secret);
    if (token !== null) return token;
  }
  return null;
}

/** As the sign-in library signs: `token.base64(HMAC-SHA-256)`, percent-encoded. */
function openSigned(value: string, secret: string): string | null {
  const [token = "", signature = ""] = decode(value).split(".", 2);
  const expected = createHmac("sha256", secret).update(token).digest();
  const given = Buffer.from(signature, "base64");
  return given.length === expected.length && timingSafeEqual(given, expected) ? token : null;
}

function decode(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return "";
  }
}

/**
 * The cookies of an answer of the sign-in library. The session's cookie loses its end: it lasts as long as the browser runs,
 * and the server alone counts the hours, which slide while someone works.
 */
export function takeCookies(headers: Headers): string[] {
  return headers
    .getSetCookie()
    .map((cookie) =>
      cookie.includes(`${cookieName}=`) && !/Max-Age=0/i.test(cookie)
        ? cookie.replace(/;\s*Max-Age=\d+/i, "").replace(/;\s*Expires=[^;]+/i, "")
        : cookie,
    );
}
