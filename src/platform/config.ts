import { join, resolve } from "node:path";
import { AppError } from "../core/errors.ts";
import { type FetchSettings, readFetchSettings } from "./fetch/fetch-settings.ts";
import { type FileSettings, readFileSettings } from "./files/file-settings.ts";
import { type MailSettings, readMailSettings } from "./mail-settings.ts";
import { readSignInSettings, type SignInSettings } from "./sign-in-settings.ts";
import { readTranslateSettings, type TranslateSettings } from "./translate-settings.ts";

export interface Config extends MailSettings, SignInSettings, TranslateSettings {
  /** absent: Renkei starts its own PostgreSQL in the data directory */
  databaseUrl?: string;
  /** absolute path; holds the database, stored files and logs */
  dataDirectory: string;
  port: number;
  /** address under which readers reach the site, without a slash at its end */
  publicUrl?: string;
  development: boolean;
  /** reverse proxies of ours that add to X-Forwarded-For; 0: callers reach this process themselves */
  trustedProxies: number;
  logLevel: LogLevel;
  /** stored files and how long they and trainees' names are kept; absent: the defaults */
  files?: FileSettings;
  /** how other sites are asked; absent: the defaults */
  fetch?: FetchSettings;
  /** registered identifier of the organisation that publishes, as IATI writes it: `JP-JCN-…` (https://org-id.guide) */
  iatiOrganisation?: string;
}

export const logLevels = ["fatal", "error", "warn", "info", "debug", "trace", "silent"] as const;
export type LogLevel = (typeof logLevels)[number];

export const projectRoot = resolve(import.meta.dirname, "../..");

/** Reads the settings of one process. Throws AppError("invalid-input", {variable, value, expected}) for nonsense. */
export function readConfig(environment: Record<string, string | undefined>): Config {
  const databaseUrl = readText(environment, "DATABASE_URL");
  const publicUrl = readText(environment, "RENKEI_URL");
  const dataDirectory = readText(environment, "RENKEI_DATA");
  const iatiOrganisation = readText(environment, "RENKEI_IATI_ORGANISATION");
  return {
    ...(databaseUrl && { databaseUrl: checkUrl("DATABASE_URL", databaseUrl, ["postgres:", "postgresql:"]) }),
    ...(publicUrl && { publicUrl: checkUrl("RENKEI_URL", publicUrl, ["http:", "https:"]).replace(/\/+$/, "") }),
    dataDirectory: dataDirectory ? resolve(dataDirectory) : join(projectRoot, "data"),
    port: readPort(readText(environment, "PORT")),
    trustedProxies: readProxies(readText(environment, "RENKEI_PROXIES")),
    development: environment.NODE_ENV === "development",
    logLevel: readLogLevel(readText(environment, "RENKEI_LOG")),
    files: readFileSettings(environment),
    fetch: readFetchSettings(environment),
    ...(iatiOrganisation && { iatiOrganisation: checkIatiReference(iatiOrganisation) }),
    ...readMailSettings(environment),
    ...readSignInSettings(environment, publicUrl),
    ...readTranslateSettings(environment),
  };
}

/** An empty variable counts as absent, as shells and container files often set one that way. */
function readText(environment: Record<string, string | undefined>, variable: string): string | undefined {
  return environment[variable]?.trim() || undefined;
}

function checkUrl(variable: string, value: string, protocols: string[]): string {
  if (!URL.canParse(value) || !protocols.includes(new URL(value).protocol)) {
    // The value of DATABASE_URL carries a password, so it must not reach a log through the error.
    const shown = variable === "DATABASE_URL" ? "(hidden)" : value;
    throw new AppError("invalid-input", {
      variable,
      value: shown,
      expected: protocols.map((p) => `${p}//…`).join(", "),
    });
  }
  return value;
}

/** {list}-{number} of the IATI standard; `/`, `&`, `|` and `?` are not allowed in it. */
function checkIatiReference(value: string): string {
  if (/^[A-Z]{2}-[A-Z0-9_]+-[^\s/&|?]+$/.test(value)) return value;
  throw new AppError("invalid-input", { variable: "RENKEI_IATI_ORGANISATION", value, expected: "JP-JCN-…" });
}

function readProxies(value: string | undefined): number {
  if (value === undefined) return 0;
  if (!/^[0-9]$/.test(value))
    throw new AppError("invalid-input", { variable: "RENKEI_PROXIES", value, expected: "0–9" });
  return Number(value);
}

function readPort(value: string | undefined): number {
  if (value === undefined) return 3000;
  const port = /^\d{1,5}$/.test(value) ? Number(value) : Number.NaN;
  // 0 asks the system for any free port, which tests use.
  if (!(port <= 65_535)) throw new AppError("invalid-input", { variable: "PORT", value, expected: "0–65535" });
  return port;
}

function readLogLevel(value: string | undefined): LogLevel {
  if (value === undefined) return "info";
  const level = logLevels.find((known) => known === value);
  if (!level) throw new AppError("invalid-input", { variable: "RENKEI_LOG", value, expected: logLevels.join(", ") });
  return level;
}
