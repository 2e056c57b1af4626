import { profileNamed } from "@lib/base/profile.ts";
import type { QueuedTrial } from "@lib/queue/queued_trial.ts";
import { TrialSender } from "@lib/queue/trial_sender.ts";
import { type TakenJob, WorkQueue } from "@lib/queue/work_queue.ts";
import type { StudyPlan } from "@lib/tune/study_plan.ts";
import type { Trial } from "@lib/tune/trial.ts";
import { type TrialTask, trialTask } from "@lib/tune/trial_task.ts";
import { assertEquals, assertStringIncludes } from "../support/assert.ts";
import { runTask } from "../support/run_task.ts";
import { noPostgres, withPostgres } from "../support/with_postgres.ts";

const plan: StudyPlan = {
  profile: profileNamed("smoke"),
  space: {
    learningRate: { kind: "log-uniform", low: 0.01, high: 1 },
    epochs: { kind: "integer", low: 1, high: 3 },
  },
  ...{ sampler: "random", seed: 1, earlyStop: true, data: "0123456789abcdef", atOnce: 4 },
};

/** A trial that diverged at once. */
function diverged({ number, settings }: TrialTask): Trial {
  const scores = { validationAccuracy: 0.1, validationLoss: Infinity };
  return { number, settings, accuracies: [0.1], ...scores, isStopped: false, seconds: 1 };
}

/** As the database has it, with the keys of its settings in an order of their own. */
function taskOf({ data }: TakenJob): TrialTask {
  return (data as QueuedTrial).task;
}

const endedAs = (task: TrialTask): PromiseSettledResult<Trial> => ({
  status: "fulfilled",
  value: diverged(task),
});

Deno.test({
  name: "a study on a queue has each trial once, and says why one was given up",
  ignore: noPostgres !== undefined,
  fn: () =>
    withPostgres(async ({ url, run: sql }) => {
      const queue = await WorkQueue.open(new URL(url));
      await queue.send([{ kind: "file", name: "a.png", file: "/a.png" }]);
      const signal = new AbortController().signal;
      const study = { plan, data: { from: "small", images: 300 } };
      const [first, second] = [0, 1].map((number) => trialTask(plan, number, []));
      const open = (): Promise<TrialSender> =>
        TrialSender.open(new URL(url), study, { signal, note: () => {} });
      /** What comes of both trials while `work` is done on those that are taken. */
      const run = async (
        count: number,
        work: (jobs: TakenJob[]) => Promise<void>,
      ): Promise<PromiseSettledResult<Trial>[]> => {
        await using sender = await open();
        const ended = Promise.allSettled([first, second].map((task) => sender.run(task)));
        while ((await queue.counts()).trials.waiting < count);
        const jobs = await Promise.all(Array.from({ length: count }, () => queue.take()));
        await work(jobs.map((job) => job!).sort((a, b) => a.data.name < b.data.name ? -1 : 1));
        return await ended;
      };
      const [one, two] = await run(2, async ([job, other]) => {
        assertEquals([job.data.kind, other.data.kind], ["trial", "trial"]); // before the file
        assertEquals(await queue.complete(job, { trial: diverged(taskOf(job)) }), true);
        assertEquals(await queue.complete(job, { trial: diverged(first) }), false);
        await sql("UPDATE digits_queue.job SET retry_limit = 0");
        await queue.fail(other, "the moon is full");
      });
      assertEquals(one, endedAs(first));
      assertEquals(JSON.stringify(one), JSON.stringify(endedAs(first))); // in the same order, too
      assertStringIncludes(
        String((two as PromiseRejectedResult).reason),
        "trial 1 was given up (the moon is full); deno task queue --retry sends it again",
      );
      assertEquals((await queue.counts()).trials, { waiting: 0, running: 0, dead: 1, done: 1 });

      assertEquals(await queue.retryDead(), 1);
      const again = await run(1, async ([job]) => {
        const lost = "UPDATE digits_queue.job SET state = 'retry', retry_count = 1";
        await sql(`${lost} WHERE state = 'active'`);
        assertEquals(await queue.complete(job, { trial: diverged(second) }), false);
        const later = await queue.take();
        assertEquals(await queue.complete(later!, { trial: diverged(second) }), true);
      });
      assertEquals(again, [first, second].map(endedAs));
      const { trials, waiting } = await queue.counts();
      assertEquals([trials.done, trials.waiting, waiting], [2, 0, 1]);
      await queue.close();
    }),
});

Deno.test({
  name: "a worker trains on no other images than those of the study",
  ignore: noPostgres !== undefined,
  fn: () =>
    withPostgres(async ({ url, run: sql }) => {
      const queue = await WorkQueue.open(new URL(url));
      const study = { study: "s", profile: plan.profile, task: trialTask(plan, 0, []) };
      const data = { from: "small", images: 300, digest: plan.data };
      await queue.send([{ kind: "trial", name: "trial 0", ...study, data }]);
      await queue.close();
      await sql("UPDATE digits_queue.job SET retry_limit = 0");
      const worker = await runTask("worker", ["--queue", url, "--workers", "1", "--until-empty"]);
      assertEquals(worker.code, 0, worker.stderr);
      const { stdout } = await runTask("queue", ["--queue", url, "--json"]);
      const { trials, errors: [{ name, error }] } = JSON.parse(stdout);
      assertEquals([trials.dead, name], [1, "trial 0"]);
      assertEquals(
        error.replace(/\(\w{8}\)/, "(…)"),
        "Cannot train on small: found other images here (…) than where the study was sent (01234567), wanted " +
          "the same",
      );
    }),
});
