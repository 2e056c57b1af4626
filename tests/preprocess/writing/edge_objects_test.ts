import { assertEquals } from "../../support/assert.ts";
import { fill, put, writtenDigit } from "../../support/drawn_page.ts";
import { type Rng, rngFromSeed } from "@lib/base/rng.ts";
import { connectedComponents } from "@lib/image/connected_components.ts";
import { drawLine } from "@lib/image/draw_line.ts";
import { type InkImage, inkImage } from "@lib/image/ink_image.ts";
import { transposed } from "../../support/transposed.ts";
import { turn } from "@lib/image/turn.ts";
import { edgeObjects, edgeStrips } from "@lib/preprocess/writing/edge_objects.ts";

function found(ink: InkImage, find = edgeObjects): string[] {
  const components = find(ink, connectedComponents(ink, 48));
  return components.map(({ x, y, width, height }) => [x, y, width, height].join(" "));
}

/** Digits of a part of the page's height, away from its edges. */
function writtenPage(rng: Rng, part = 0.6): InkImage {
  const height = 50 + rng.integer(60);
  const count = 2 + rng.integer(4);
  const digit = Math.round(part * height);
  const page = inkImage(Math.round(1.4 * digit * count) + 60, height);
  for (let k = 0; k < count; k++) {
    const y = Math.round((height - digit) / 2);
    put(page, writtenDigit(rng, digit), Math.round(20 + 1.4 * digit * k), y);
  }
  return page;
}

type Strip = readonly [x: number, y: number, width: number, height: number];

/** A strip along each edge of a page, in turn around it. */
function strips({ width, height }: InkImage, thick: number): readonly Strip[] {
  const [right, bottom] = [width - thick, height - thick];
  return [
    ...[[0, 0, width, thick] as const, [right, 0, thick, height] as const],
    ...[[0, bottom, width, thick] as const, [0, 0, thick, height] as const],
  ];
}

Deno.test("edgeObjects() finds the strip along each edge of a page, and none of the digits", () => {
  const rng = rngFromSeed(1);
  for (let round = 0; round < 60; round++) {
    const page = writtenPage(rng, 0.3);
    const box = strips(page, 2 + rng.integer(5))[round % 4];
    fill(page, [box[0], box[1]], [box[2], box[3]]);
    assertEquals(found(page), [box.join(" ")], `round ${round}`);
  }
});

Deno.test("edgeObjects() finds strips that meet in a corner, and the dark rim of a scan", () => {
  const rng = rngFromSeed(11);
  for (let round = 0; round < 60; round++) {
    const page = writtenPage(rng, 0.4);
    const along = strips(page, 2 + rng.integer(5));
    const first = rng.integer(4);
    for (let k = 0; k < 2 + round % 3; k++) {
      const [x, y, wide, high] = along[(first + k) % 4];
      fill(page, [x, y], [wide, high]);
    }
    assertEquals(found(page), [`0 0 ${page.width} ${page.height}`], `round ${round}`);
  }
});

Deno.test("edgeObjects() leaves a digit that was cut out tightly, whichever it is", () => {
  const rng = rngFromSeed(12);
  for (let round = 0; round < 200; round++) {
    const digit = writtenDigit(rng, 24 + rng.integer(60));
    assertEquals(found(digit).length, 0, `round ${round}`);
  }
});

Deno.test("edgeObjects() finds a strip along a part of an edge that touches it all along", () => {
  const rng = rngFromSeed(2);
  for (let round = 0; round < 40; round++) {
    const page = writtenPage(rng);
    const length = Math.round(page.width * rng.between(0.4, 0.8));
    const x = rng.integer(page.width - length);
    fill(page, [x, 0], [length, 4]);
    assertEquals(found(page), [`${x} 0 ${length} 4`]);
  }
});

Deno.test("edgeObjects() leaves a dash of the same size that lies farther inside", () => {
  const rng = rngFromSeed(3);
  for (let round = 0; round < 40; round++) {
    const page = writtenPage(rng, 0.5);
    const length = Math.round(page.width * rng.between(0.4, 0.8));
    fill(page, [rng.integer(page.width - length), 5], [length, 4]);
    assertEquals(found(page), []);
  }
});

Deno.test("edgeObjects() leaves a 1 that was cut out tightly, alone in its picture", () => {
  const rng = rngFromSeed(4);
  for (let round = 0; round < 60; round++) {
    const [width, height] = [4 + rng.integer(12), 40 + rng.integer(60)];
    const page = inkImage(width, height);
    fill(page, [0, 0], [width, height]);
    assertEquals(found(page), [], "all of the picture");
    // With a margin at its sides alone.
    const wide = inkImage(3 * width, height);
    fill(wide, [width, 0], [width, height]);
    assertEquals(found(wide), [], "between margins");
  }
});

Deno.test("edgeObjects() leaves a 1 at the edge of a row of digits that was cut out tightly", () => {
  const rng = rngFromSeed(5);
  for (let round = 0; round < 60; round++) {
    const height = 40 + rng.integer(60);
    const count = 1 + rng.integer(4);
    const stroke = Math.max(3, Math.round(height / 10));
    const row = inkImage(Math.round(height * (0.9 * count + 0.3)), height);
    fill(row, [0, 0], [stroke, height]);
    for (let k = 0; k < count; k++) {
      put(
        row,
        writtenDigit(rng, height, [0, 2, 3, 8][rng.integer(4)]),
        Math.round((0.35 + 0.9 * k) * height),
        0,
      );
    }
    assertEquals(found(row), [], `round ${round}`);
    assertEquals(found(turn(row, "half")), [], `round ${round}, at the other end`);
  }
});

Deno.test("edgeObjects() leaves digits that touch the edges of their picture", () => {
  const rng = rngFromSeed(6);
  for (let round = 0; round < 80; round++) {
    const digit = writtenDigit(rng, 24 + rng.integer(70));
    assertEquals(found(digit), []);
    const row = inkImage(2 * digit.width + 20 + 2 * digit.height, digit.height);
    for (let k = 0; k < 2; k++) put(row, digit, k * (digit.width + 10), 0);
    put(row, writtenDigit(rng, digit.height, 3), 2 * (digit.width + 10), 0);
    assertEquals(found(row), []);
  }
});

Deno.test("edgeObjects() finds a bar that runs off the picture and has nothing beside it of its size", () => {
  const rng = rngFromSeed(7);
  for (let round = 0; round < 40; round++) {
    const page = inkImage(300, 160);
    for (let k = 0; k < 3; k++) put(page, writtenDigit(rng, 50), 20 + 80 * k, 100);
    const [lean, thick] = [rng.between(-2, 2), 4 + rng.integer(4)];
    // It ends above the digits.
    drawLine(page, [200, -10], [200 + lean, 70], thick);
    assertEquals(found(page).length, 1, `round ${round}`);
    assertEquals(found(turn(page, "half")).length, 1, `round ${round}, upside down`);
  }
});

Deno.test("edgeObjects() leaves a 1 among digits that runs off the picture a little", () => {
  const rng = rngFromSeed(8);
  for (let round = 0; round < 40; round++) {
    const height = 40 + rng.integer(60);
    const page = inkImage(3 * height, height + 10);
    put(page, writtenDigit(rng, height - 2, 3), 10, 4);
    drawLine(page, [1.5 * height, -2], [1.5 * height, height], height / 10);
    put(page, writtenDigit(rng, height - 2, 5), 2 * height, 4);
    assertEquals(found(page), [], `round ${round}`);
  }
});

Deno.test("edgeStrips() are filled: a bracket along the edge is none", () => {
  const rng = rngFromSeed(10);
  for (let round = 0; round < 30; round++) {
    const page = inkImage(200, 100 + rng.integer(40));
    const wide = 14 + rng.integer(6);
    drawLine(page, [wide, 4], [1, page.height / 2], 2);
    drawLine(page, [1, page.height / 2], [wide, page.height - 5], 2);
    assertEquals(found(page, edgeStrips), [], `round ${round}`);
  }
});

Deno.test("edgeStrips() touch the edge nearly all along: a stem that leans against it is none", () => {
  const rng = rngFromSeed(11);
  for (let round = 0; round < 30; round++) {
    const page = inkImage(200, 140);
    const height = 50 + rng.integer(40);
    // So steep that it fills its box, and touches the edge with its lower part alone.
    fill(page, [0, 20 + (height >> 1)], [7, height >> 1]);
    fill(page, [1, 20], [7, height >> 1]);
    assertEquals(found(page, edgeStrips), [], `round ${round}`);
  }
});

Deno.test("edgeStrips() are straight where they run off: a stroke with hooks at its sides is none", () => {
  const rng = rngFromSeed(12);
  for (let round = 0; round < 30; round++) {
    const page = inkImage(200, 140);
    const [x, length] = [80 + rng.integer(40), 70 + rng.integer(30)];
    fill(page, [x, 0], [4, length]);
    for (let y = 8; y < length - 8; y += 14) fill(page, [x - 7, y], [18, 3]);
    assertEquals(found(page, edgeStrips), [], `round ${round}`);
  }
});

Deno.test("edgeStrips() are all that run along an edge, whatever stands beside them", () => {
  const rng = rngFromSeed(9);
  for (let round = 0; round < 20; round++) {
    const height = 50 + rng.integer(50);
    const thick = 4 + rng.integer(3);
    const page = inkImage(2 * height, height);
    fill(page, [0, 0], [thick, height]);
    put(page, writtenDigit(rng, height, 8), 20, 0);
    const strip = `0 0 ${thick} ${height}`;
    assertEquals(found(page, edgeStrips), [strip], "beside a digit as high");
    assertEquals(found(page), []);
    fill(page, [0, 0], [page.width, thick], 0);
    const lone = inkImage(height, 2 * height);
    fill(lone, [0, 0], [height, thick]);
    assertEquals(found(lone, edgeStrips), [`0 0 ${height} ${thick}`], "above");
    assertEquals(found(transposed(lone), edgeStrips), [`0 0 ${thick} ${height}`], "beside");
  }
  assertEquals(found(inkImage(40, 30), edgeStrips), []);
});
