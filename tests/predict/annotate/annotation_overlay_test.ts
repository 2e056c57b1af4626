import { assert, assertEquals, assertGreater, assertLess } from "../../support/assert.ts";
import fc from "fast-check";
import { Buffer } from "node:buffer";
import sharp from "sharp";
import { type Degrees, turnBox } from "@lib/image/turn_box.ts";
import { annotationOverlay } from "@lib/predict/annotate/annotation_overlay.ts";
import {
  type BoxedDigit,
  type BoxedReading,
  type BoxedSign,
  mapBoxes,
} from "@lib/predict/annotate/boxed_reading.ts";

const size = { width: 400, height: 300 };

function digitAt(x: number, y: number, confidence = 0.97): BoxedDigit {
  return { digit: 3, confidence, box: { x, y, width: 40, height: 60 } };
}

function readingOf(
  digits: readonly BoxedDigit[],
  rest: Partial<BoxedReading> & { readonly separators?: readonly BoxedSign[] } = {},
): BoxedReading {
  const { separators = [], ...more } = rest;
  return { digits, lines: [{ digits, separators }], rejected: [], turned: 0, ...more };
}

/** The filled label boxes of an overlay: left, top, width, height. */
function labels(svg: string): number[][] {
  const pattern = /<rect x="([^"]+)" y="([^"]+)" width="([^"]+)" height="([^"]+)" rx/g;
  return [...svg.matchAll(pattern)].map(([, ...sides]) => sides.map(Number));
}

Deno.test("annotationOverlay() frames a digit, names it above, its confidence below", () => {
  const { svg, room } = annotationOverlay(size, readingOf([digitAt(100, 100)]));
  assertEquals(room, { left: 0, top: 0, right: 0, bottom: 0 });
  assert(svg.startsWith('<svg xmlns="http://www.w3.org/2000/svg" width="400" height="300">'));
  assert(svg.includes('<rect x="100" y="100" width="40" height="60" fill="none"'));
  const [above, below] = labels(svg);
  assertEquals([above[1] + above[3], below[1]], [100, 160]);
  // One character above, three below: "97%".
  assertEquals(svg.split("<path").length - 1, 4);
});

Deno.test("annotationOverlay() shows doubt in another colour, and never rounds up to 100 %", () => {
  const sure = annotationOverlay(size, readingOf([digitAt(100, 100, 0.999)])).svg;
  const unsure = annotationOverlay(size, readingOf([digitAt(100, 100, 0.89)])).svg;
  assert(sure.includes("#0072b2") && !sure.includes("#d55e00"));
  assert(unsure.includes("#d55e00") && !unsure.includes("#0072b2"));
  assertEquals(sure.split("<path").length - 1, 4, "99%");
  assertEquals(
    annotationOverlay(size, readingOf([digitAt(100, 100, 1)])).svg.split("<path").length - 1,
    5,
  );
});

Deno.test("annotationOverlay() asks for room where labels leave the picture", () => {
  const { room } = annotationOverlay({ width: 40, height: 60 }, readingOf([digitAt(0, 0)]));
  assertGreater(room.top, 30);
  assertGreater(room.bottom, 15);
});

Deno.test("annotationOverlay() keeps the labels of neighbours apart", () => {
  const beside = [digitAt(100, 100), digitAt(125, 100)];
  const below = [digitAt(100, 20), digitAt(100, 110)];
  for (const digits of [beside, below]) {
    const found = labels(annotationOverlay(size, readingOf(digits)).svg);
    found.forEach(([x, y, width, height], i) => {
      found.slice(i + 1).forEach(([left, top]) => {
        const isApart = left >= x + width || x >= left + width || top >= y + height || y > top;
        assert(isApart, JSON.stringify(found));
      });
    });
  }
  const alone = labels(annotationOverlay(size, readingOf([digitAt(100, 100)])).svg);
  assertLess(labels(annotationOverlay(size, readingOf(beside)).svg)[0][3], alone[0][3]);
});

Deno.test("annotationOverlay() of nothing draws nothing", () => {
  const { svg } = annotationOverlay(size, readingOf([]));
  assert(!svg.includes("<rect"));
});

Deno.test("annotationOverlay() frames signs in thin grey, their labels in the row of the digits'", () => {
  const digits = [digitAt(100, 100), digitAt(190, 104)];
  const low = { sign: ",", box: { x: 158, y: 150, width: 8, height: 14 }, after: 1 } as const;
  const tall = { sign: "/", box: { x: 150, y: 90, width: 30, height: 80 }, after: 1 } as const;
  for (const sign of [low, tall]) {
    const { svg } = annotationOverlay(size, readingOf(digits, { separators: [sign] }));
    const { x, y, width, height } = sign.box;
    const frame = `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="none" stroke=`;
    assert(svg.includes(`${frame}"#6b6b6b"`), svg);
    assert(svg.includes('fill="#6b6b6b"'), svg);
    const [label, first, , second] = labels(svg);
    assertEquals([first, second].map(([, top, , high]) => top + high), [100, 104]);
    assertEquals(label[1] + label[3], 102, "on the digits' level");
    assertGreater(label[0], first[0] + first[2]);
    assertLess(label[0] + label[2], second[0]);
  }
});

Deno.test("annotationOverlay() puts dashes around what was left out, without a label", () => {
  const rejected = [{ box: { x: 10, y: 20, width: 300, height: 30 } }];
  const alone = annotationOverlay(size, readingOf([], { rejected })).svg;
  assert(/<rect x="10" y="20" width="300" height="30"[^>]* stroke-dasharray=/.test(alone), alone);
  assertEquals(labels(alone), []);
  const digits = [digitAt(100, 100)];
  const both = annotationOverlay(size, readingOf(digits, { rejected })).svg;
  assertEquals(labels(both), labels(annotationOverlay(size, readingOf(digits)).svg));
  assert(both.indexOf("dasharray") < both.indexOf("#0072b2"), "digits are drawn over it");
});

const sizes = fc.record({
  width: fc.integer({ min: 120, max: 300 }),
  height: fc.integer({ min: 120, max: 300 }),
});
const inside = fc.integer({ min: 0, max: 70 });

Deno.test("annotationOverlay() of a turned page is that of the upright one, turned", async () => {
  await fc.assert(
    fc.asyncProperty(
      sizes,
      inside,
      inside,
      fc.constantFrom<Degrees>(90, 180, 270),
      async (upright, x, y, turned) => {
        const digits = [digitAt(x, y), digitAt(x + 60, y + 3, 0.5)];
        const sign = { sign: "-", box: { x: x + 44, y: y + 30, width: 9, height: 4 }, after: 1 };
        const reading = readingOf(digits, {
          separators: [sign as BoxedSign],
          rejected: [{ box: { x: 5, y: 9, width: 80, height: 30 } }],
        });
        const size = turned === 180 ? upright : { width: upright.height, height: upright.width };
        const lying = { ...mapBoxes(reading, (box) => turnBox(box, turned, size)), turned };
        const one = await pixelsOf(annotationOverlay(upright, reading).svg, turned);
        const other = await pixelsOf(annotationOverlay(size, lying).svg, 0);
        assertEquals([other.width, other.height], [one.width, one.height]);
        const apart = one.data.reduce((sum, level, i) => sum + Math.abs(level - other.data[i]), 0);
        assertLess(apart / one.data.length, 1.5);
      },
    ),
    { numRuns: 25, seed: 4 },
  );
});

interface Pixels {
  readonly data: Uint8Array;
  readonly width: number;
  readonly height: number;
}

async function pixelsOf(svg: string, turned: Degrees): Promise<Pixels> {
  const plain = await sharp(Buffer.from(svg)).flatten({ background: "#999" }).png().toBuffer();
  const { data, info } = await sharp(plain).rotate(turned).greyscale().raw()
    .toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}
