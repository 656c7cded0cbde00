/** What went wrong with an address, as data: the words are in `messages/*.json` under `source_problem`. */
export interface FetchProblem {
  code: FetchProblemCode;
  values?: Record<string, string | number>;
}

export const fetchProblemCodes = [
  // never asked for
  "bad-address",
  "scheme",
  "port",
  "credentials",
  "private-address",
  "robots",
  "downgrade",
  // not reached
  "dns",
  "connect",
  "tls",
  "timeout",
  "broken",
  "robots-unreachable",
  "host-waiting",
  // answered, but not with the page
  "not-found",
  "denied",
  "challenge",
  "busy",
  "server-error",
  "status",
  "redirect-loop",
  "redirect-nowhere",
  "too-many-redirects",
  // a body that is not taken
  "too-large",
  "bomb",
  "encoding",
] as const;
export type FetchProblemCode = (typeof fetchProblemCodes)[number];

/** `refused`: it must not be asked for; `final`: asking again would not help; `temporary`: later perhaps. */
export type FailureKind = "refused" | "final" | "temporary";

export class FetchFailure extends Error {
  readonly problem: FetchProblem;
  readonly kind: FailureKind;
  /** before which asking again is useless or impolite */
  readonly retryAt: Date | null;

  constructor(
    kind: FailureKind,
    code: FetchProblemCode,
    values?: Record<string, string | number>,
    retryAt: Date | null = null,
  ) {
    super(values ? `${code} ${JSON.stringify(values)}` : code);
    this.name = "FetchFailure";
    this.problem = values ? { code, values } : { code };
    this.kind = kind;
    this.retryAt = retryAt;
  }
}
