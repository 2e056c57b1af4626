import type { Rng } from "@lib/base/rng.ts";
import type { NetworkName } from "../networks.ts";
import type { Jax, JaxArray } from "./jax.ts";
import type { JaxLayout } from "./jax_layout.ts";

/** A convolution with ReLU, or a pooling; the dense layer comes after all of them. */
type Block = { readonly size: number; readonly filters: number } | "pool";

/** The networks of `bench/networks.ts` that have no batch norm. */
export type JaxNetworkName = Exclude<NetworkName, "narrow">;

const blocks: Readonly<Record<JaxNetworkName, readonly Block[]>> = {
  keras: [{ size: 3, filters: 32 }, "pool", { size: 3, filters: 64 }, "pool"],
  small: [
    ...[{ size: 5, filters: 16 }, "pool"] as const,
    ...[{ size: 3, filters: 32 }, { size: 3, filters: 32 }, "pool"] as const,
  ],
};

/** A network of jax-js: what it starts with, and what it makes of images. */
export interface JaxNetwork {
  /** Filters and biases in turn. Made anew by each call, for what is used is given away. */
  readonly weights: () => JaxArray[];
  /** Logits `[batch, 10]`. */
  readonly logits: (weights: readonly JaxArray[], images: JaxArray) => JaxArray;
}

/** One of the networks that are measured, of 28 by 28 pixels. */
export function jaxNetwork(
  { numpy, nn }: Jax,
  name: JaxNetworkName,
  layout: JaxLayout,
  rng: Rng,
): JaxNetwork {
  const shapes: (readonly number[])[] = [];
  let [side, channels] = [28, 1];
  for (const block of blocks[name]) {
    if (block === "pool") side = Math.floor(side / 2);
    else {
      shapes.push(layout.filterShape(block.size, channels, block.filters), [block.filters]);
      [side, channels] = [side - block.size + 1, block.filters];
    }
  }
  shapes.push([side * side * channels, 10], [10]);

  const drawn = (shape: readonly number[]): JaxArray => {
    const length = shape.reduce((product, size) => product * size, 1);
    const values = Float32Array.from({ length }, () => 0.1 * (rng.uniform() - 0.5));
    return numpy.array(values).reshape(shape);
  };
  return {
    weights: () => shapes.map(drawn),
    logits: (weights, images) => {
      const left = [...weights];
      let values = images;
      for (const block of blocks[name]) {
        if (block === "pool") values = layout.pool(values);
        else {
          const [filters, bias] = left.splice(0, 2);
          const sums = layout.convolve(values, filters, block.size);
          values = nn.relu(sums.add(bias.reshape(layout.biasShape)));
        }
      }
      return numpy.matmul(layout.flatten(values), left[0]).add(left[1]);
    },
  };
}
