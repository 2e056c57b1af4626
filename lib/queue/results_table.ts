import type { Db, Job } from "pg-boss";
import { parsedTrial, type Trial } from "../tune/trial.ts";
import { queueLimits } from "./limits.ts";
import type { JobResult, QueuedJob } from "./queued_job.ts";

/** Where the results are kept. Rows are only added. The order of `row_number` is that in which they were
 * written; `page` counts the rows of a file, from 0. A trial is there once, whatever was sent again. */
const create = `
  CREATE SCHEMA IF NOT EXISTS digits;
  CREATE TABLE IF NOT EXISTS digits.format (version int NOT NULL);
  INSERT INTO digits.format SELECT 1 WHERE NOT EXISTS (SELECT FROM digits.format);
  CREATE TABLE IF NOT EXISTS digits.result (
    row_number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    job uuid NOT NULL,
    page int NOT NULL,
    line text NOT NULL,
    read_on timestamptz NOT NULL DEFAULT now()
  );
  CREATE INDEX IF NOT EXISTS result_read_on ON digits.result USING brin (read_on);
  CREATE TABLE IF NOT EXISTS digits.trial (
    study text NOT NULL,
    number int NOT NULL,
    line text NOT NULL,
    PRIMARY KEY (study, number)
  )`;

/** Makes those who create the tables at the same time wait for each other; any number does. */
const lock = 20_260_101;

/** Which trial it is. */
export interface TrialKey {
  /** The digest of its study's plan. */
  readonly study: string;
  /** Of the trial, from 0. */
  readonly number: number;
}

/** What is done. */
export interface ResultCounts {
  /** Trials that have ended. */
  readonly trials: number;
  /** Files that were read. */
  readonly files: number;
  readonly pages: number;
  /** Over the last minutes, or since the first page where that is less. */
  readonly pagesPerMinute: number;
}

/** The tables of results: a line of JSON for each page, and for each trial. */
export class ResultsTable {
  readonly #db: Required<Pick<Db, "executeSql" | "beginTransaction">>;

  private constructor(db: Db) {
    this.#db = db as Required<Db>;
  }

  /** Makes the tables where they are not there.
   *
   * @returns them, and the version of its format, which is 1 unless a newer release made it
   */
  static async open(db: Db): Promise<{ readonly table: ResultsTable; readonly version: number }> {
    const table = new ResultsTable(db);
    const version = await table.inTransaction(async ({ executeSql }) => {
      await executeSql(`SELECT pg_advisory_xact_lock(${lock})`);
      const { rows: [{ found }] } = await executeSql(
        "SELECT to_regclass('digits.trial') IS NOT NULL AS found",
      );
      if (!found) await executeSql(create);
      return (await executeSql("SELECT version FROM digits.format")).rows[0].version;
    });
    return { table, version };
  }

  /** Does some work as a whole, or not at all. */
  async inTransaction<Result>(work: (db: Db) => Promise<Result>): Promise<Result> {
    const { db, commit, rollback } = await this.#db.beginTransaction();
    try {
      const result = await work(db);
      await commit();
      return result;
    } catch (error) {
      await rollback();
      throw error;
    }
  }

  /** Adds what came of a job.
   *
   * @param db of the transaction
   */
  async add(
    db: Db,
    { id, data }: Pick<Job<QueuedJob>, "id" | "data">,
    result: JobResult,
  ): Promise<void> {
    if ("lines" in result) {
      await db.executeSql(
        `INSERT INTO digits.result (job, page, line)
         SELECT $1, page - 1, line FROM unnest($2::text[]) WITH ORDINALITY AS given (line, page)
         ORDER BY page`,
        [id, result.lines],
      );
    } else if (data.kind === "trial") {
      await db.executeSql(
        "INSERT INTO digits.trial (study, number, line) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING",
        [data.study, data.task.number, JSON.stringify(result.trial)],
      );
    }
  }

  /** A trial that has ended. */
  async trial({ study, number }: TrialKey): Promise<Trial | undefined> {
    const { rows: [row] } = await this.#db.executeSql(
      "SELECT line FROM digits.trial WHERE study = $1 AND number = $2",
      [study, number],
    );
    return row && parsedTrial(JSON.parse(row.line));
  }

  /** All lines, as they are at this moment, a few at a time. */
  async *lines(): AsyncGenerator<string[]> {
    const { db, commit, rollback } = await this.#db.beginTransaction();
    try {
      await db.executeSql(
        "DECLARE lines NO SCROLL CURSOR FOR SELECT line FROM digits.result ORDER BY row_number",
      );
      for (;;) {
        const { rows } = await db.executeSql(`FETCH ${queueLimits.resultsAtOnce} FROM lines`);
        if (rows.length === 0) break;
        yield rows.map(({ line }) => line);
      }
      await commit();
    } finally {
      await rollback(); // does nothing after a commit
    }
  }

  async counts(): Promise<ResultCounts> {
    const { rows: [{ files, pages }] } = await this.#db.executeSql(
      "SELECT count(*) FILTER (WHERE page = 0) AS files, count(*) AS pages FROM digits.result",
    );
    const { rows: [{ trials }] } = await this.#db.executeSql(
      "SELECT count(*) AS trials FROM digits.trial",
    );
    const { rows: [{ recent, seconds }] } = await this.#db.executeSql(
      `SELECT count(*) AS recent, extract(epoch FROM now() - min(read_on)) AS seconds
       FROM digits.result WHERE read_on > now() - interval '${queueLimits.rateMinutes} minutes'`,
    );
    // The same minutes where there were none before.
    const minutes = Number(seconds) / 60;
    const pagesPerMinute = recent > 0 && minutes > 0 ? recent / minutes : 0;
    return {
      trials: Number(trials),
      files: Number(files),
      pages: Number(pages),
      pagesPerMinute,
    };
  }
}
