import { type Place, sheetSide } from "./sheet.ts";

/** A three, which stands on the sheet until the reader draws. */
export const example: readonly Place[] = [
  ...bow([0.47, 0.34], [0.19, 0.16], -155, 85),
  ...bow([0.46, 0.66], [0.23, 0.18], -80, 155),
];

/** A part of an ellipse, from one angle to another, in degrees clockwise from the right. */
function bow(middle: Place, radii: Place, from: number, to: number): Place[] {
  const steps = 24;
  return Array.from({ length: steps + 1 }, (_, i) => {
    const angle = (from + (to - from) * i / steps) * Math.PI / 180;
    const [x, y] = [middle[0] + radii[0] * Math.cos(angle), middle[1] + radii[1] * Math.sin(angle)];
    return [x * sheetSide, y * sheetSide];
  });
}
