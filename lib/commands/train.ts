import { initBackend } from "../backend/backend.ts";
import { percent } from "../base/format.ts";
import { projectPath } from "../base/paths.ts";
import { type Profile, profileNamed, profileNames } from "../base/profile.ts";
import { type Arguments, type Command, numberOf, UsageError } from "./cli/arguments.ts";
import { defineCommand } from "./cli/define_command.ts";
import { loadWithProgress } from "./cli/load_with_progress.ts";
import { dataFrom, dataOption, pathOption } from "./cli/options.ts";
import { checkWritable } from "../base/check_writable.ts";
import { printNote } from "./cli/print.ts";
import { profileOption } from "./cli/profile_option.ts";
import { runCommand } from "./cli/run_command.ts";
import { type TrainedProfile, trainProfile } from "./training/train_profile.ts";

const command = {
  name: "train",
  summary: "Trains a network on MNIST, saves the best model, and scores it on the test set.",
  options: {
    profile: {
      type: "string",
      value: "NAME",
      help: `${profileNames.join(", ")}, or a FILE.json that tune wrote; quick by default.`,
    },
    seed: { type: "string", value: "N", help: "Decides split, weights and order of the images." },
    workers: {
      type: "string",
      value: "N",
      help: "Cores to train on; as many as pay off by default.",
    },
    epochs: { type: "string", value: "N", help: "How often all images are seen." },
    "batch-size": { type: "string", value: "N", help: "Images a step." },
    "learning-rate": { type: "string", value: "X", help: "The highest rate of the schedule." },
    warp: {
      type: "string",
      value: "X",
      help:
        "How far images are moved, turned, scaled and slanted: 1 as far as for best, 0 not at all.",
    },
    out: {
      type: "string",
      value: "DIR",
      help: "Where model and checkpoint go; data/runs/NAME/model by default.",
    },
    data: dataOption,
    resume: { type: "boolean", help: "Goes on from the last checkpoint in DIR." },
    json: { type: "boolean", help: "Prints the result as one line of JSON." },
  },
  interruptible: true,
} as const satisfies Command<string> & { interruptible: boolean };

type Given = Arguments<keyof typeof command.options>["values"];

/** `deno task train`: Ctrl-C leaves a checkpoint, from which `--resume` goes on.
 */
export const trainCommand = defineCommand(command, async ({ values }, { signal, print }) => {
  const profile = chosenProfile(values);
  const asked = numberOf("workers", values.workers, { least: 1, integer: true });
  const out = pathOption("out", values.out) ??
    projectPath("data", "runs", profile.name, "model");
  const from = dataFrom(values.data);
  await checkWritable(out, "name another one with --out");
  const backend = await initBackend();
  const mnist = await loadWithProgress(from, ["train", "test"], signal);
  printNote(`Training profile ${profile.name} on ${backend}, data from ${mnist.source}`);
  const result = await trainProfile(profile, { ...mnist, backend }, {
    ...{ folder: out, resume: values.resume === true, signal, asked },
  });
  print(asJson(out, profile, result), () => asText(out, result));
});

function chosenProfile(given: Given): Profile {
  const seed = numberOf("seed", given.seed, { integer: true });
  const epochs = numberOf("epochs", given.epochs, { least: 1, integer: true });
  const batchSize = numberOf("batch-size", given["batch-size"], { least: 1, integer: true });
  const learningRate = numberOf("learning-rate", given["learning-rate"], {
    least: Number.MIN_VALUE,
  });
  const warp = numberOf("warp", given.warp, { least: 0 });
  const profile = profileOption(given.profile);
  return {
    ...profile,
    ...(warp !== undefined && { augmentation: warped(profile, warp) }),
    ...(seed !== undefined && { seed }),
    ...(epochs !== undefined && { epochs }),
    ...(batchSize !== undefined && { batchSize }),
    ...(learningRate !== undefined && { learningRate }),
  };
}

/** How a profile varies images, if as far as `best`, more or less. */
function warped({ name, augmentation }: Profile, times: number): Profile["augmentation"] {
  const most = profileNamed("best").augmentation;
  if (typeof augmentation === "string" || typeof most === "string") {
    throw new UsageError(
      `Cannot take --warp with profile "${name}": it varies its images in ways of its own; leave --warp out`,
    );
  }
  return {
    shift: times * most.shift,
    rotation: times * most.rotation,
    scale: times * most.scale,
    shear: times * most.shear,
    group: most.group,
  };
}

function asJson(model: string, { epochs, seed }: Profile, result: TrainedProfile): unknown {
  const { parameters, seconds, validationAccuracy, testAccuracy, backend, workers } = result;
  const [numbers, place] = [{ validationAccuracy, testAccuracy }, { backend, workers, seed }];
  return { model, parameters, epochs, seconds, ...numbers, ...place };
}

function asText(model: string, { validationAccuracy, testAccuracy }: TrainedProfile): string {
  return [
    `validation accuracy  ${percent(validationAccuracy, 2)}`,
    `test accuracy        ${percent(testAccuracy, 2)}`,
    `model                ${model}`,
  ].join("\n");
}

if (import.meta.main) await runCommand("train", trainCommand);
