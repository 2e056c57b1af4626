import { assertEquals } from "../support/assert.ts";
import { rngFromSeed } from "@lib/base/rng.ts";
import { parallelCoordinates } from "@lib/figures/parallel_coordinates.ts";
import { profileNamed } from "@lib/base/profile.ts";
import { defaultSpace } from "@lib/tune/default_space.ts";
import { nextSettings } from "@lib/tune/sampler.ts";
import { trialAxes } from "@lib/tune/trial_axes.ts";
import type { Trial } from "@lib/tune/trial.ts";

Deno.test("trialAxes() gives what parallelCoordinates() takes, without settings that do not vary", () => {
  const space = {
    ...defaultSpace(profileNamed("best")),
    epochs: { kind: "choice", values: [4] },
  } as const;
  const trials: Trial[] = [];
  for (let number = 0; number < 12; number++) {
    const settings = nextSettings("halton", space, rngFromSeed(1), trials);
    const score = { validationAccuracy: 0.9 + number / 200, validationLoss: 1, accuracies: [1] };
    trials.push({ number, settings, ...score, isStopped: false, seconds: 1 });
  }
  const { axes, lines } = trialAxes(space, trials);
  assertEquals(axes.map(({ name }) => name), [
    ...["learning rate", "batch size", "momentum", "weight decay", "label smoothing"],
    "augmentation",
  ]);
  assertEquals(axes[1].ticks.map(({ text }) => text), ["16", "32", "64", "128"]);
  assertEquals(axes[3].ticks.map(({ text }) => text), ["1e-5", "3.2e-4", "0.01"]);
  assertEquals(parallelCoordinates(axes, lines).data.length, 12);
});
