import type { Jax, JaxArray } from "./jax.ts";

/** In which order images lie in memory, and how a convolution goes in that order. */
export interface JaxLayout {
  readonly name: string;
  /** Of images with one channel. */
  readonly imageShape: (batch: number) => readonly number[];
  readonly filterShape: (size: number, ins: number, outs: number) => readonly number[];
  /** Of a number for each channel, to be added to images. */
  readonly biasShape: readonly number[];
  /** A valid convolution with square filters. */
  readonly convolve: (images: JaxArray, filters: JaxArray, size: number) => JaxArray;
  /** The largest of each 2 by 2. */
  readonly pool: (images: JaxArray) => JaxArray;
  /** A row for each image. */
  readonly flatten: (images: JaxArray) => JaxArray;
}

/** Two ways to make convolutions of matrix products, of which jax-js is good at. Its own convolutions take
 * tens of times as long on its wasm backend. */
export function jaxLayouts({ numpy }: Jax, side = 28): readonly JaxLayout[] {
  const { matmul, maximum, concatenate } = numpy;

  /** The parts of images that each place of a filter meets, row by row; `first` is the axis of the rows. */
  const met = (images: JaxArray, size: number, first: number): JaxArray[] => {
    const [rows, columns] = images.shape.slice(first).map((length) => length - size + 1);
    const places = Array.from({ length: size * size }, (_, i) => [Math.floor(i / size), i % size]);
    const before = Array.from({ length: first }, () => [] as const);
    const parts = places.map(([row, column]) =>
      images.ref.slice(...before, [row, row + rows], [column, column + columns])
    );
    images.dispose();
    return parts;
  };

  const pool = (images: JaxArray, first: number): JaxArray => {
    const { shape } = images;
    const [rows, columns] = shape.slice(first).map((length) => Math.floor(length / 2));
    const before = Array.from({ length: first }, () => [] as const);
    const fours = images.slice(...before, [0, 2 * rows], [0, 2 * columns])
      .reshape([...shape.slice(0, first), rows, 2, columns, 2, ...shape.slice(first + 2)]);
    const one = (row: number, column: number): JaxArray =>
      fours.ref.slice(...before, [], row, [], column);
    const largest = maximum(maximum(one(0, 0), one(0, 1)), maximum(one(1, 0), one(1, 1)));
    fours.dispose();
    return largest;
  };

  return [
    {
      name: "channels last",
      imageShape: (batch) => [batch, side, side, 1],
      filterShape: (size, ins, outs) => [size * size, ins, outs],
      biasShape: [1, 1, 1, -1],
      // A product for each place of the filter, and their sum.
      convolve: (images, filters, size) => {
        const [, ins, outs] = filters.shape;
        const parts = met(images, size, 1);
        const shape = [...parts[0].shape.slice(0, 3), outs];
        const products = parts.map((part, place) =>
          matmul(part.reshape([-1, ins]), filters.ref.slice(place))
        );
        filters.dispose();
        return products.reduce((sum, product) => sum.add(product)).reshape(shape);
      },
      pool: (images) => pool(images, 1),
      flatten: (images) => images.reshape([images.shape[0], -1]),
    },
    {
      name: "channels first",
      imageShape: (batch) => [1, batch, side, side],
      filterShape: (size, ins, outs) => [outs, size * size * ins],
      biasShape: [-1, 1, 1, 1],
      // One product, of filters and patches.
      convolve: (images, filters, size) => {
        const [outs, inside] = filters.shape;
        const parts = met(images, size, 2);
        const shape = [outs, ...parts[0].shape.slice(1)];
        return matmul(filters, concatenate(parts, 0).reshape([inside, -1])).reshape(shape);
      },
      pool: (images) => pool(images, 2),
      flatten: (images) => {
        const [, batch] = images.shape;
        return images.transpose([1, 0, 2, 3]).reshape([batch, -1]);
      },
    },
  ];
}
