/** How a queue is kept. None of these was tuned by measuring; where one was, it says so. */
export const queueLimits = {
  /** Files that are sent at once: a statement of some 200 kB. Higher, more memory and a longer wait before the
   * first is taken; lower, more time for the way to the database and back. */
  sentAtOnce: 1000,

  /** Bytes of files that are sent at once within their jobs (16 MiB), whatever their number. Higher, more
   * memory; lower, more ways to the database and back. */
  bytesAtOnce: 16 * 2 ** 20,

  /** The largest file that goes into its job, in bytes (4 MiB): a scanned page. Higher, the database grows
   * and slows down; lower, photos are refused. */
  inlineBytes: 4 * 2 ** 20,

  /** Seconds without a sign of life after which a job is taken from its worker; 10 is the least that pg-boss
   * takes. Higher, what a worker that died has held waits for longer; lower, a slow database loses jobs
   * that are being read. Ten times `beatSeconds`, so that a few that are missed do no harm. */
  heartbeatSeconds: 30,

  /** Seconds between two signs of life of the jobs that a worker holds. Higher, fewer are left before a job is
   * taken away; lower, more writing to the database. */
  beatSeconds: 3,

  /** Seconds between two looks for jobs whose worker died, all workers together. Higher, they wait for longer;
   * lower, more work for the database. */
  superviseSeconds: 5,

  /** Seconds that one file may take (an hour): 200 pages of 18 seconds. Higher, a reader that hangs keeps its
   * core for longer; lower, long documents fail. */
  fileSeconds: 3600,

  /** Seconds that one trial may take (a day). Higher, one that hangs keeps its core for longer; lower, long trials
   * fail. */
  trialSeconds: 24 * 3600,

  /** Times that a job is tried again after an unexpected failure. Higher, one that kills its worker kills more
   * of them; lower, a job is given up for a fault that passes. */
  retries: 3,

  /** Seconds before the first of these; twice as long before each that follows. */
  retrySeconds: 2,

  /** Seconds that a job waits to be taken before it is forgotten (10 years): never. */
  keptSeconds: 10 * 365 * 24 * 3600,

  /** Seconds that a job which is done is remembered (7 days), so that sending its file again does nothing.
   * Higher, the database keeps more rows, about 500 bytes each; lower, sending a list again soon reads
   * its files twice. */
  rememberedSeconds: 7 * 24 * 3600,

  /** Milliseconds between two looks at an empty queue, or for a trial that was sent. Higher, a worker notices new
   * jobs later, and a study its trials; lower, more work for the database, with each of them. */
  pollMs: 1000,

  /** Milliseconds before a database that went away is tried again; twice as long each time, up to
   * `longestRetryMs`. */
  firstRetryMs: 250,

  /** The longest of these waits, in milliseconds. Higher, work goes on later; lower, a database that starts
   * is troubled by all workers. */
  longestRetryMs: 5000,

  /** The longest that a worker waits for its database at its start, in milliseconds. Higher, it says later that an
   * address is wrong; lower, it ends where a database is being started. */
  startMs: 60_000,

  /** Milliseconds after which a database that does not answer counts as not reachable. */
  connectMs: 10_000,

  /** Milliseconds after which a statement that has no answer counts as lost, with its connection (a minute): a
   * network that fell silent closes none. Higher, a worker behind one stands still for longer; lower, a
   * database that is slow is taken for one that is away. */
  answerMs: 60_000,

  /** Connections to the database that a process has at most. A reader needs one for a few milliseconds of each
   * file. Higher, the database meets its `max_connections` with fewer processes; lower, cores wait for each other
   * where files take no longer than that. */
  connections: 4,

  /** Results that are fetched at a time, as they are written to a file. Higher, more memory; lower, more ways to
   * the database and back. */
  resultsAtOnce: 1000,

  /** Minutes over which pages are counted for the rate. Higher, it is steadier; lower, it follows sooner. */
  rateMinutes: 5,
} as const;
