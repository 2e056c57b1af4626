import { medianTime } from "../median_time.ts";
import { taskOf } from "./task_of.ts";
import { jaxName, loadJax } from "./jax.ts";
import { jaxLayouts } from "./jax_layout.ts";
import { type Compute, jaxStep, type JaxTask } from "./jax_step.ts";

/** On the thread that asks, and on workers, of which it starts one for each core. */
const ways: readonly (readonly [name: string, compute: Compute])[] = [
  ["one thread", (array) => array.dataSync()],
  [`${navigator.hardwareConcurrency} workers`, (array) => array.data()],
];

const jax = await loadJax();
const imagesPerSecond: Record<string, number> = {};
const task = taskOf(Deno.args) as JaxTask;
for (const layout of jaxLayouts(jax)) {
  for (const [threads, compute] of ways) {
    const time = await medianTime(jaxStep(jax, task, layout, compute), { seconds: 5 });
    imagesPerSecond[`${layout.name}, ${threads}`] = Math.round(1000 * task.batch / time);
  }
}
await Deno.stdout.write(
  new TextEncoder().encode(JSON.stringify({ peer: jaxName, imagesPerSecond })),
);
// Its workers would keep the process alive.
Deno.exit();
