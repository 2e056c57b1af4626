/** How those who share the images of a batch tell each other what they found, each in a plan of its
 * own. All of them make the same calls in the same order. */
export interface Exchange {
  /** Hands in some numbers and waits for those of the others.
   *
   * @param mine as many as the others hand in
   * @returns everyone's, in the same order for all; where there are others, these are copies, good
   *   until the next call */
  gather(mine: Float32Array<ArrayBuffer>): readonly Float32Array[];
}

/** The exchange of a plan that has the whole batch. */
export const alone: Exchange = { gather: (mine) => [mine] };
