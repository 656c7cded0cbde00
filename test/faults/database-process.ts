import { createInterface } from "node:readline";
import { AppError } from "../../src/core/errors.ts";
import { openDatabase } from "../../src/db/open-database.ts";

/**
 * A process of its own that opens the database of `dataDirectory`, then runs each line of stdin as SQL and prints the
 * rows as JSON. SIGTERM or the end of stdin closes the database.
 */
const [dataDirectory = "", purpose] = process.argv.slice(2);
try {
  const database = await openDatabase(
    { dataDirectory, port: 4321 },
    { purpose: purpose === "command" ? "command" : "serve", onProgress: (step) => print({ step }) },
  );
  const close = async () => {
    await database.close();
    print({ closed: true });
    process.exit(0);
  };
  process.once("SIGTERM", close);
  const lines = createInterface({ input: process.stdin });
  lines.on("line", (text) => {
    database.pool.query(text).then(
      ({ rows }) => print({ rows }),
      (error: Error) => print({ failed: error.message }),
    );
  });
  lines.once("close", close);
  // Whoever reads this may send SIGTERM at once.
  print({ mode: database.mode });
} catch (error) {
  print({ error: error instanceof AppError ? { code: error.code, details: error.details } : String(error) });
  process.exit(1);
}

function print(event: object): void {
  process.stdout.write(`${JSON.stringify(event)}\n`);
}
