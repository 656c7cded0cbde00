import pg from "pg";
import { AppError } from "../core/errors.ts";

const { builtins, getTypeParser } = pg.types;
const textArrayOid: number = 1009;
const dateArrayOid = 1182;
const int8ArrayOid = 1016;

/** Connections whose `date` comes back as 'YYYY-MM-DD' (a day has no time zone) and whose `int8` as a number. */
export function createPool(connection: pg.PoolConfig): pg.Pool {
  const pool = new pg.Pool({
    max: 10,
    application_name: `renkei ${process.pid}`,
    // A server behind a dead network must not hang a request for ever.
    connectionTimeoutMillis: 10_000,
    ...connection,
    types: { getTypeParser: chooseParser },
  });
  // An idle connection that the server closed is replaced by the pool; without a listener the process would end.
  pool.on("error", () => undefined);
  // Nor does the pool listen while a connection is lent out: one that breaks between two queries would end the process.
  pool.on("connect", (client) => client.on("error", () => undefined));
  return pool;
}

/** Throws AppError("unavailable", {reason}) where the server cannot hold the records. Returns its version, as "18.4". */
export async function checkServer(pool: pg.Pool): Promise<string> {
  const { rows } = await connectOrExplain(pool);
  const [encoding, version, number] = rows[0] ?? ["", "", "0"];
  if (encoding !== "UTF8") throw new AppError("unavailable", { reason: "encoding", encoding });
  if (Number(number) < 150_000) throw new AppError("unavailable", { reason: "server-version", version, needed: "15" });
  return version.split(" ")[0] ?? version;
}

async function connectOrExplain(pool: pg.Pool): Promise<pg.QueryArrayResult<[string, string, string]>> {
  try {
    return await pool.query({
      rowMode: "array",
      text: `select current_setting('server_encoding'), current_setting('server_version'),
                    current_setting('server_version_num')`,
    });
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const code = "code" in error ? error.code : undefined;
    throw new AppError("unavailable", { reason: "database-unreachable", code, message: error.message });
  }
}

function chooseParser(oid: number, format?: "text" | "binary") {
  if (format === "binary") return getTypeParser(oid, "binary");
  if (oid === builtins.DATE) return keepText;
  if (oid === builtins.INT8) return parseInteger;
  if (oid === dateArrayOid) return parseTexts;
  if (oid === int8ArrayOid) return parseIntegers;
  return getTypeParser(oid, "text");
}

function keepText(value: string): string {
  return value;
}

/** Counts and amounts in minor units stay far below 2^53; a larger one must not be rounded in silence. */
function parseInteger(value: string): number {
  const number = Number(value);
  if (!Number.isSafeInteger(number)) throw new RangeError(`integer out of safe range: ${value}`);
  return number;
}

function parseIntegers(value: string): (number | null)[] {
  return parseTexts(value).map((text) => (text === null ? null : parseInteger(text)));
}

function parseTexts(value: string): (string | null)[] {
  return getTypeParser(textArrayOid, "text")(value);
}
