import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { availableParallelism, cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { sql } from "kysely";
import { loadFolder, openContext } from "../src/cli/open-context.ts";
import { read } from "../src/db/transaction.ts";
import { getPublicResults } from "../src/features/surveys/results.ts";
import { readQuestions, readSubmitted } from "../src/features/surveys/store.ts";
import { countAnswers, countPairs, tallyQuestion } from "../src/features/surveys/tally.ts";
import { readConfig } from "../src/platform/config.ts";

/**
 * A survey with ten thousand answers, on embedded PostgreSQL: what its public page is made of, two questions crossed, and beside
 * it the plain way, which reads all answers and counts them here: `node_modules/.bin/node --import tsx bench/surveys.ts`.
 */
const { values } = parseArgs({ options: { answers: { type: "string", default: "10000" } } });
const answers = Number(values.answers);
const limitMilliseconds = 200;
const rounds = 15;

const folder = await mkdtemp(join(tmpdir(), "renkei-bench-surveys-"));
const context = await openContext(
  { ...readConfig({ ...process.env, RENKEI_DATA: folder }), logLevel: "warn" },
  { purpose: "serve" },
);
try {
  await loadFolder(context, { directory: "programmes/china-air", replace: false, dryRun: false });
  const survey = await makeSurvey();
  const questions = await read(context.database, (transaction) => readQuestions(transaction, survey));
  const results = await measure(async () => {
    context.cache.setRevision(Math.random());
    await getPublicResults(context, survey);
  });
  const counted = await measure(() =>
    read(context.database, (transaction) => countAnswers(transaction, survey, questions)),
  );
  const crossed = await measure(() =>
    read(context.database, (transaction) => countPairs(transaction, survey, "choice", "scale")),
  );
  const plain = await measure(countPlainly);
  await checkSame();
  process.stdout.write(
    `${JSON.stringify(
      {
        measuredOn: Temporal.Now.plainDateISO().toString(),
        machine: { processor: cpus()[0]?.model, cores: availableParallelism(), node: process.version },
        target: {
          what: `results of ${answers} answers, milliseconds`,
          limit: limitMilliseconds,
          measured: results.median,
          met: results.median <= limitMilliseconds,
        },
        results,
        counted,
        crossed,
        plain: { ...plain, timesLonger: Math.round((plain.median / counted.median) * 10) / 10 },
      },
      null,
      2,
    )}\n`,
  );

  /** Reads every answer and counts it in JavaScript: what one would write first. */
  async function countPlainly() {
    const all = await read(context.database, (transaction) => readSubmitted(transaction, survey, answers));
    const counts = new Map<string, Map<string, number>>();
    for (const { answers: given } of all)
      for (const [question, value] of Object.entries(given)) {
        const own = counts.get(question) ?? new Map<string, number>();
        for (const each of Array.isArray(value) ? value : [value]) {
          const key = typeof each === "object" ? "" : String(each);
          own.set(key, (own.get(key) ?? 0) + 1);
        }
        counts.set(question, own);
      }
    return counts;
  }

  /** Both ways must say the same, or the comparison says nothing. */
  async function checkSame() {
    const plainly = await countPlainly();
    const counts = await read(context.database, (transaction) => countAnswers(transaction, survey, questions));
    for (const question of questions.filter(({ id }) => id !== "text"))
      for (const { id, count } of tallyQuestion(question, counts).counts)
        if ((plainly.get(question.id)?.get(id) ?? 0) !== count) throw new Error(`${question.id} ${id}: ${count}`);
  }
} finally {
  await context.database.close();
  await rm(folder, { recursive: true, force: true });
}

async function measure(work: () => Promise<unknown>): Promise<{ median: number; slowest: number }> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const start = performance.now();
    await work();
    // The first round also fills the database's cache.
    if (round > 0) times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  const round = (time: number) => Math.round(time * 10) / 10;
  return { median: round(times[Math.floor(times.length / 2)] ?? 0), slowest: round(times.at(-1) ?? 0) };
}

/** Eight questions of every counted kind, and a text of 200 characters. */
async function makeSurvey(): Promise<string> {
  const id = "survey-bench";
  const choices = Array.from({ length: 6 }, (_, index) => ({
    id: `c${index + 1}`,
    text: { ja: `選択肢${index + 1}` },
  }));
  const scale = { from: 1, to: 5, fromText: { ja: "低" }, toText: { ja: "高" } };
  await sql`
    INSERT INTO survey_items (id, origin, title, fiscal_year, languages, state, results, created_at, changed_at)
    VALUES (${id}, 'member', '{"ja": "測定"}', 2026, '{ja}', 'closed', 'public', now(), now())`.execute(
    context.database.db,
  );
  const kinds = ["choice", "choices", "scale", "choice2", "choices2", "scale2", "scale3", "text"];
  for (const [index, name] of kinds.entries()) {
    const kind = name.replace(/\d$/, "");
    await sql`
      INSERT INTO survey_item_questions (survey, id, position, kind, text, options)
      VALUES (${id}, ${name}, ${index + 1}, ${kind}, '{"ja": "設問"}', ${JSON.stringify({ choices, scale: kind === "scale" ? scale : null })})`.execute(
      context.database.db,
    );
  }
  await sql`
    INSERT INTO survey_answers (id, survey, organisation, state, language, answers, questions_revision, started_at, changed_at, submitted_at)
    SELECT gen_random_uuid(), ${id}, ${randomUUID()} || number, 'submitted', 'ja', jsonb_build_object(
        'choice', 'c' || (number % 6 + 1), 'choices', jsonb_build_array('c1', 'c' || (number % 5 + 2)), 'scale', number % 5 + 1,
        'choice2', 'c' || (number % 4 + 1), 'choices2', jsonb_build_array('c3', 'c' || (number % 2 + 4)), 'scale2', number % 3 + 1,
        'scale3', number % 4 + 2, 'text', repeat('課題', 100)), 1, now(), now(), now()
    FROM generate_series(1, ${answers}::int) AS number`.execute(context.database.db);
  await sql`ANALYZE survey_answers`.execute(context.database.db);
  return id;
}
