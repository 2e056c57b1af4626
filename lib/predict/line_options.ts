/** How lines are read, and what is known of them.
 *
 * @module
 */
import type { LayersModel } from "../backend/layers_model.ts";

/** What is known of a line before it is read. */
export interface LineKnowledge {
  /** Numbers of which it is one, such as valid postal codes: strings of digits. */
  readonly lexicon?: ReadonlySet<string>;
  /** How many digits it has. */
  readonly length?: number;
}

/** How lines are read. */
export interface LineOptions extends LineKnowledge {
  /** The line reader, which reads each line without cutting it and is weighed with the cuts; the cuts alone are
   * read where it is missing. */
  readonly lineReader?: LayersModel;
}
