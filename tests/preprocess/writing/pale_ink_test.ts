import { assert, assertGreater, assertLess } from "../../support/assert.ts";
import {
  comparison,
  fill,
  photographOf,
  photographOfTwo,
  put,
  together,
  writtenDigit,
} from "../../support/drawn_page.ts";
import { type Rng, rngFromSeed } from "@lib/base/rng.ts";
import { type InkImage, inkImage } from "@lib/image/ink_image.ts";
import { type LightImage, lightImage } from "@lib/image/light_image.ts";
import { layeredInk } from "@lib/preprocess/ink/ink_at.ts";
import { measureInk } from "@lib/preprocess/ink/measure_ink.ts";
import { paleInk } from "@lib/preprocess/writing/pale_ink.ts";

const [width, height] = [520, 180];
const curved = [2, 3, 5, 6, 8, 9];

function found(photo: LightImage): InkImage | undefined {
  const measured = measureInk(photo);
  return paleInk(measured, layeredInk(measured, measured.level));
}

/** A row of digits with curves. */
function writtenRow(rng: Rng, y: number, size = 44 + rng.integer(12)): InkImage {
  const page = inkImage(width, height);
  for (let x = 15; x < width - 1.3 * size; x += Math.round(1.4 * size)) {
    put(page, writtenDigit(rng, size, curved[rng.integer(curved.length)]), x, y);
  }
  return page;
}

Deno.test("paleInk() is all the ink, of pencil and of the pen beside it", () => {
  const rng = rngFromSeed(1);
  for (let round = 0; round < 15; round++) {
    const [pen, pencil] = [writtenRow(rng, 15), writtenRow(rng, 100)];
    const levels = [10 + rng.integer(15), 145 + rng.integer(15)] as const;
    const ink = found(photographOfTwo([pen, pencil], levels, { paper: 225, noise: 1 }, rng));
    assert(ink !== undefined, `round ${round}: ${levels}`);
    assertGreater(comparison(pen, ink).kept, 0.97);
    assertGreater(comparison(pencil, ink).kept, 0.85);
    assertLess(comparison(together(pen, pencil), ink).added, 0.02);
  }
});

Deno.test("paleInk() finds a pen beside a black bar, on dark paper too", () => {
  const rng = rngFromSeed(2);
  for (let round = 0; round < 15; round++) {
    const [bar, pen] = [inkImage(width, height), writtenRow(rng, 100)];
    fill(bar, [30, 20], [200 + rng.integer(200), 12 + rng.integer(12)]);
    const look = { paper: 225, noise: 1 };
    const photo = photographOfTwo([bar, pen], [15, 145 + rng.integer(15)], look, rng);
    const negative = { ...photo, pixels: photo.pixels.map((level) => 255 - level) };
    for (const ink of [found(photo), found(negative)]) {
      assert(ink !== undefined, `round ${round}`);
      assertGreater(comparison(pen, ink).kept, 0.85);
    }
  }
});

Deno.test("paleInk() finds none where all is written with one pen, be it strong or pale itself", () => {
  const rng = rngFromSeed(3);
  for (let round = 0; round < 30; round++) {
    const page = together(writtenRow(rng, 15), writtenRow(rng, 100));
    const level = 10 + rng.integer(150);
    const look = { level, paper: 225, noise: rng.between(0, 2) };
    assert(found(photographOf(page, look, rng)) === undefined, `level ${level}`);
  }
});

Deno.test("paleInk() takes no pattern of fine straight lines for writing", () => {
  const rng = rngFromSeed(4);
  for (let round = 0; round < 24; round++) {
    const [pen, pattern] = [writtenRow(rng, 15), inkImage(width, height)];
    const [pitch, kind] = [9 + rng.integer(20), round % 3];
    for (let at = pitch; at < width; at += pitch) {
      if (kind < 2) fill(pattern, [at, 0], [1, height]);
      if (kind === 1 && at < height) fill(pattern, [0, at], [width, 1]);
      for (let y = 5; kind === 2 && y < height - pitch; y += pitch) {
        fill(pattern, [at, y], [1, Math.max(8, pitch - 4)]); // dashes
      }
    }
    const levels = [20, 130 + rng.integer(20)] as const;
    const photo = photographOfTwo([pen, pattern], levels, { paper: 225, noise: 1 }, rng);
    assert(found(photo) === undefined, `pitch ${pitch}, kind ${kind}`);
  }
});

Deno.test("paleInk() leaves what shows through from the back of the sheet", () => {
  const rng = rngFromSeed(5);
  for (let round = 0; round < 15; round++) {
    const rows = [writtenRow(rng, 15), writtenRow(rng, 100)];
    const look = { paper: 225, noise: 1 };
    const photo = photographOfTwo(rows, [20, 193 + rng.integer(15)], look, rng);
    assert(found(photo) === undefined);
  }
});

Deno.test("paleInk() takes no single mark, specks or shadows for writing", () => {
  const rng = rngFromSeed(6);
  for (let round = 0; round < 8; round++) {
    const pen = writtenRow(rng, 15);
    const one = inkImage(width, height);
    put(one, writtenDigit(rng, 40, 8), 60 + rng.integer(300), 110);
    const specks = inkImage(width, height);
    for (let k = 0; k < 150; k++) {
      fill(specks, [rng.integer(width - 4), 90 + rng.integer(80)], [1 + rng.integer(4), 3]);
    }
    const shadows = inkImage(width, height);
    for (const x of [30, 300]) fill(shadows, [x, 95], [120 + rng.integer(60), 70]);
    for (const [name, pale] of Object.entries({ one, specks, shadows })) {
      const photo = photographOfTwo([pen, pale], [20, 130], { paper: 225, noise: 1 }, rng);
      assert(found(photo) === undefined, `${name}, round ${round}`);
    }
  }
});

Deno.test("paleInk() finds none on bare paper", () => {
  const blank = lightImage(width, height, new Uint8Array(width * height).fill(220));
  assert(found(blank) === undefined);
});
