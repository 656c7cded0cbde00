/**
 * Registers a passkey and signs in with one. The page works without: what needs this script stays hidden until the browser
 * shows that it knows WebAuthn (W3C Web Authentication Level 2).
 */
for (const part of document.querySelectorAll<HTMLElement>("[data-passkey]")) {
  const button = part.querySelector("button");
  if (!button || !("PublicKeyCredential" in window)) continue;
  part.hidden = false;
  for (const missing of document.querySelectorAll<HTMLElement>("[data-passkey-missing]")) missing.hidden = true;
  button.addEventListener("click", () => void attempt(part, button));
}

async function attempt(part: HTMLElement, button: HTMLButtonElement): Promise<void> {
  const status = part.querySelector("[role=status]");
  button.disabled = true;
  if (status) status.textContent = "";
  try {
    const outcome = part.dataset.passkey === "add" ? await addPasskey(part) : await signIn();
    if (outcome === "done") {
      location.assign(part.dataset.next ?? "/");
      return;
    }
    if (status) status.textContent = (outcome === "stale" ? part.dataset.stale : part.dataset.failed) ?? "";
  } catch (error) {
    // A person who closes the browser's window has not failed.
    const isCancelled =
      error instanceof DOMException && (error.name === "NotAllowedError" || error.name === "AbortError");
    if (status && !isCancelled) status.textContent = part.dataset.failed ?? "";
  }
  button.disabled = false;
}

type Result = "done" | "failed" | "stale";

async function addPasskey(part: HTMLElement): Promise<Result> {
  const response = await fetch("/api/auth/passkey/generate-register-options");
  if (response.status === 401 || response.status === 403) return "stale";
  if (!response.ok) return "failed";
  const options: CreationOptions = await response.json();
  const credential = await navigator.credentials.create({
    publicKey: {
      ...options,
      challenge: toBytes(options.challenge),
      user: { ...options.user, id: toBytes(options.user.id) },
      excludeCredentials: (options.excludeCredentials ?? []).map(toDescriptor),
    },
  });
  if (!isPublicKey(credential) || !(credential.response instanceof AuthenticatorAttestationResponse)) return "failed";
  const { response: attestation } = credential;
  return post("verify-registration", {
    name: part.querySelector("input")?.value.trim() || undefined,
    response: {
      ...describe(credential),
      response: {
        clientDataJSON: toText(attestation.clientDataJSON),
        attestationObject: toText(attestation.attestationObject),
        transports: attestation.getTransports ? attestation.getTransports() : [],
      },
    },
  });
}

async function signIn(): Promise<Result> {
  const response = await fetch("/api/auth/passkey/generate-authenticate-options");
  if (!response.ok) return "failed";
  const options: RequestOptions = await response.json();
  const credential = await navigator.credentials.get({
    publicKey: {
      ...options,
      challenge: toBytes(options.challenge),
      allowCredentials: (options.allowCredentials ?? []).map(toDescriptor),
      // The server accepts only what the device has asked a fingerprint, a face or a PIN for.
      userVerification: "required",
    },
  });
  if (!isPublicKey(credential) || !(credential.response instanceof AuthenticatorAssertionResponse)) return "failed";
  const { response: assertion } = credential;
  return post("verify-authentication", {
    response: {
      ...describe(credential),
      response: {
        clientDataJSON: toText(assertion.clientDataJSON),
        authenticatorData: toText(assertion.authenticatorData),
        signature: toText(assertion.signature),
        userHandle: assertion.userHandle ? toText(assertion.userHandle) : undefined,
      },
    },
  });
}

async function post(step: string, body: unknown): Promise<Result> {
  const response = await fetch(`/api/auth/passkey/${step}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  if (response.ok) return "done";
  return step === "verify-registration" && response.status === 403 ? "stale" : "failed";
}

interface Descriptor {
  id: string;
  transports?: AuthenticatorTransport[];
}
type CreationOptions = Omit<PublicKeyCredentialCreationOptions, "challenge" | "user" | "excludeCredentials"> & {
  challenge: string;
  user: { id: string; name: string; displayName: string };
  excludeCredentials?: Descriptor[];
};
type RequestOptions = Omit<PublicKeyCredentialRequestOptions, "challenge" | "allowCredentials"> & {
  challenge: string;
  allowCredentials?: Descriptor[];
};

function isPublicKey(credential: Credential | null): credential is PublicKeyCredential {
  return credential instanceof PublicKeyCredential;
}

function describe(credential: PublicKeyCredential) {
  return { id: credential.id, rawId: toText(credential.rawId), type: credential.type, clientExtensionResults: {} };
}

function toDescriptor({ id, transports }: Descriptor): PublicKeyCredentialDescriptor {
  return { id: toBytes(id), type: "public-key", ...(transports ? { transports } : {}) };
}

/** base64url without padding (RFC 4648 §5), as JSON carries bytes. */
function toBytes(text: string): Uint8Array<ArrayBuffer> {
  const plain = atob(text.replace(/-/g, "+").replace(/_/g, "/"));
  const bytes = new Uint8Array(plain.length);
  for (let index = 0; index < plain.length; index += 1) bytes[index] = plain.charCodeAt(index);
  return bytes;
}

function toText(bytes: ArrayBuffer): string {
  let plain = "";
  for (const byte of new Uint8Array(bytes)) plain += String.fromCharCode(byte);
  return btoa(plain).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
}
