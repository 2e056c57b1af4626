import { assertEquals } from "../../support/assert.ts";
import { fill, put, writtenDigit } from "../../support/drawn_page.ts";
import { type Rng, rngFromSeed } from "@lib/base/rng.ts";
import { connectedComponents } from "@lib/image/connected_components.ts";
import { drawLine } from "@lib/image/draw_line.ts";
import { type InkImage, inkImage } from "@lib/image/ink_image.ts";
import { solidObjects } from "@lib/preprocess/writing/solid_objects.ts";

type Place = readonly [x: number, y: number];

/** The places of what is found. */
function found(ink: InkImage): Place[] {
  return solidObjects(ink, connectedComponents(ink, 48)).map(({ x, y }) => [x, y]);
}

/** A row of digits in the upper half of a page, and bare paper in the lower. */
function writtenPage(rng: Rng, height: number, count = 4): InkImage {
  const page = inkImage(Math.max(300, Math.round(1.8 * height * count)), 3 * height + 60);
  for (let k = 0; k < count; k++) {
    put(page, writtenDigit(rng, height), Math.round((0.3 + 1.7 * k) * height), 5);
  }
  return page;
}

Deno.test("solidObjects() finds shadows and black bars beside digits, and none of the digits", () => {
  const rng = rngFromSeed(1);
  for (let round = 0; round < 40; round++) {
    const height = 24 + rng.integer(40);
    const page = writtenPage(rng, height);
    const y = height + 25;
    // Ten times as thick as the strokes, which have an eighth of the height.
    const side = Math.round(height * rng.between(1, 1.6));
    const isBlot = rng.uniform() < 0.5;
    if (isBlot) drawLine(page, [90, y + side / 2], [110, y + side / 2], side);
    else fill(page, [40, y], [Math.round(side * rng.between(1, 3)), side]);
    const places = found(page);
    assertEquals(places.length, 1, `round ${round}, digits of ${height} pixels`);
    assertEquals(places[0][1] >= y - 1, true);
  }
});

Deno.test("solidObjects() finds several at once, whatever their order", () => {
  const rng = rngFromSeed(2);
  for (let round = 0; round < 20; round++) {
    const height = 24 + rng.integer(30);
    const page = writtenPage(rng, height);
    const [wide, y] = [height + rng.integer(10), height + 30];
    fill(page, [10, y], [wide, height]);
    fill(page, [110, y + 5], [wide, height]);
    fill(page, [210, y + 10], [wide, height]);
    const places = found(page).sort((one, other) => one[0] - other[0]);
    assertEquals(places, [[10, y], [110, y + 5], [210, y + 10]]);
  }
});

Deno.test("solidObjects() takes writing of one pen for none, however high, and whatever the digits", () => {
  const rng = rngFromSeed(3);
  for (let round = 0; round < 60; round++) {
    assertEquals(found(writtenPage(rng, 12 + rng.integer(70), 1 + rng.integer(8))), []);
  }
});

Deno.test("solidObjects() finds none on a picture of a lone mark, however bold", () => {
  const rng = rngFromSeed(4);
  for (let round = 0; round < 30; round++) {
    const page = inkImage(80, 100);
    drawLine(page, [40, 20], [rng.between(35, 45), 80], 4 + rng.integer(30));
    assertEquals(found(page), []);
    const digit = inkImage(80, 100);
    put(digit, writtenDigit(rng, 80), 10, 10);
    assertEquals(found(digit), []);
  }
});

Deno.test("solidObjects() leaves bold digits beside thin dividers, and beside scratches", () => {
  const rng = rngFromSeed(5);
  for (let round = 0; round < 40; round++) {
    const page = inkImage(400, 90);
    const stroke = 9 + rng.integer(5);
    for (let k = 0; k < 4; k++) {
      const x = 100 * k + 50;
      drawLine(page, [x - 15, 25], [x + 15, 25], stroke);
      drawLine(page, [x + 15, 25], [x - 5, 70], stroke);
      if (k > 0) fill(page, [100 * k, 10], [1 + rng.integer(2), 70]);
    }
    assertEquals(found(page), [], "dividers");
    // Two short scratches.
    const scratched = inkImage(200, 100);
    drawLine(scratched, [80, 20], [110, 20], stroke);
    drawLine(scratched, [110, 20], [90, 80], stroke);
    for (const x of [20, 150]) {
      const y = 30 + rng.integer(20);
      drawLine(scratched, [x, y], [x + rng.integer(4), y + 8], 1);
    }
    assertEquals(found(scratched), [], "scratches");
  }
});

Deno.test("solidObjects() leaves dots and dashes of the pen that wrote the digits", () => {
  const rng = rngFromSeed(6);
  for (let round = 0; round < 30; round++) {
    const height = 30 + rng.integer(30);
    const page = writtenPage(rng, height);
    const stroke = Math.max(2, Math.round(height / 9));
    const y = height + 20;
    drawLine(page, [30, y], [30, y], 1.3 * stroke);
    drawLine(page, [60, y], [60 + height / 2, y], stroke);
    assertEquals(found(page), []);
  }
});

Deno.test("solidObjects() leaves a bold digit beside one thin mark, however long that is", () => {
  const rng = rngFromSeed(8);
  for (let round = 0; round < 30; round++) {
    const page = inkImage(260, 150);
    const stroke = 12 + rng.integer(6);
    drawLine(page, [170, 30], [170 + rng.integer(20), 120], stroke);
    const corner = 90 + rng.integer(20);
    drawLine(page, [30, 20], [corner, 70], 1.5);
    drawLine(page, [corner, 70], [40 + rng.integer(20), 130], 1.5);
    assertEquals(found(page), [], `round ${round}`);
  }
});

Deno.test("solidObjects() leaves a ring of a bold pen beside fine digits", () => {
  const rng = rngFromSeed(9);
  for (let round = 0; round < 30; round++) {
    const page = inkImage(300, 260);
    for (let k = 0; k < 5; k++) put(page, writtenDigit(rng, 26), 20 + 50 * k, 5);
    const [radius, thickness] = [66 + rng.integer(8), 13];
    const [x, y] = [120, 55 + radius];
    for (let k = 0; k < 40; k++) {
      const [from, to] = [k, k + 1].map((step) => 2 * Math.PI * step / 40);
      drawLine(
        page,
        [x + radius * Math.cos(from), y + radius * Math.sin(from)],
        [x + radius * Math.cos(to), y + radius * Math.sin(to)],
        thickness,
      );
    }
    assertEquals(found(page), [], `round ${round}`);
  }
});

Deno.test("solidObjects() leaves an open frame, however thick its sides, and finds none on bare paper", () => {
  const rng = rngFromSeed(7);
  for (let round = 0; round < 20; round++) {
    const page = writtenPage(rng, 40);
    const [thickness, y] = [3 + rng.integer(3), 65];
    const [wide, high] = [120 + rng.integer(100), 90];
    for (const below of [0, high - thickness]) fill(page, [20, y + below], [wide, thickness]);
    for (const aside of [0, wide - thickness]) fill(page, [20 + aside, y], [thickness, high]);
    assertEquals(found(page), []);
  }
  assertEquals(found(inkImage(50, 40)), []);
});

Deno.test("solidObjects() leaves a row of a pen much bolder than the others", () => {
  const rng = rngFromSeed(10);
  for (let round = 0; round < 30; round++) {
    const page = inkImage(400, 190);
    for (let k = 0; k < 5; k++) drawThin(page, [30 + 70 * k, 120], rng);
    const stroke = 12 + rng.integer(4);
    for (let k = 0; k < 4 + rng.integer(2); k++) {
      const [x, y, high] = [70 * k, 20 + rng.integer(4), 52 + rng.integer(12)];
      drawLine(page, [x + 20, y], [x + 50, y], stroke);
      drawLine(page, [x + 50, y], [x + 25 + rng.integer(10), y + high - stroke], stroke);
      // Holes that have run full.
      if (k === 2) fill(page, [x + 20, y], [34, high - stroke]);
    }
    assertEquals(found(page), [], `round ${round}`);
  }
});

/** A 7 of a fine pen. */
function drawThin(page: InkImage, [x, y]: Place, rng: Rng): void {
  const stroke = 2 + rng.integer(2);
  drawLine(page, [x, y], [x + 26, y], stroke);
  drawLine(page, [x + 26, y], [x + rng.integer(12), y + 44 + rng.integer(10)], stroke);
}
