import { assertAlmostEquals, assertEquals, assertMatch } from "../../../support/assert.ts";
import { withFolder } from "../../../support/with_folder.ts";
import { join } from "node:path";
import { rngFromSeed } from "@lib/base/rng.ts";
import sharp, { type Sharp } from "sharp";
import type { LineReader } from "../../../../bench/reading/peers/line_reader.ts";
import type { OnnxRuntime, OnnxTensor } from "../../../../bench/reading/peers/onnx_runtime.ts";
import { startPpocr } from "../../../../bench/reading/peers/ppocr.ts";

/** Characters of the recogniser: the digits are neither first nor in their order. */
const dictionary = [..."a9b876543210"];

/** The grey that stands for a digit in the pictures here; paper is 255. */
const greyOf = (digit: number): number => 20 * digit;

/** What each network of PP-OCRv4 takes for zero and for one, of red, green and blue. */
const colours: Readonly<Record<string, readonly (readonly [number, number])[]>> = {
  recogniser: [[0.5, 0.5], [0.5, 0.5], [0.5, 0.5]],
  detector: [[0.485, 0.229], [0.456, 0.224], [0.406, 0.225]],
};

/** The greys that a network was given; all three colours must say the same. */
function greysOf(name: string, { data, dims: [, , height, width] }: OnnxTensor): number[] {
  const greys = Array.from({ length: height * width }, (_, i) => {
    return colours[name].map(([mean, deviation], plane) => {
      return 255 * (data[plane * height * width + i] * deviation + mean);
    });
  });
  for (const [red, green, blue] of greys) {
    assertAlmostEquals(green, red, 1e-3);
    assertAlmostEquals(blue, red, 1e-3);
  }
  return greys.map(([red]) => red);
}

/** A runtime whose detector marks what is not paper, and whose recogniser knows digits by the even grey of
 * bars in the middle row; it lists what happens to its networks, and the shapes that they are given. */
function fakeRuntime(log: string[]): OnnxRuntime {
  const detect = (input: OnnxTensor): OnnxTensor => {
    const data = Float32Array.from(greysOf("detector", input), (grey) => grey < 250 ? 0.9 : 0.1);
    return { data, dims: [1, 1, ...input.dims.slice(2)] };
  };
  const recognise = (input: OnnxTensor): OnnxTensor => {
    const [, , height, width] = input.dims;
    const greys = greysOf("recogniser", input).slice((height >> 1) * width).slice(0, width);
    const classes = dictionary.length + 1;
    const data = new Float32Array(width * classes).fill(0.1);
    for (const [x, grey] of greys.entries()) {
      const isEven = Math.abs(grey - greys[x - 1]) < 1 && Math.abs(grey - greys[x + 1]) < 1;
      const label = isEven ? dictionary.indexOf(`${Math.round(grey / 20)}`) + 1 : 0;
      data[x * classes + label] = 0.8;
      data[x * classes + 1] = 0.9; // "a": no digit, however likely
    }
    return { data, dims: [1, width, classes] };
  };
  return {
    InferenceSession: {
      create: (path, { intraOpNumThreads }) => {
        const run = path === "detector" ? detect : recognise;
        log.push(`${path} on ${intraOpNumThreads}`);
        return Promise.resolve({
          ...{ inputNames: ["x"], outputNames: ["y"] },
          run: ({ x }) => {
            log.push(`${path} ${x.dims}`);
            return Promise.resolve({ y: run(x) });
          },
          release: () => Promise.resolve(void log.push(`${path} ends`)),
        });
      },
    },
    Tensor: class {
      constructor(_: "float32", readonly data: Float32Array, readonly dims: readonly number[]) {}
    },
  };
}

/** Calls `use` with a reader on the runtime above, and ends it. */
async function withReader(
  use: (reader: LineReader, log: string[]) => Promise<void>,
): Promise<string[]> {
  const log: string[] = [];
  await withFolder(async (folder) => {
    const dictionaryPath = join(folder, "characters.txt");
    await Deno.writeTextFile(dictionaryPath, dictionary.join("\n"));
    const models = { recognitionPath: "recogniser", detectionPath: "detector", dictionaryPath };
    const reader = await startPpocr(fakeRuntime(log), models);
    await use(reader, log);
    await reader.close();
  });
  return log;
}

/** Bars of 48 × 48 pixels, one a digit, on paper with so much of it at the sides, above and below. */
function barsOf(digits: readonly number[], side: number, above: number, below: number): Sharp {
  const [width, height] = [2 * side + (2 * digits.length - 1) * 48, above + 48 + below];
  const pixels = new Uint8Array(width * height).fill(255);
  digits.forEach((digit, i) => {
    for (let y = above; y < above + 48; y++) {
      const start = y * width + side + 2 * i * 48;
      pixels.fill(greyOf(digit), start, start + 48);
    }
  });
  return sharp(pixels, { raw: { width, height, channels: 1 } });
}

/** Some digits, repeated ones among them. */
function someDigits(seed: number): number[] {
  const rng = rngFromSeed(seed);
  return Array.from({ length: 2 + rng.integer(5) }, () => rng.integer(10));
}

Deno.test("startPpocr() opens both networks on one thread, says what it is, and gives them back", async () => {
  const log = await withReader(({ version, setting }) => {
    assertMatch(version, /^PP-OCRv4 \(@gutenye\/ocr-models \d+\.\d.*, onnxruntime-node \d+\.\d/);
    assertMatch(setting, /48 rows/);
    return Promise.resolve();
  });
  assertEquals(log, ["recogniser on 1", "detector on 1", "recogniser ends", "detector ends"]);
});

Deno.test("startPpocr() reads an amount whole, digits by their place in the dictionary", async () => {
  for (let seed = 0; seed < 5; seed++) {
    const digits = someDigits(seed);
    await withReader(async ({ read }, log) => {
      assertEquals(await read(barsOf(digits, 10, 0, 0), true), digits.join(""));
      const width = 20 + (2 * digits.length - 1) * 48;
      assertEquals(log.slice(2), [`recogniser 1,3,48,${width}`]);
    });
  }
});

Deno.test("startPpocr() reads of a photograph what the detector finds", async () => {
  for (let seed = 5; seed < 10; seed++) {
    const digits = someDigits(seed);
    await withReader(async ({ read }, log) => {
      // Its middle row crosses bare paper: nobody reads it whole.
      assertEquals(await read(barsOf(digits, 50, 40, 200), true), "");
      assertEquals(await read(barsOf(digits, 50, 40, 200), false), digits.join(""));
      const [, detector, recogniser] = log.slice(2);
      const [, height, width] = /^detector 1,3,(\d+),(\d+)$/.exec(detector)!;
      assertEquals([Number(height) % 32, Number(width) % 32], [0, 0]);
      assertMatch(recogniser, /^recogniser 1,3,48,\d+$/);
    });
  }
});

Deno.test("startPpocr() reads nothing of bare paper, however small", async () => {
  await withReader(async ({ read }) => {
    for (const [width, height] of [[200, 60], [9, 7]]) {
      const paper = sharp({ create: { width, height, channels: 3, background: "white" } }).png();
      const bytes = await paper.toBuffer();
      assertEquals(await read(sharp(bytes), false), "");
      assertEquals(await read(sharp(bytes), true), "");
    }
  });
});
