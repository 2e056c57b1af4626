import type { Augmentation } from "./augment.ts";

/** How training images are varied: moved and turned a little; or, for `"handwriting"`, made into what a
 * reader of photographs meets, as `readingSample` does. */
export type Variation = Augmentation | "handwriting";
