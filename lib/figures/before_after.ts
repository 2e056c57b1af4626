import type { Holds } from "../image/grey_image.ts";
import { type LightImage, lightImage } from "../image/light_image.ts";
import { baseLayout } from "./parts/base_layout.ts";
import type { Figure } from "./parts/figure.ts";
import { fitImage } from "./parts/fit_image.ts";
import { pixelAxes } from "./parts/pixel_axes.ts";
import { theme } from "./parts/theme.ts";
import { withCloseups } from "./parts/with_closeups.ts";
import { wrapText } from "./parts/wrap_text.ts";

/** One image on its way through the preprocessing. */
export interface Step {
  /** What was done: "cropped to the ink". */
  readonly label: string;
  /** `[height × width]`, row by row; bytes or floats. */
  readonly pixels: Uint8Array | Float32Array;
  readonly width: number;
  readonly height: number;
  /** The values drawn as the two ends of the grey scale; 0 to 255 for bytes, the least and the
   * greatest value for floats where missing. */
  readonly range?: readonly [number, number];
  /** What the values mean, as an image says of itself: the high values of ink are drawn dark, those of
   * light bright. `"ink"` where missing, as in MNIST. */
  readonly holds?: Holds;
}

const gap = 36;

/** Images side by side, one a step, each with what was done, its size and the range of its values.
 *
 * @param steps in order, of any sizes; after five a new row begins
 * @param options.title the finding
 * @param options.subtitle below it
 * @throws {RangeError} if there is no step, or the pixels of one do not fit its size
 */
export function beforeAfter(
  steps: readonly Step[],
  options: { readonly title?: string; readonly subtitle?: string } = {},
): Figure {
  if (steps.length === 0) throw new RangeError("Cannot draw the steps: found none, wanted one");
  const last = steps[steps.length - 1];
  const { title = `${steps.length} steps to ${last.width} × ${last.height} pixels`, subtitle } =
    options;
  const columns = Math.min(5, steps.length);
  const width = theme.width - 2 * theme.padding;
  const box = Math.min(196, Math.floor((width - gap * (columns - 1)) / columns));
  const labels = steps.map(({ label }, index) =>
    wrapText(`<b>${index + 1}</b>\u00a0 ${label}`, Math.floor((box + gap) / 7))
  );
  const lines = Math.max(...labels.map((label) => label.split("<br>").length));
  const rowHeight = box + 50 + 17 * lines;
  const drawn = steps.map((step, index) => {
    const left = (index % columns) * (box + gap);
    const top = Math.floor(index / columns) * rowHeight + 8 + 17 * lines;
    const image = fitImage(greyOf(step), { width: box, height: box });
    return { step, image, left, top, middle: left + box / 2 };
  });
  const height = Math.ceil(steps.length / columns) * rowHeight;
  return {
    data: [
      {
        type: "scatter",
        mode: "text",
        x: drawn.map(({ middle }) => middle),
        y: drawn.map(({ top }) => top - 4),
        text: labels,
        textposition: "top center",
        cliponaxis: false,
        hoverinfo: "skip",
      },
      {
        type: "scatter",
        mode: "text",
        x: drawn.map(({ middle }) => middle),
        y: drawn.map(({ top }) => top + box + 4),
        text: drawn.map(({ step }) =>
          `${step.width} × ${step.height} pixels<br>values ${rangeOf(step).map(short).join(" … ")}`
        ),
        textposition: "bottom center",
        textfont: { size: theme.font.smallSize, color: theme.muted },
        cliponaxis: false,
        hoverinfo: "skip",
      },
    ],
    layout: withCloseups({
      ...baseLayout({
        title,
        ...(subtitle === undefined ? {} : { subtitle }),
        plotHeight: height,
        margin: { left: theme.padding, right: theme.padding, bottom: 8 },
      }),
      ...pixelAxes(width, height),
      images: drawn.map(({ image, middle, top }) => ({
        source: image.source,
        xref: "x",
        yref: "y",
        x: middle - image.width / 2,
        y: top + (box - image.height) / 2,
        sizex: image.width,
        sizey: image.height,
        sizing: "stretch",
        layer: "below",
      })),
      shapes: drawn.map(({ image, middle, top }) => ({
        type: "rect",
        x0: middle - image.width / 2,
        x1: middle + image.width / 2,
        y0: top + (box - image.height) / 2,
        y1: top + (box + image.height) / 2,
        line: { color: theme.faint, width: 1 },
      })),
      annotations: drawn.slice(1).filter((_, index) => (index + 1) % columns !== 0).map((
        { left, top },
      ) => ({
        x: left - gap / 2,
        y: top + box / 2,
        text: "→",
        showarrow: false,
        font: { size: 18, color: theme.muted },
      })),
    }, drawn.map(({ middle, top }) => ({ x: middle - box / 2, y: top, width: box, height: box }))),
  };
}

/** Least and greatest value in an image. */
function rangeOf({ pixels }: Step): [number, number] {
  let [least, most] = [Infinity, -Infinity];
  for (const value of pixels) [least, most] = [Math.min(least, value), Math.max(most, value)];
  return [least, most];
}

/** The image as it is drawn. */
function greyOf(step: Step): LightImage {
  const [low, high] = step.range ?? (step.pixels instanceof Uint8Array ? [0, 255] : rangeOf(step));
  const scale = high > low ? 255 / (high - low) : 0;
  const inverted = step.holds !== "light";
  const pixels = Uint8Array.from(step.pixels, (value) => {
    const grey = Math.min(255, Math.max(0, Math.round((value - low) * scale)));
    return inverted ? 255 - grey : grey;
  });
  return lightImage(step.width, step.height, pixels);
}

function short(value: number): string {
  return Number.isInteger(value)
    ? String(value).replace("-", "−")
    : value.toFixed(2).replace("-", "−");
}
