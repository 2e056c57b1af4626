import type { Exchange } from "../../backend/plan/steps/plan_step.ts";
import { controlSlots, type SharedRun } from "./shared_run.ts";

/** How often a waiting worker looks before it goes to sleep: for about a third of a millisecond. Most
 * waits are a few microseconds long, waking up takes some hundred; and whoever sleeps makes the others
 * wait, who then fall asleep in their turn. */
const looks = 25_000;

/** How many waits go without looking after one in which looking was in vain: the other worker has no
 * core at present, and may be waiting for this one. */
const waitsWithoutLooking = 8;

/** The exchange between workers, through shared memory.
 *
 * Each writes into a slot of its own and waits at a barrier until all have; then all read. The next
 * time they write into their second slots: nobody comes round to the first ones before all have been
 * at the barrier again, and so are done with reading.
 */
export class SharedExchange implements Exchange {
  readonly #control: Int32Array;
  readonly #slots: SharedRun["slots"];
  readonly #index: number;
  readonly #hasCore: boolean;
  #turn = 0;
  #asleep = 0;

  /** @param index which of the workers this is, from 0 */
  constructor(
    { control, slots }: Pick<SharedRun, "control" | "slots">,
    index: number,
  ) {
    this.#control = control;
    this.#slots = slots;
    this.#index = index;
    this.#hasCore = slots[0].length <= navigator.hardwareConcurrency;
  }

  gather(mine: Float32Array): readonly Float32Array[] {
    const slots = this.#slots[this.#turn];
    this.#turn = 1 - this.#turn;
    slots[this.#index].set(mine);
    this.#barrier(slots.length);
    return slots.map((slot) => slot.subarray(0, mine.length));
  }

  #barrier(count: number): void {
    const control = this.#control;
    const round = Atomics.load(control, controlSlots.rounds);
    if (Atomics.add(control, controlSlots.arrived, 1) === count - 1) {
      Atomics.store(control, controlSlots.arrived, 0);
      Atomics.add(control, controlSlots.rounds, 1);
      Atomics.notify(control, controlSlots.rounds);
      return;
    }
    if (this.#asleep > 0) this.#asleep--;
    else if (this.#hasCore) {
      for (let look = 0; look < looks; look++) {
        if (Atomics.load(control, controlSlots.rounds) !== round) return;
      }
      this.#asleep = waitsWithoutLooking;
    }
    while (Atomics.load(control, controlSlots.rounds) === round) {
      Atomics.wait(control, controlSlots.rounds, round);
    }
  }
}
