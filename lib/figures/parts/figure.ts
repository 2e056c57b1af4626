import type { Data, Layout } from "plotly-types";

/** A figure as a plain value: what Plotly draws, ready for `JSON.stringify`. */
export interface Figure {
  readonly data: readonly Partial<Data>[];
  readonly layout: Partial<Layout>;
}
