import { assert, assertEquals, assertGreater, assertLess } from "../../support/assert.ts";
import {
  type Colour,
  type Encoding,
  glazed,
  type Page,
  painted,
  seen,
  varied,
  written,
} from "../../support/coloured_page.ts";
import type { Scene } from "../../../bench/pages/photograph.ts";
import { type Rng, rngFromSeed } from "@lib/base/rng.ts";
import type { InkImage } from "@lib/image/ink_image.ts";
import { type LightImage, lightImage } from "@lib/image/light_image.ts";
import { separatingLight } from "@lib/preprocess/decode/separating_light.ts";
import { findInk } from "@lib/preprocess/ink/find_ink.ts";

/** How much of what is ink or is taken for it is both, 0 to 1. */
function overlap(light: LightImage, truth: InkImage): number {
  const found = findInk(light).pixels;
  let [both, either] = [0, 0];
  truth.pixels.forEach((level, i) => {
    const [is, seems] = [level > 127, found[i] > 127];
    if (is && seems) both++;
    if (is || seems) either++;
  });
  return both / either;
}

const encodings: readonly Encoding[] = [
  "png",
  { quality: 90, full: true },
  { quality: 90 },
  { quality: 80 },
  { quality: 70 },
];

const looks: readonly Partial<Scene>[] = [{}, { texture: 2 }, { shade: 0.4, texture: 3 }];

/** Inks that luminance hardly tells from their papers, or does; `least` is what must be found. */
const inks: Readonly<Record<string, { ink: Colour; paper: Colour; least: number }>> = {
  "yellow on white": { ink: [250, 245, 5], paper: [252, 252, 252], least: 0.8 },
  "cyan on white": { ink: [10, 248, 248], paper: [252, 252, 252], least: 0.8 },
  "light green on white": { ink: [130, 245, 100], paper: [252, 252, 252], least: 0.8 },
  "pink on white": { ink: [250, 175, 195], paper: [252, 252, 252], least: 0.8 },
  "light orange on white": { ink: [250, 200, 115], paper: [252, 252, 252], least: 0.8 },
  "red on dark green": { ink: [170, 20, 15], paper: [12, 95, 25], least: 0.6 },
  "green on red": { ink: [30, 120, 30], paper: [190, 30, 30], least: 0.6 },
  "rose on grey": { ink: [205, 140, 140], paper: [160, 165, 165], least: 0.6 },
};

for (const [name, { ink, paper, least }] of Object.entries(inks)) {
  Deno.test(`separatingLight() shows ink of another colour: ${name}`, async () => {
    const rng = rngFromSeed(11);
    for (const encoding of encodings) {
      for (const look of looks) {
        const colours = { ink: varied(rng, ink, 5), paper: varied(rng, paper, 3) };
        const page = written(rng, { ...colours, ...look });
        const { colours: file, light } = await seen(page, encoding);
        const found = overlap(separatingLight(file, light), page.ink);
        assertGreater(found, least, `${JSON.stringify(encoding)}, ${JSON.stringify(look)}`);
      }
    }
  });
}

Deno.test("luminance alone loses ink that separatingLight() shows", async () => {
  const rng = rngFromSeed(12);
  for (
    const { ink, paper } of [
      { ink: [255, 255, 0], paper: [255, 255, 255] },
      inks["red on dark green"],
      inks["rose on grey"],
    ] as const
  ) {
    const page = written(rng, { ink, paper });
    const { light } = await seen(page, "png");
    assertLess(overlap(light, page.ink), 0.4, `${ink} on ${paper}`);
  }
});

const glazes: readonly Colour[] = [
  [255, 255, 60],
  [255, 240, 30],
  [120, 255, 120],
  [120, 240, 255],
  [255, 170, 220],
  [255, 200, 90],
];

/** What luminance shows well, or is not ink. */
const unchanged: Readonly<Record<string, (rng: Rng, glaze: Colour, other: Colour) => Page>> = {
  "red pen": (rng) => written(rng, { ink: varied(rng, [205, 40, 50], 15), paper: [250, 250, 248] }),
  "blue pen": (rng) =>
    written(rng, { ink: varied(rng, [40, 60, 170], 20), paper: [250, 250, 248] }),
  "chalk on a green board": (rng) => {
    return written(rng, { ink: [228, 230, 226], paper: varied(rng, [40, 80, 55], 10), texture: 3 });
  },
  "black on coloured paper": (rng, glaze) => {
    return written(rng, { ink: [25, 25, 28], paper: glaze, texture: 2, shade: 0.3 });
  },
  "a highlighter's band over black writing": (rng, glaze) => {
    const [left, right] = [rng.between(0.02, 0.3), rng.between(0.5, 0.98)];
    const [top, bottom] = [rng.between(0.1, 0.3), rng.between(0.7, 0.9)];
    return painted(written(rng, { ink: [30, 30, 35], paper: [250, 250, 250] }), (x, y, colour) => {
      const isIn = x > left && x < right && y > top && y < bottom;
      return isIn ? glazed(colour, glaze) : colour;
    });
  },
  "a slope of colours": (rng, glaze, other) => {
    const isAcross = rng.uniform() < 0.5;
    return painted(written(rng, { ink: [30, 30, 35], paper: [250, 250, 250] }), (x, y, colour) => {
      const way = isAcross ? x : y;
      const mixed = [0, 1, 2].map((k) => glaze[k] * (1 - way) + other[k] * way);
      return glazed(colour, mixed as unknown as Colour);
    });
  },
  "a bare sheet in two colours": (rng, glaze, other) => {
    const [parting, slope] = [rng.between(0.3, 0.7), rng.between(-0.5, 0.5)];
    const bare = written(rng, { ink: [250, 250, 250], paper: [250, 250, 250] });
    return painted(bare, (x, y) => x + slope * (y - 0.5) < parting ? glaze : other);
  },
  "noise of a camera": (rng) => {
    const dark = written(rng, { ink: [30, 30, 35], paper: [215, 210, 205] });
    return painted(dark, (_x, _y, colour) => {
      const level = (k: number): number => {
        return Math.min(255, Math.max(0, colour[k] + 12 * rng.normal()));
      };
      return [level(0), level(1), level(2)];
    });
  },
  "pastel squares under black writing": (rng, glaze) => {
    const pastel = glaze.map((level) => 0.5 * (level + 255)) as unknown as Colour;
    const pitch = rng.between(0.09, 0.15);
    return painted(written(rng, { ink: [30, 30, 35], paper: [250, 250, 250] }), (x, y, colour) => {
      return x % pitch < 0.007 || y % pitch < 0.02 ? glazed(colour, pastel) : colour;
    });
  },
  "yellow rules under black writing": (rng) => {
    const pitch = rng.between(0.2, 0.4);
    return painted(written(rng, { ink: [30, 30, 35], paper: [250, 250, 250] }), (_x, y, colour) => {
      return y % pitch < 0.03 ? glazed(colour, [255, 245, 40]) : colour;
    });
  },
};

for (const [name, draw] of Object.entries(unchanged)) {
  Deno.test(`separatingLight() gives the luminance itself: ${name}`, async () => {
    const rng = rngFromSeed(13);
    for (const [i, glaze] of glazes.entries()) {
      const page = draw(rng, glaze, glazes[(i + 2) % glazes.length]);
      for (const encoding of ["png", encodings[1 + i % 4]] as const) {
        const { colours, light } = await seen(page, encoding);
        assert(separatingLight(colours, light) === light, `${glaze}, ${JSON.stringify(encoding)}`);
      }
    }
  });
}

Deno.test("separatingLight() gives the luminance itself of any greys", () => {
  const rng = rngFromSeed(14);
  for (let round = 0; round < 30; round++) {
    const [width, height] = [1 + rng.integer(90), 1 + rng.integer(90)];
    const light = lightImage(width, height).pixels.map(() => rng.integer(256));
    const pixels = Uint8Array.from({ length: 3 * light.length }, (_, i) => light[(i - i % 3) / 3]);
    const grey = lightImage(width, height, light);
    assert(separatingLight({ width, height, channels: 3, pixels }, grey) === grey);
    assert(separatingLight({ width, height, channels: 1, pixels: light }, grey) === grey);
  }
});

Deno.test("separatingLight() shows yellow ink beside black, and leaves the black as it is", async () => {
  const rng = rngFromSeed(15);
  for (const encoding of encodings) {
    const page = written(rng, { ink: varied(rng, [250, 235, 5], 5), paper: [252, 252, 252] });
    const edge = 4 / page.width;
    const framed = painted(page, (x, y, colour) => {
      const isFrame = Math.min(x, 1 - x) < edge || Math.min(y, 1 - y) < 0.04;
      return isFrame ? [10, 10, 10] : colour;
    });
    const { colours, light } = await seen(framed, encoding);
    const shown = separatingLight(colours, light);
    const contrast = (image: LightImage, isInk: boolean): number => {
      const levels = image.pixels.filter((_, i) => {
        return isInk ? page.ink.pixels[i] === 255 : framed.rgb[3 * i] === 10;
      });
      return 252 - levels.reduce((sum, level) => sum + level, 0) / levels.length;
    };
    assertGreater(contrast(shown, true), 130);
    assertLess(contrast(light, true), 30);
    assertEquals(contrast(shown, false), contrast(light, false));
  }
});

Deno.test("separatingLight() shows strokes and leaves a band of the same colour as it is", async () => {
  const rng = rngFromSeed(16);
  const [top, bottom] = ([[250, 235, 5], [30, 30, 35]] as const).map((ink) => {
    return written(rngFromSeed(17), { ink, paper: [252, 252, 252] });
  });
  const band: Colour = varied(rng, [250, 235, 5], 3);
  const marked = painted(bottom, (x, y, colour) => {
    return x > 0.1 && x < 0.9 && y > 0.15 && y < 0.85 ? glazed(colour, band) : colour;
  });
  const { width, height } = top;
  const rgb = new Uint8Array([...top.rgb, ...marked.rgb]);
  const both: Page = { rgb, width, height: 2 * height, ink: top.ink };
  const { colours, light } = await seen(both, { quality: 90 });
  const shown = separatingLight(colours, light);
  const upper = lightImage(width, height, shown.pixels.slice(0, width * height));
  assertGreater(overlap(upper, top.ink), 0.75);
  const lower = 3 * width * height / 2; // below the reach of the strokes
  assertEquals(shown.pixels.slice(lower), light.pixels.slice(lower));
});
