import { AppError } from "../../core/errors.ts";

/** Where stored files lie and what may be stored; each has a default, so that a test or a small site sets nothing. */
export interface FileSettings {
  /** absent: the folder `files` of the data directory */
  s3?: S3Settings;
  largestUploadBytes: number;
  attachmentsPerRecord: number;
  /** removed attachments are kept this long for the history of their record; 0: for good */
  removedAttachmentYears: number;
  /** names and contacts of trainees are kept this long after the activity; 0: for good */
  participantYears: number;
}

/** A bucket of any store that speaks the S3 protocol, addressed by path. */
export interface S3Settings {
  endpoint: string;
  bucket: string;
  region: string;
  accessKey: string;
  secretKey: string;
}

export const defaultFileSettings: FileSettings = {
  largestUploadBytes: 20 * 1024 * 1024,
  attachmentsPerRecord: 20,
  removedAttachmentYears: 10,
  participantYears: 3,
};

type Environment = Record<string, string | undefined>;

/** Throws AppError("invalid-input", {variable, value, expected}) for nonsense; never names a secret's value. */
export function readFileSettings(environment: Environment): FileSettings {
  const s3 = readS3Settings(environment);
  return {
    ...(s3 && { s3 }),
    // A form with its file is at most 24 MB (web/read-form.ts), so a higher limit could never be used.
    largestUploadBytes: readNumber(environment, "RENKEI_UPLOAD_MEGABYTES", 20, 1, 20) * 1024 * 1024,
    attachmentsPerRecord: readNumber(environment, "RENKEI_UPLOADS_PER_RECORD", 20, 1, 200),
    removedAttachmentYears: readNumber(environment, "RENKEI_RETENTION_ATTACHMENTS_YEARS", 10, 0, 100),
    participantYears: readNumber(environment, "RENKEI_RETENTION_PARTICIPANTS_YEARS", 3, 0, 100),
  };
}

function readS3Settings(environment: Environment): S3Settings | null {
  const names = [
    "RENKEI_S3_ENDPOINT",
    "RENKEI_S3_BUCKET",
    "RENKEI_S3_REGION",
    "RENKEI_S3_ACCESS_KEY",
    "RENKEI_S3_SECRET_KEY",
  ] as const;
  const set = names.filter((name) => environment[name]?.trim());
  if (set.length === 0) return null;
  const need = (variable: (typeof names)[number]): string => {
    const value = environment[variable]?.trim();
    // Half a configuration would put files where nobody looks for them.
    if (!value) throw new AppError("invalid-input", { variable, value: "", expected: `set, as ${set[0]} is` });
    return value;
  };
  const endpoint = need("RENKEI_S3_ENDPOINT").replace(/\/+$/, "");
  if (!URL.canParse(endpoint) || !/^https?:$/.test(new URL(endpoint).protocol))
    throw new AppError("invalid-input", { variable: "RENKEI_S3_ENDPOINT", value: endpoint, expected: "https://…" });
  const bucket = need("RENKEI_S3_BUCKET");
  // Amazon S3 User Guide, "General purpose bucket naming rules".
  if (!/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(bucket))
    throw new AppError("invalid-input", { variable: "RENKEI_S3_BUCKET", value: bucket, expected: "a-z 0-9 . -" });
  return {
    endpoint,
    bucket,
    region: environment.RENKEI_S3_REGION?.trim() || "us-east-1",
    accessKey: need("RENKEI_S3_ACCESS_KEY"),
    secretKey: need("RENKEI_S3_SECRET_KEY"),
  };
}

function readNumber(environment: Environment, variable: string, standard: number, least: number, most: number): number {
  const value = environment[variable]?.trim();
  if (!value) return standard;
  const number = /^\d{1,4}$/.test(value) ? Number(value) : Number.NaN;
  if (number >= least && number <= most) return number;
  throw new AppError("invalid-input", { variable, value, expected: `${least}–${most}` });
}
