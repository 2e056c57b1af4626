import { type Job, type JobWithMetadata, PgBoss } from "pg-boss";
import type { Trial } from "../tune/trial.ts";
import { queueLimits } from "./limits.ts";
import { makeQueues, queueNames } from "./make_queues.ts";
import { QueueError } from "./queue_error.ts";
import { bossJob, type JobResult, priorities, type QueuedJob } from "./queued_job.ts";
import { type ResultCounts, ResultsTable, type TrialKey } from "./results_table.ts";

const { waiting, dead } = queueNames;

/** The newest version of pg-boss's tables that its release in `deno.json` knows. */
const newestTables = 46;

/** The schema of the database in which pg-boss has its tables. */
const schema = "digits_queue";

/** A job that was taken from the queue, and is its taker's until its heartbeat fails. */
export type TakenJob = Job<QueuedJob>;

/** Jobs of one kind that are not done. */
interface JobCounts {
  /** Those that wait, for the first time or to be tried again. */
  readonly waiting: number;
  /** Those that are worked on. */
  readonly running: number;
  /** Those that were given up. */
  readonly dead: number;
}

/** What became of the files of a queue, and of its trials. */
export interface QueueCounts extends JobCounts, Omit<ResultCounts, "trials"> {
  readonly trials: JobCounts & { readonly done: number };
}

/** A job that was given up. */
export interface DeadJob {
  readonly name: string;
  /** What went wrong the last time. */
  readonly error: string;
}

/** How a queue is opened. */
export interface QueueOptions {
  /** Whether this process looks for jobs whose worker died. */
  readonly isSupervising?: boolean;
  /** As `queueLimits.heartbeatSeconds`; it counts where the queue is made. */
  readonly heartbeatSeconds?: number;
  /** As `queueLimits.answerMs`. */
  readonly answerMs?: number;
  /** Is told what went wrong on the way and was overcome. */
  readonly note?: (message: string) => void;
}

/** A queue of files and trials in a PostgreSQL database, kept by pg-boss (https://pgboss.io), and their results. */
export class WorkQueue {
  readonly #boss: PgBoss;
  readonly #results: ResultsTable;

  private constructor(boss: PgBoss, results: ResultsTable) {
    this.#boss = boss;
    this.#results = results;
  }

  /** Opens a queue, and makes it where it is not there.
   *
   * @throws {QueueError} if the database cannot be reached, does not let in, or was made by a newer release
   */
  static async open(url: URL, options: QueueOptions = {}): Promise<WorkQueue> {
    const { isSupervising = false, answerMs = queueLimits.answerMs, note = (): void => {} } =
      options;
    // pg-boss hands it on to the driver (https://node-postgres.com/apis/client), but does not declare it.
    const forDriver = { query_timeout: answerMs };
    const boss = new PgBoss({
      ...forDriver,
      connectionString: url.href,
      schema,
      max: queueLimits.connections,
      connectionTimeoutMillis: queueLimits.connectMs,
      application_name: "digits",
      supervise: isSupervising,
      superviseIntervalSeconds: queueLimits.superviseSeconds,
      monitorIntervalSeconds: queueLimits.superviseSeconds,
      schedule: false,
      registerInstance: false,
    });
    boss.on("error", ({ message }) => note(message));
    try {
      await boss.start();
      const { table, version } = await ResultsTable.open(boss.getDb());
      if (version > 1 || (await boss.schemaVersion() ?? 0) > newestTables) {
        throw new QueueError(
          url,
          "found tables of a newer release, wanted those of this one; update",
        );
      }
      await makeQueues(boss, options.heartbeatSeconds ?? queueLimits.heartbeatSeconds);
      return new WorkQueue(boss, table);
    } catch (error) {
      await boss.stop({ graceful: false }).catch(() => {});
      throw QueueError.ofDatabase(url, error);
    }
  }

  /** Sends some jobs. Each is sent once, as long as it is remembered; what goes along with a file tells it from others
   * of its name.
   *
   * @returns how many of them were not there yet
   */
  async send(jobs: readonly QueuedJob[]): Promise<number> {
    const ids = await this.#boss.insert(waiting, jobs.map(bossJob), { returnId: true });
    return ids?.length ?? 0;
  }

  /** Takes the trial that waits longest, or else the file. */
  async take(): Promise<TakenJob | undefined> {
    const [job] = await this.#boss.fetch<QueuedJob>(waiting);
    return job;
  }

  /** Gives a sign of life of the jobs that are worked on. */
  async touch(jobs: readonly TakenJob[]): Promise<void> {
    if (jobs.length > 0) await this.#boss.touch(waiting, jobs.map(attempt));
  }

  /** Writes what came of a job, and counts it as done, both or neither.
   *
   * @returns whether it did: not if it was taken away meanwhile, or is done
   */
  async complete(job: TakenJob, result: JobResult): Promise<boolean> {
    return await this.#results.inTransaction(async (db) => {
      const answer = await this.#boss.complete(waiting, attempt(job), null, { db });
      // It is in the documentation (https://pgboss.io/api/jobs), and not in the types.
      const isOurs = (answer as { affected?: number }).affected === 1;
      if (isOurs) await this.#results.add(db, job, result);
      return isOurs;
    });
  }

  /** Says that a job failed for a reason that does not lie in it: it waits to be tried again, or is given up. */
  async fail(job: TakenJob, error: string): Promise<void> {
    await this.#boss.fail(waiting, attempt(job), { message: error });
  }

  /** Whether no job waits, or is worked on. */
  async isDone(): Promise<boolean> {
    const { rows: [{ found }] } = await this.#boss.getDb().executeSql(
      `SELECT EXISTS (SELECT FROM ${schema}.job WHERE name = $1 AND
         state IN ('created', 'retry', 'active')) AS found`,
      [waiting],
    );
    return !found;
  }

  /** What became of the jobs, at this moment: pg-boss's own counts are up to a minute old. */
  async counts(): Promise<QueueCounts> {
    const [{ rows }, { trials: done, ...read }] = await Promise.all([
      this.#boss.getDb().executeSql(
        `SELECT name, state, priority, count(*)::float8 AS count FROM ${schema}.job
         WHERE name IN ($1, $2) AND state IN ('created', 'retry', 'active')
         GROUP BY name, state, priority`,
        [waiting, dead],
      ),
      this.#results.counts(),
    ]);
    const jobs = (kind: keyof typeof priorities): JobCounts => {
      const count = (queue: string, states: readonly string[]): number =>
        rows.filter(({ name, state, priority }) =>
          name === queue && states.includes(state) && priority === priorities[kind]
        ).reduce((sum, { count }) => sum + count, 0);
      return {
        waiting: count(waiting, ["created", "retry"]),
        running: count(waiting, ["active"]),
        dead: count(dead, ["created"]),
      };
    };
    return { ...jobs("file"), ...read, trials: { ...jobs("trial"), done } };
  }

  /** The jobs that were given up, the first of them. */
  async deadJobs(limit: number): Promise<DeadJob[]> {
    const jobs = await this.#boss.findJobs<QueuedJob>(dead, { queued: true, limit });
    return jobs.map(({ data, sourceOutput }) => ({
      name: data.name,
      error: messageOf(sourceOutput),
    }));
  }

  /** A trial that has ended. */
  async trial(key: TrialKey): Promise<Trial | undefined> {
    return await this.#results.trial(key);
  }

  /** Why a trial was given up, if it was. */
  async givenUp({ study, number }: TrialKey): Promise<string | undefined> {
    const options = { data: { study, task: { number } }, queued: true, limit: 1 };
    const [job] = await this.#boss.findJobs(dead, options);
    return job && messageOf(job.sourceOutput);
  }

  /** Sends all jobs that were given up again.
   * @returns how many */
  async retryDead(): Promise<number> {
    let count = 0;
    for (let sent = -1; sent !== 0; count += sent) {
      sent = await this.#boss.redrive(dead, { limit: queueLimits.sentAtOnce });
    }
    return count;
  }

  /** All lines of the files that were read, a few at a time, in the order in which they were written. */
  lines(): AsyncGenerator<string[]> {
    return this.#results.lines();
  }

  async close(): Promise<void> {
    await this.#boss.stop({ graceful: false });
  }
}

/** What tells this taking of a job from others, so that who lost it cannot complete it. */
function attempt({ id, retryCount }: TakenJob): { id: string; retryCount: number } {
  return { id, retryCount };
}

function messageOf(output: JobWithMetadata["sourceOutput"]): string {
  const { message, value } = (output ?? {}) as Record<string, unknown>;
  return String(message ?? value ?? JSON.stringify(output));
}
