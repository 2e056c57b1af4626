import { createHash } from "node:crypto";
import { type Job, type JobWithMetadata, PgBoss } from "pg-boss";
import { queueLimits } from "./limits.ts";
import { QueueError } from "./queue_error.ts";
import type { QueuedFile } from "./queued_file.ts";
import { type ResultCounts, ResultsTable } from "./results_table.ts";

/** The newest version of pg-boss's tables that its release in `deno.json` knows. */
const newestTables = 46;

/** The schema of the database in which pg-boss has its tables. */
const schema = "digits_queue";

const waiting = "files";
const dead = "dead";

/** A file that was taken from the queue, and is its taker's until its heartbeat fails. */
export type TakenFile = Job<QueuedFile>;

/** What became of the files of a queue. */
export interface QueueCounts extends ResultCounts {
  /** Files that wait, for the first time or to be tried again. */
  readonly waiting: number;
  /** Files that are being read. */
  readonly running: number;
  /** Files that were given up. */
  readonly dead: number;
}

/** A file that was given up. */
export interface DeadFile {
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
  /** Is told what went wrong on the way and was overcome. */
  readonly note?: (message: string) => void;
}

/** A queue of files in a PostgreSQL database, kept by pg-boss (https://pgboss.io), and their results. */
export class ReadingQueue {
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
  static async open(url: URL, options: QueueOptions = {}): Promise<ReadingQueue> {
    const { isSupervising = false, note = (): void => {} } = options;
    const boss = new PgBoss({
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
      return new ReadingQueue(boss, table);
    } catch (error) {
      await boss.stop({ graceful: false }).catch(() => {});
      throw QueueError.ofDatabase(url, error);
    }
  }

  /** Sends some files. Each is sent once, as long as it is remembered; what goes along in its job tells it from
   * others of its name.
   *
   * @returns how many of them were not there yet
   */
  async send(files: readonly QueuedFile[]): Promise<number> {
    const jobs = files.map((data) => ({ id: idOf(data), data }));
    const ids = await this.#boss.insert(waiting, jobs, { returnId: true });
    return ids?.length ?? 0;
  }

  /** Takes the file that waits longest. */
  async take(): Promise<TakenFile | undefined> {
    const [job] = await this.#boss.fetch<QueuedFile>(waiting);
    return job;
  }

  /** Gives a sign of life of the files that are being read. */
  async touch(jobs: readonly TakenFile[]): Promise<void> {
    if (jobs.length > 0) await this.#boss.touch(waiting, jobs.map(attempt));
  }

  /** Writes the lines of a file, and counts it as read, both or neither.
   *
   * @returns whether it did: not if it was taken away meanwhile, or is done
   */
  async complete(job: TakenFile, lines: readonly string[]): Promise<boolean> {
    return await this.#results.inTransaction(async (db) => {
      const answer = await this.#boss.complete(waiting, attempt(job), null, { db });
      // It is in the documentation (https://pgboss.io/api/jobs), and not in the types.
      const isOurs = (answer as { affected?: number }).affected === 1;
      if (isOurs) await this.#results.add(db, job.id, lines);
      return isOurs;
    });
  }

  /** Says that a file could not be read for a reason that does not lie in it: it waits to be tried again, or is
   * given up. */
  async fail(job: TakenFile, error: string): Promise<void> {
    await this.#boss.fail(waiting, attempt(job), { message: error });
  }

  /** Whether no file waits, or is being read. */
  async isDone(): Promise<boolean> {
    const { rows: [{ found }] } = await this.#boss.getDb().executeSql(
      `SELECT EXISTS (SELECT FROM ${schema}.job WHERE name = $1 AND
         state IN ('created', 'retry', 'active')) AS found`,
      [waiting],
    );
    return !found;
  }

  /** What became of the files, at this moment: pg-boss's own counts are up to a minute old. */
  async counts(): Promise<QueueCounts> {
    const [{ rows }, read] = await Promise.all([
      this.#boss.getDb().executeSql(
        `SELECT name, state, count(*)::float8 AS count FROM ${schema}.job
         WHERE name IN ($1, $2) AND state IN ('created', 'retry', 'active') GROUP BY name, state`,
        [waiting, dead],
      ),
      this.#results.counts(),
    ]);
    const count = (queue: string, states: readonly string[]): number =>
      rows.filter(({ name, state }) => name === queue && states.includes(state))
        .reduce((sum, { count }) => sum + count, 0);
    return {
      waiting: count(waiting, ["created", "retry"]),
      running: count(waiting, ["active"]),
      dead: count(dead, ["created"]),
      ...read,
    };
  }

  /** The files that were given up, the first of them. */
  async deadFiles(limit: number): Promise<DeadFile[]> {
    const jobs = await this.#boss.findJobs<QueuedFile>(dead, { queued: true, limit });
    return jobs.map(({ data, sourceOutput }) => ({
      name: data.name,
      error: messageOf(sourceOutput),
    }));
  }

  /** Sends all files that were given up again.
   * @returns how many */
  async retryDead(): Promise<number> {
    let count = 0;
    for (let sent = -1; sent !== 0; count += sent) {
      sent = await this.#boss.redrive(dead, { limit: queueLimits.sentAtOnce });
    }
    return count;
  }

  /** All lines of the results, a few at a time, in the order in which they were written. */
  lines(): AsyncGenerator<string[]> {
    return this.#results.lines();
  }

  async close(): Promise<void> {
    await this.#boss.stop({ graceful: false });
  }
}

async function makeQueues(boss: PgBoss, heartbeatSeconds: number): Promise<void> {
  const kept = { retentionSeconds: queueLimits.keptSeconds };
  await boss.createQueue(dead, { ...kept, partition: true });
  await boss.createQueue(waiting, {
    ...kept,
    partition: true,
    deadLetter: dead,
    heartbeatSeconds,
    expireInSeconds: queueLimits.fileSeconds,
    retryLimit: queueLimits.retries,
    retryDelay: queueLimits.retrySeconds,
    retryBackoff: true,
    deleteAfterSeconds: queueLimits.rememberedSeconds,
  });
}

/** The same id for the same file, so that a list can be sent again. */
function idOf({ name, file, bytes, error }: QueuedFile): string {
  const text = JSON.stringify([name, file, bytes, error]);
  const hash = createHash("sha256").update(text).digest("hex");
  // A UUID of version 8, whose bits are free (RFC 9562).
  return [
    hash.slice(0, 8),
    hash.slice(8, 12),
    `8${hash.slice(13, 16)}`,
    `8${hash.slice(17, 20)}`,
    hash.slice(20, 32),
  ].join("-");
}

/** What tells this taking of a job from others, so that who lost it cannot complete it. */
function attempt({ id, retryCount }: TakenFile): { id: string; retryCount: number } {
  return { id, retryCount };
}

function messageOf(output: JobWithMetadata["sourceOutput"]): string {
  const { message, value } = (output ?? {}) as Record<string, unknown>;
  return String(message ?? value ?? JSON.stringify(output));
}
