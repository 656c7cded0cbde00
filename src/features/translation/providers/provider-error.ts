/** Why a provider gave no translation; the words hold neither text nor key and may go into logs. */
export class ProviderError extends Error {
  readonly kind: "auth" | "quota" | "unreachable" | "bad-answer" | "too-large";

  constructor(kind: ProviderError["kind"], detail: string) {
    super(`${kind}: ${detail}`);
    this.name = "ProviderError";
    this.kind = kind;
  }
}
