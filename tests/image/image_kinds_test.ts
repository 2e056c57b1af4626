import { assert, assertEquals } from "../support/assert.ts";
import { boxedInk } from "@lib/image/boxed_ink.ts";
import { connectedComponents } from "@lib/image/connected_components.ts";
import { crop } from "@lib/image/crop.ts";
import { cropToInk } from "@lib/image/crop_to_ink.ts";
import { drawLine } from "@lib/image/draw_line.ts";
import { boxBlur } from "@lib/image/box_blur.ts";
import { holes } from "@lib/predict/segment/holes.ts";
import { inkBox } from "@lib/image/ink_box.ts";
import { type InkImage, inkImage } from "@lib/image/ink_image.ts";
import { type LightImage, lightImage } from "@lib/image/light_image.ts";
import { dilate, erode } from "@lib/image/morphology.ts";
import { pad } from "@lib/image/pad.ts";
import { resample } from "@lib/image/resample.ts";
import { shear } from "@lib/image/shear.ts";
import { strokeWidth } from "@lib/image/stroke_width.ts";
import { turn } from "@lib/image/turn.ts";
import { erasePrint } from "@lib/preprocess/writing/erase_print.ts";
import { estimateBackground } from "@lib/preprocess/ink/estimate_background.ts";
import { findInk } from "@lib/preprocess/ink/find_ink.ts";
import { keepNearStrokes } from "@lib/preprocess/writing/keep_near_strokes.ts";
import { measureSlant } from "@lib/preprocess/ink/measure_slant.ts";
import { normaliseDigit } from "@lib/preprocess/ink/normalise_digit.ts";

// What is held here the compiler checks: every `@ts-expect-error` must be an error of types.

/** Never called: what must not compile. */
export function wrongKinds(light: LightImage, ink: InkImage): void {
  // @ts-expect-error: ink is wanted
  const asInk: InkImage = light;
  // @ts-expect-error: light is wanted
  const asLight: LightImage = ink;
  // @ts-expect-error: light has no components of ink
  connectedComponents(light);
  // @ts-expect-error: light has no ink to crop to
  cropToInk(light);
  // @ts-expect-error: strokes are drawn on ink
  drawLine(light, [0, 0], [1, 1], 1);
  // @ts-expect-error: light has no holes
  holes(light, 128);
  // @ts-expect-error: paper of level 0 would be black
  pad(light, 1);
  // @ts-expect-error: paper of level 0 would be black
  shear(light, 0.5);
  // @ts-expect-error: light has no strokes
  strokeWidth(light);
  // @ts-expect-error: a piece of ink is wanted
  boxedInk(light);
  // @ts-expect-error: ink is wanted
  erasePrint(light);
  // @ts-expect-error: ink is wanted
  keepNearStrokes(light);
  // @ts-expect-error: ink is wanted
  measureSlant(light);
  // @ts-expect-error: ink is wanted
  normaliseDigit(light);
  // @ts-expect-error: ink is found in light
  findInk(ink);
  // @ts-expect-error: ink has no background
  estimateBackground(ink);
  // @ts-expect-error: a part of light is light
  const part: InkImage = crop(light, { x: 0, y: 0, width: 1, height: 1 });
  // @ts-expect-error: the box around the ink of light
  inkBox(light);
  void [asInk, asLight, part];
}

Deno.test("operations that take both kinds of image keep the kind", () => {
  const box = { x: 0, y: 0, width: 2, height: 2 };
  const light = lightImage(4, 4, new Uint8Array(16).fill(200));
  const ink = inkImage(4, 4, new Uint8Array(16).fill(200));
  const lights: LightImage[] = [
    ...[crop(light, box), resample(light, 2, 3)],
    ...[
      turn(light, "left"),
      boxBlur(light, 1),
      dilate(light, "cross"),
      erode(light, { square: 1 }),
    ],
  ];
  const inks: InkImage[] = [
    ...[crop(ink, box), resample(ink, 2, 3)],
    ...[turn(ink, "left"), boxBlur(ink, 1), dilate(ink, "cross"), erode(ink, { square: 1 })],
  ];
  assertEquals(new Set(lights.map(({ holds }) => holds)), new Set(["light"]));
  assertEquals(new Set(inks.map(({ holds }) => holds)), new Set(["ink"]));
  assert(findInk(light).holds === "ink");
});
