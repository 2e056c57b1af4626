import { thousands } from "../base/format.ts";
import { profileNamed } from "../base/profile.ts";
import { batchSizes, learningRates, networkNames } from "./trainer/choices.ts";
import type { TrainerSetup } from "./trainer/trainer_setup.ts";

/** The trainer as HTML: what it is, the sliders at the values of the profile `quick`, where the curves come,
 * and what to try. */
export function trainerBody(setup: TrainerSetup): string {
  const { learningRate, batchSize, epochs } = profileNamed("quick");
  const [train, validation] = [setup.images.train, setup.images.validation].map(thousands);
  const middle = Math.floor(setup.networks.length / 2);
  return `<header>
<h1>Train a network in this page</h1>
<p>The network of notebook 3 learns to read digits here, on your machine, while you watch. Choose how
fast, how many images at a time, how wide; then press <b>Train</b>.</p>
<p class="note">This page carries ${
    thousands(setup.images.train + setup.images.validation)
  } of MNIST’s
60,000 training images: ${train} to learn from, ${epochs} times over, and ${validation} held out, by which
each run is scored. None of the 10,000 test images is here. Nothing is loaded, nothing is sent.</p>
</header>
<div class="trainer" id="trainer">
<div class="controls">
${
    slider(
      "Learning rate",
      learningRates,
      learningRates.indexOf(learningRate),
      "how far a step goes",
    )
  }
${slider("Batch size", batchSizes, batchSizes.indexOf(batchSize), "images a step")}
${slider("Width", networkNames(setup), middle, "channels of the three convolutions")}
<p class="tools"><button type="button" disabled>Train</button>
<progress max="1" value="0" aria-label="How much of the run is done"></progress></p>
</div>
<p class="state" role="status">The trainer needs scripts, and a browser that knows WebAssembly.</p>
<div class="charts">
<figure><figcaption><b>Loss</b>, mean of some steps</figcaption>
<svg role="img" aria-label="Loss, nothing at last"></svg></figure>
<figure><figcaption><b>Accuracy</b> on the held-out images</figcaption>
<svg role="img" aria-label="Accuracy on held-out images, nothing at last"></svg></figure>
</div>
<div class="runs" hidden role="region" aria-label="Runs of this visit" tabindex="0">
<table><caption>Your runs, until you leave this page; the newest is the blue line above</caption>
<thead><tr><th>Run</th><th>Learning rate</th><th>Batch size</th><th>Width</th><th>Accuracy</th>
<th>Seconds</th></tr></thead><tbody></tbody></table>
</div>
</div>
<h2>What to try</h2>
<ul>
<li><b>As it is.</b> Press Train. The loss falls from 2.3, that of guessing among ten digits, steeply at
first. It ends near 0.57, not at 0, for the targets are smoothed: no digit is taken to be certain.</li>
<li><b>A low rate</b>, 0.002: the network still learns, but in ${epochs} epochs it gets to some 95 %.</li>
<li><b>A high rate</b>, 1: the curve jumps, and accuracy suffers. At 5 the network learns nothing, and at
500 each step overshoots further than the one before, until the loss is not a number any more.</li>
<li><b>Small batches</b>, 8: four times as many steps, each on less evidence. The run takes longer, and its
curve trembles more. Large ones, 256, are smooth and take few steps; they bear a higher rate.</li>
<li><b>Narrow or wide</b>: twice the channels are nearly four times the work. Does accuracy pay for it?</li>
</ul>
<p>All runs start from the same weights and see the images in the same order: what differs is due to what
you set. A difference of 0.1 percentage points is ${
    Math.round(setup.images.validation / 1000)
  } images, which is within chance.</p>`;
}

/** A slider over some choices, with its value beside it. */
function slider(
  name: string,
  choices: readonly (string | number)[],
  chosen: number,
  note: string,
): string {
  const id = name.toLowerCase().replace(" ", "-");
  return `<div class="slider"><label for="${id}">${name} <small>${note}</small></label>
<input type="range" id="${id}" min="0" max="${choices.length - 1}" value="${chosen}">
<output for="${id}">${choices[chosen]}</output></div>`;
}
