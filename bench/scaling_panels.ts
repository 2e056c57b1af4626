import { thousands } from "@lib/base/format.ts";

/** How long an epoch took. */
export interface ScalingPoint {
  readonly images: number;
  readonly workers: number;
  /** How many times the channels of the compact network. */
  readonly width: number;
  /** Of the forward pass, for one image. */
  readonly multiplyAdds: number;
  readonly seconds: number;
}

/** Epochs of several sizes. */
export interface Scaling {
  readonly batchSize: number;
  /** At width 1: numbers of images on one worker and on the most workers, and the most images on each
   * number of workers. On one worker: widths at one number of images, 1 among them. */
  readonly points: readonly ScalingPoint[];
}

/** Where a time stands on the axis of a panel. */
export interface Place {
  readonly x: number;
  readonly tick: string;
  readonly seconds: number;
}

/** Training time over one of the three. */
export interface Panel {
  /** Of the axis. */
  readonly title: string;
  /** From the least to the most. */
  readonly lines: readonly { readonly workers: number; readonly places: readonly Place[] }[];
  /** Of the straight line that is expected: 1 where time grows in proportion, −1 where it falls. */
  readonly slope: 1 | -1;
  /** Which place of a line the straight line goes through: 0 for the first, -1 for the last. */
  readonly through: 0 | -1;
}

/** The points, sorted into panels: over images, over workers, over the width of the network.
 *
 * @throws {RangeError} if the points do not make three panels
 */
export function scalingPanels({ points }: Scaling): Panel[] {
  const asItIs = points.filter(({ width }) => width === 1);
  const most = Math.max(...asItIs.map(({ workers }) => workers));
  const all = Math.max(...asItIs.map(({ images }) => images));
  const scaled = points.find(({ width }) => width !== 1);
  if (asItIs.length === 0 || scaled === undefined) {
    throw new RangeError("Cannot draw how time grows: wanted points at width 1 and at others");
  }
  const overImages = [...new Set([1, most])].map((workers) => ({
    workers,
    places: places(asItIs.filter((point) => point.workers === workers), (point) => ({
      x: point.images,
      tick: thousands(point.images),
    })),
  }));
  const overWorkers = places(asItIs.filter(({ images }) => images === all), ({ workers }) => ({
    x: workers,
    tick: `${workers}`,
  }));
  const overWidth = places(
    points.filter(({ workers, images }) => workers === 1 && images === scaled.images),
    ({ multiplyAdds, width }) => ({ x: multiplyAdds, tick: `× ${width}` }),
  );
  return [
    { title: "images", lines: overImages, slope: 1, through: -1 },
    {
      title: `workers, ${thousands(all)} images`,
      lines: [{ workers: most, places: overWorkers }],
      slope: -1,
      through: 0,
    },
    {
      title: `width, ${thousands(scaled.images)} images`,
      lines: [{ workers: 1, places: overWidth }],
      slope: 1,
      through: -1,
    },
  ];
}

function places(
  points: readonly ScalingPoint[],
  at: (point: ScalingPoint) => Omit<Place, "seconds">,
): Place[] {
  return points.map((point) => ({ ...at(point), seconds: point.seconds }))
    .sort((a, b) => a.x - b.x);
}
