import { percent } from "../../base/format.ts";
import { imageSide } from "../../image/digit_size.ts";
import type { Activation } from "../../backend/predictor/predictor.ts";
import { paintTiles } from "./paint_tiles.ts";
import type { PadReading } from "./reader.ts";

/** Shows what was made of an image in the elements of the pad: the answer, the ink, the normalised digit,
 * the probabilities, the layers. */
export function showReading(pad: Element, { ink, digit }: PadReading): void {
  const canvas = (name: string): HTMLCanvasElement => pad.querySelector(`canvas.${name}`)!;
  paintTiles(canvas("ink"), {
    ...{ values: ink.pixels, shape: [ink.height, ink.width, 1], full: 255, least: 0 },
    ...{ columns: 1, zoom: 1 },
  });
  paintTiles(canvas("normalised"), {
    ...{ values: digit?.normalised ?? [], shape: [imageSide, imageSide, 1], full: 255, least: 0 },
    ...{ columns: 1, zoom: 8 },
  });
  pad.querySelector(".answer")!.replaceChildren(...answer(digit));
  const probabilities = digit?.said.probabilities ?? new Float32Array(10);
  pad.querySelectorAll(".bars > li").forEach((row, i) => {
    row.classList.toggle("best", i === digit?.said.digit);
    row.querySelector("i")!.style.width = `${100 * probabilities[i]}%`;
    row.querySelector("span")!.textContent = digit === undefined ? "" : percent(probabilities[i]);
  });
  // The last layer's values are the bars.
  showLayers(pad.querySelector(".layers")!, digit?.layers.slice(0, -1) ?? []);
}

function answer(digit: PadReading["digit"]): (Node | string)[] {
  if (digit === undefined) return ["No ink on the sheet."];
  const { said, nonDigit } = digit;
  const name = document.createElement("b");
  name.textContent = String(said.digit);
  const sure = `, ${percent(said.confidence)} sure.`;
  if (nonDigit < 0.5) return ["Read as ", name, sure];
  return [
    "At best ",
    name,
    `${sure} But it is no digit, says the model with ${percent(nonDigit)}.`,
  ];
}

function showLayers(list: Element, layers: readonly Activation[]): void {
  for (const [index, { shape, values }] of layers.entries()) {
    const [height, width, channels] = shape;
    const item = list.children[index] ?? list.appendChild(newLayer(index + 1, shape));
    paintTiles(item.querySelector("canvas")!, {
      ...{ values, shape, full: Math.max(...values), least: 0.06 },
      columns: columnsFor(channels, width / height),
      zoom: Math.max(1, Math.round(6 / Math.sqrt(width / 4))),
    });
  }
  list.classList.toggle("idle", layers.length === 0);
}

function newLayer(
  number: number,
  [height, width, channels]: Activation["shape"],
): HTMLElement {
  const item = document.createElement("li");
  const caption = document.createElement("p");
  const canvas = document.createElement("canvas");
  caption.textContent = `Layer ${number}: ${channels} channels of ${height} × ${width}`;
  canvas.setAttribute("role", "img");
  canvas.setAttribute("aria-label", `What layer ${number} makes of the digit`);
  item.append(caption, canvas);
  return item;
}

/** So many in a row that the rows come out even and the whole is about four times as wide as high. */
function columnsFor(channels: number, aspect: number): number {
  const wanted = Math.sqrt(4 * channels / aspect);
  let best = channels;
  for (let columns = 1; columns <= channels; columns++) {
    const isBetter = Math.abs(Math.log(columns / wanted)) < Math.abs(Math.log(best / wanted));
    if (channels % columns === 0 && isBetter) best = columns;
  }
  return best;
}
