import type { Blueprint } from "../../backend/lowering/blueprint.ts";

/** What a page holds for training, as JSON; images and weights stand beside it as bytes. */
export interface TrainerSetup {
  /** How many images there are to learn from, and how many are held out. */
  readonly images: { readonly train: number; readonly validation: number };
  /** From the narrowest to the widest. */
  readonly networks: readonly TrainerNetwork[];
}

/** A network that the learner may choose. */
export interface TrainerNetwork {
  readonly channels: readonly number[];
  readonly blueprint: Blueprint;
}
