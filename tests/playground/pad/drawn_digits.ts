/** A point of a stroke: x to the right, y down, 0 to 1 of the paper. */
export type Point = readonly [x: number, y: number];

/** A digit as a hand draws it, stroke after stroke. */
export interface DrawnDigit {
  readonly digit: number;
  readonly strokes: readonly (readonly Point[])[];
}

/** Part of an ellipse.
 *
 * @param centre of the ellipse
 * @param radii to the right and down
 * @param from in degrees, 0 to the right and 90 down
 * @param to less than `from` to go round the other way
 */
function arc(centre: Point, radii: Point, from: number, to: number): Point[] {
  const steps = Math.ceil(Math.abs(to - from) / 15);
  return Array.from({ length: steps + 1 }, (_, i) => {
    const angle = (from + (to - from) * i / steps) * Math.PI / 180;
    return [centre[0] + radii[0] * Math.cos(angle), centre[1] + radii[1] * Math.sin(angle)];
  });
}

/** Each digit twice, in plain forms. */
export const drawnDigits: readonly DrawnDigit[] = [
  { digit: 0, strokes: [arc([0.5, 0.5], [0.22, 0.32], -90, 270)] },
  { digit: 0, strokes: [arc([0.52, 0.5], [0.15, 0.3], -60, -425)] },
  { digit: 1, strokes: [[[0.52, 0.18], [0.48, 0.82]]] },
  { digit: 1, strokes: [[[0.36, 0.36], [0.54, 0.18], [0.54, 0.82]]] },
  {
    digit: 2,
    strokes: [[...arc([0.5, 0.36], [0.2, 0.18], -170, 30), [0.3, 0.8], [0.74, 0.8]]],
  },
  {
    digit: 2,
    strokes: [[...arc([0.48, 0.34], [0.17, 0.16], -150, 60), [0.27, 0.78], [0.5, 0.76], [
      0.72,
      0.82,
    ]]],
  },
  {
    digit: 3,
    strokes: [[
      ...arc([0.48, 0.33], [0.19, 0.15], -150, 90),
      ...arc([0.48, 0.65], [0.22, 0.17], -90, 150),
    ]],
  },
  {
    digit: 3,
    strokes: [[[0.3, 0.2], [0.7, 0.2], [0.48, 0.44], ...arc([0.48, 0.63], [0.22, 0.19], -80, 150)]],
  },
  {
    digit: 4,
    strokes: [[[0.34, 0.18], [0.3, 0.52], [0.74, 0.52]], [[0.62, 0.2], [0.6, 0.84]]],
  },
  { digit: 4, strokes: [[[0.58, 0.84], [0.58, 0.18], [0.26, 0.6], [0.76, 0.6]]] },
  {
    digit: 5,
    strokes: [
      [[0.36, 0.2], [0.34, 0.46], ...arc([0.48, 0.62], [0.21, 0.19], -120, 150)],
      [[0.36, 0.2], [0.7, 0.2]],
    ],
  },
  {
    digit: 5,
    strokes: [[
      [0.68, 0.2],
      [0.38, 0.22],
      [0.35, 0.45],
      ...arc([0.47, 0.6], [0.2, 0.2], -110, 140),
    ]],
  },
  {
    digit: 6,
    strokes: [[
      [0.62, 0.18],
      [0.44, 0.34],
      [0.34, 0.56],
      ...arc([0.5, 0.65], [0.17, 0.17], 190, -180),
    ]],
  },
  {
    digit: 6,
    strokes: [[[0.42, 0.16], [0.36, 0.4], ...arc([0.51, 0.64], [0.18, 0.18], 180, -170)]],
  },
  { digit: 7, strokes: [[[0.28, 0.2], [0.72, 0.2], [0.44, 0.84]]] },
  {
    digit: 7,
    strokes: [[[0.28, 0.22], [0.7, 0.2], [0.46, 0.84]], [[0.4, 0.5], [0.68, 0.5]]],
  },
  {
    digit: 8,
    strokes: [[
      ...arc([0.5, 0.34], [0.15, 0.15], -45, -270),
      ...arc([0.5, 0.66], [0.18, 0.17], -90, 270),
      ...arc([0.5, 0.34], [0.15, 0.15], 90, -45),
    ]],
  },
  {
    digit: 8,
    strokes: [
      arc([0.5, 0.34], [0.14, 0.15], -90, 270),
      arc([0.5, 0.66], [0.17, 0.17], -90, 270),
    ],
  },
  {
    digit: 9,
    strokes: [[...arc([0.48, 0.36], [0.17, 0.17], 0, -360), [0.64, 0.6], [0.6, 0.84]]],
  },
  {
    digit: 9,
    strokes: [[
      ...arc([0.5, 0.35], [0.18, 0.16], -10, -350),
      [0.67, 0.6],
      ...arc([0.5, 0.66], [0.17, 0.17], 10, 130),
    ]],
  },
];
