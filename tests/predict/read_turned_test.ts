import { assert, assertEquals, assertGreater, assertLess } from "../support/assert.ts";
import { answerOf, fakeModel } from "../support/fake_model.ts";
import { digits as dataset } from "../support/written_digits.ts";
import { drawHand } from "../../bench/pages/hand/hand.ts";
import { writeRow } from "../../bench/pages/hand/write_row.ts";
import { initBackend } from "@lib/backend/backend.ts";
import { type Rng, rngFromSeed } from "@lib/base/rng.ts";
import { crop } from "@lib/image/crop.ts";
import { type InkImage, inkImage } from "@lib/image/ink_image.ts";
import { type LightImage, lightImage } from "@lib/image/light_image.ts";
import { turn } from "@lib/image/turn.ts";
import { loadHandwritingModel } from "@lib/model/load_handwriting_model.ts";
import { turnLimits } from "@lib/predict/limits.ts";
import { readLines } from "@lib/predict/read_lines.ts";
import type { PlacedLine } from "@lib/predict/placed_line.ts";
import { readTurned } from "@lib/predict/read_turned.ts";
import { writingOf } from "@lib/preprocess/writing/writing.ts";

await initBackend("wasm");
const reader = await loadHandwritingModel();

/** How a page comes to lie so. */
const ways = [[90, "right"], [180, "half"], [270, "left"]] as const;

/** Lays ink onto a page. */
function lay(page: InkImage, ink: InkImage, left: number, top: number): void {
  ink.pixels.forEach((level, i) => {
    const [x, y] = [Math.round(left) + i % ink.width, Math.round(top) + Math.floor(i / ink.width)];
    page.pixels[y * page.width + x] = Math.max(page.pixels[y * page.width + x], level);
  });
}

/** Digits that look like none from any other side, some of them behind a dash. */
function clearDigits(rng: Rng): string {
  const digits = Array.from({ length: 5 + rng.integer(3) }, () => "347"[rng.integer(3)]);
  return digits.map((digit, i) => i === 2 ? `-${digit}` : digit).join("");
}

/** A page of some lines of digits. */
function drawPage(lines: number, rng: Rng): InkImage {
  const height = rng.between(36, 60);
  const hand = drawHand(dataset, height, rng);
  const rows = Array.from({ length: lines }, () => writeRow(clearDigits(rng), hand, rng));
  const width = Math.max(...rows.map((row) => row.width)) + 60;
  const page = inkImage(width, Math.ceil(2 * height * lines + 60));
  rows.forEach((row, i) => lay(page, row, 30, 30 + 2 * height * i));
  return page;
}

function lightOf({ width, height, pixels }: InkImage): LightImage {
  return lightImage(width, height, pixels.map((level) => 255 - level));
}

function textOf(lines: readonly PlacedLine[]): string {
  return lines.map(({ digits }) => digits.map(({ digit }) => digit).join("")).join("\n");
}

Deno.test("readTurned() says how a page lies, and gives its boxes as it lies", async () => {
  const rng = rngFromSeed(71);
  let signs = 0;
  for (let i = 0; i < 6; i++) {
    const page = drawPage(2, rng);
    const upright = await readLines(reader, writingOf(page));
    const [turned, way] = ways[i % ways.length];
    const lying = turn(page, way);
    const read = await readTurned(reader, lightOf(lying), writingOf(lying));
    assertEquals([read.turned, textOf(read.lines)], [turned, textOf(upright)]);
    for (const kind of ["digits", "separators", "rejected"] as const) {
      const plain = upright.flatMap((line) => line[kind].map(({ box }) => box));
      const boxes = read.lines.flatMap((line) => line[kind].map(({ box }) => box));
      assertEquals(boxes.length, plain.length);
      boxes.forEach((box, k) => {
        assertEquals(crop(lying, box), turn(crop(page, plain[k]), way), `${turned} ${kind} ${k}`);
      });
    }
    assertGreater(read.lines.flatMap(({ digits }) => digits).length, 8);
    signs += read.lines.flatMap(({ separators }) => separators).length;
  }
  assertGreater(signs, 6);
});

Deno.test("readTurned() takes a page for upright that reads well, and asks no more than that", async () => {
  const rng = rngFromSeed(72);
  const page = drawPage(2, rng);
  const says = () => answerOf(3, 0.9, 0.05);
  const [alone, own] = [fakeModel(says), fakeModel(says)];
  const lines = await readLines(alone.model, writingOf(page));
  const read = await readTurned(own.model, lightOf(page), writingOf(page));
  assertEquals(read, { lines, turned: 0, odds: 1 });
  assertEquals(own.asked(), alone.asked());
});

Deno.test("readTurned() takes a page as it lies that no other side reads better", async () => {
  const rng = rngFromSeed(73);
  for (const confidence of [0.3, 0.6]) {
    const page = drawPage(2, rng);
    const says = () => answerOf(3, confidence, 0.1);
    const [alone, own] = [fakeModel(says), fakeModel(says)];
    const lines = await readLines(alone.model, writingOf(page));
    const read = await readTurned(own.model, lightOf(page), writingOf(page));
    assertEquals(read, { lines, turned: 0, odds: 1 });
    assertLess(alone.asked(), own.asked()); // the other sides were tried
  }
});

/** A line of digits that look like digits upside down, too. */
function drawEitherWay(rng: Rng): InkImage {
  const height = rng.between(36, 60);
  const digits = Array.from({ length: 4 + rng.integer(4) }, () => "01689"[rng.integer(5)]);
  const row = writeRow(digits.join(""), drawHand(dataset, height, rng), rng);
  const page = inkImage(row.width + 60, Math.ceil(2.5 * height));
  lay(page, row, 30, 30);
  return page;
}

Deno.test("readTurned() leaves upright lines as they are, and is seldom sure of few digits upside down", async () => {
  const rng = rngFromSeed(74);
  let [kept, found, sure] = [0, 0, 0];
  for (let i = 0; i < 16; i++) {
    const page = drawEitherWay(rng);
    const lying = turn(page, "half");
    const upright = await readTurned(reader, lightOf(page), writingOf(page));
    const read = await readTurned(reader, lightOf(lying), writingOf(lying));
    kept += Number(upright.turned === 0);
    found += Number(read.turned === 180);
    sure += Number(read.turned === 180 && read.odds >= 0.9);
    assert(read.odds >= 0.5 && read.odds <= 1, `${read.odds}`);
  }
  assertEquals(kept, 16);
  assert(sure < 8 && sure <= found, `${sure} of ${found}`);
});

/** Blocks in rows of twenty, at no even pitch; `wide` and `high` in pixels. */
function blocks(count: number, wide: number, high: number): InkImage {
  const page = inkImage(20 * 40 + 20, Math.ceil(count / 20) * 50 + 20);
  const block = inkImage(wide, high, new Uint8Array(wide * high).fill(255));
  for (let i = 0; i < count; i++) {
    const row = Math.floor(i / 20);
    lay(page, block, 20 + 40 * (i % 20), 20 + 50 * row + 8 * (row % 3));
  }
  return page;
}

Deno.test("readTurned() turns a page only for enough digits, be its marks few or very many", async () => {
  // Bars that lie are no digits, standing ones are.
  const says = ({ aspect }: { readonly aspect: number }) => {
    return aspect > 1 ? answerOf(1, 0.02, 0.97) : answerOf(1, 0.95, 0.03);
  };
  const turnedOf = async (count: number): Promise<number> => {
    const page = blocks(count, 30, 12);
    const { turned } = await readTurned(fakeModel(says).model, lightOf(page), writingOf(page));
    return turned;
  };
  const { leastDigits, mostMarks } = turnLimits;
  assertEquals(await turnedOf(leastDigits - 1), 0);
  for (const count of [40, 3 * mostMarks]) {
    assertEquals([90, 270].includes(await turnedOf(count)), true, `${count}`);
  }
  const few = blocks(leastDigits - 1, 30, 12);
  const [alone, own] = [fakeModel(says), fakeModel(says)];
  await readLines(alone.model, writingOf(few));
  await readTurned(own.model, lightOf(few), writingOf(few));
  assertEquals(own.asked(), alone.asked()); // no other side was tried
});
