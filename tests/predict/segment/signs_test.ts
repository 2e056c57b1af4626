import { assertEquals } from "../../support/assert.ts";
import { drawHand, height, writeLine } from "../../support/drawn_line.ts";
import { strokeMark } from "../../support/stroke_mark.ts";
import { type Rng, rngFromSeed } from "@lib/base/rng.ts";
import type { BoxedInk } from "@lib/image/boxed_ink.ts";
import { joinSigns, type Sign, smallSign, tallSigns } from "@lib/predict/segment/signs.ts";

function digits(count: number, rng: Rng): string {
  return Array.from({ length: count }, () => "018471"[rng.integer(6)]).join("");
}

function signsOf(text: string): (Sign | undefined)[] {
  return [...text].map((letter) => letter === "/" ? "/" : undefined);
}

const datePatterns = [[2, 2, 4], [1, 2, 2], [2, 1, 4], [1, 1, 2], [2, 2, 2], [4, 2, 2], [4, 1, 1]];

Deno.test("tallSigns() tells both slashes of a date that lean farther, and no ones beside them", () => {
  const rng = rngFromSeed(101);
  for (let i = 0; i < 120; i++) {
    const pattern = datePatterns[i % datePatterns.length];
    const text = pattern.map((count) => digits(count, rng)).join("/");
    const slash = () => ({ lean: rng.between(0.55, 0.9), size: rng.between(0.97, 1.3) });
    const marks = writeLine(text, drawHand(rng), rng, slash);
    assertEquals(tallSigns(marks, height), signsOf(text), text);
  }
});

Deno.test("tallSigns() tells the slashes of a date that are longer, however little they lean", () => {
  const rng = rngFromSeed(102);
  for (let i = 0; i < 60; i++) {
    const pattern = datePatterns[i % datePatterns.length];
    const text = pattern.map((count) => "0847"[rng.integer(4)] + digits(count - 1, rng)).join("/");
    const slash = () => ({ lean: rng.between(0, 0.15), size: rng.between(1.3, 1.5) });
    const marks = writeLine(text, drawHand(rng), rng, slash);
    assertEquals(tallSigns(marks, height), signsOf(text), text);
  }
});

Deno.test("tallSigns() takes no ones for slashes where there are none", () => {
  const rng = rngFromSeed(103);
  for (let i = 0; i < 120; i++) {
    const text = digits(2 + rng.integer(8), rng);
    const none = () => ({ lean: 0, size: 1 });
    assertEquals(tallSigns(writeLine(text, drawHand(rng), rng, none), height), signsOf(text), text);
  }
  const ones = writeLine("1111111", { lean: 0.2, pen: 3 }, rng, () => ({ lean: 0, size: 1 }));
  assertEquals(tallSigns(ones, height), signsOf("1111111"));
});

Deno.test("tallSigns() wants a lone slash, or one outside of a date, to lean and to be longer", () => {
  const rng = rngFromSeed(104);
  for (let i = 0; i < 90; i++) {
    const parts = [[3, 3], [1, 4], [3, 3, 3]][i % 3];
    const text = parts.map((count) => "0847"[rng.integer(4)] + digits(count - 1, rng)).join("/");
    const hand = drawHand(rng);
    const signs = (lean: number, size: number): (Sign | undefined)[] => {
      return tallSigns(writeLine(text, hand, rng, () => ({ lean, size })), height);
    };
    const none = [...text].map(() => undefined);
    assertEquals(signs(rng.between(0.6, 0.9), rng.between(1.25, 1.5)), signsOf(text), text);
    assertEquals(signs(rng.between(0.6, 0.9), rng.between(0.9, 1.02)), none, text);
    assertEquals(signs(rng.between(0, 0.15), rng.between(1.25, 1.5)), none, text);
  }
});

Deno.test("tallSigns() tells no slash at either end of a line, nor one lower than digits", () => {
  const rng = rngFromSeed(105);
  for (const text of ["/80", "80/", "/8/0/"]) {
    const slash = () => ({ lean: 0.7, size: 1.4 });
    const signs = tallSigns(writeLine(text, drawHand(rng), rng, slash), height);
    assertEquals([signs[0], signs[signs.length - 1]], [undefined, undefined], text);
  }
  const low = writeLine("80/48/70", { lean: 0, pen: 3 }, rng, () => ({ lean: 0.7, size: 0.6 }));
  assertEquals(tallSigns(low, height), [...low].map(() => undefined));
});

/** Two strokes that cross in the middle, as wide as `aspect` times their height. */
function cross(size: number, aspect: number, pen: number, isUpright: boolean): BoxedInk {
  const [x, y, up, right] = [100, 100, size * height / 2, size * aspect * height / 2];
  return isUpright
    ? strokeMark(pen, [[x, y - up], [x, y + up]], [[x - right, y], [x + right, y]])
    : strokeMark(
      pen,
      [[x - right, y - up], [x + right, y + up]],
      [[x + right, y - up], [x - right, y + up]],
    );
}

Deno.test("tallSigns() tells plus and cross of any usual size", () => {
  const rng = rngFromSeed(106);
  for (let i = 0; i < 60; i++) {
    const size = rng.between(0.45, 0.95);
    const pen = size * height * rng.between(0.06, 0.12);
    const aspect = rng.between(0.8, 1.25);
    const signs = tallSigns([true, false].map((is) => cross(size, aspect, pen, is)), height);
    assertEquals(signs, ["+", "×"], `${size} ${aspect} ${pen}`);
  }
});

Deno.test("tallSigns() tells no cross too small, too large, too narrow or too bold, and no digit", () => {
  const rng = rngFromSeed(107);
  for (let i = 0; i < 20; i++) {
    for (const isUpright of [true, false]) {
      const none = [
        cross(rng.between(0.1, 0.2), 1, 1, isUpright),
        cross(rng.between(1.3, 1.8), 1, 3, isUpright),
        cross(rng.between(0.6, 0.9), rng.between(0.2, 0.35), 2, isUpright),
        cross(0.7, 1, height * rng.between(0.3, 0.4), isUpright),
      ];
      assertEquals(tallSigns(none, height), [undefined, undefined, undefined, undefined]);
    }
    const written = writeLine("0847", drawHand(rng), rng, () => ({ lean: 0, size: 1 }));
    assertEquals(tallSigns(written, height), signsOf("0847"));
  }
});

/** The sign of a box given in heights of a line that lies anywhere, however high: its sides, and how far
 * down its middle is. */
function signAt(wide: number, high: number, middle: number, rng: Rng): Sign | undefined {
  const [size, top, x] = [rng.between(20, 200), rng.between(0, 500), rng.between(0, 500)];
  const y = top + (middle - high / 2) * size;
  return smallSign({ x, y, width: wide * size, height: high * size }, { top, bottom: top + size });
}

Deno.test("smallSign() tells dash, point and comma by shape and place, on lines of any size", () => {
  const rng = rngFromSeed(108);
  for (let i = 0; i < 200; i++) {
    const wide = rng.between(0.2, 1);
    const flat = wide * rng.between(0.05, 0.4);
    assertEquals(signAt(wide, flat, rng.between(0.3, 0.8), rng), "-");
    const point = rng.between(0.05, 0.25);
    assertEquals(signAt(point * rng.between(0.6, 1.4), point, rng.between(0.9, 1.1), rng), ".");
    assertEquals(signAt(rng.between(0.2, 0.38), 0.06, rng.between(0.9, 1.1), rng), "."); // at the foot
    const comma = rng.between(0.32, 0.55);
    assertEquals(signAt(comma * rng.between(0.1, 0.7), comma, rng.between(0.9, 1.2), rng), ",");
  }
});

Deno.test("smallSign() tells nothing of what lies high, or is as high or wide as no sign is", () => {
  const rng = rngFromSeed(109);
  for (let i = 0; i < 100; i++) {
    const none = [
      signAt(rng.between(0.2, 0.8), 0.05, rng.between(-0.3, 0.2), rng), // a bar above
      signAt(0.1, rng.between(0.05, 0.5), rng.between(0, 0.5), rng), // a tick
      signAt(rng.between(0.45, 0.9), 0.05, rng.between(0.9, 1.2), rng), // a bar below
      signAt(0.2, rng.between(0.7, 1), rng.between(0.65, 0.9), rng), // a digit
      signAt(rng.between(0.5, 0.9), rng.between(0.45, 0.55), 0.9, rng), // a blot
    ];
    assertEquals(none, [undefined, undefined, undefined, undefined, undefined]);
  }
});

function placed(sign: Sign, x: number, y: number, width = 10): Parameters<typeof joinSigns>[0][0] {
  return { sign, box: { x, y, width, height: 6 } };
}

Deno.test("joinSigns() makes one of two points or dashes above each other, in either order", () => {
  const rng = rngFromSeed(110);
  for (let i = 0; i < 50; i++) {
    const [x, gap, aside] = [rng.integer(300), 8 + rng.integer(20), rng.integer(4)];
    const two = (one: Sign, other: Sign, wide: number) => {
      const pair = [placed(one, x, 100, wide), placed(other, x + aside, 100 + gap, wide)];
      const joined = joinSigns(i % 2 === 0 ? pair : pair.toReversed());
      const box = { x, y: 100, width: wide + aside, height: gap + 6 };
      return { joined, box };
    };
    const points = ([".", ","] as const)[rng.integer(2)];
    const colon = two(".", points, 10);
    assertEquals(colon.joined, [{ sign: ":", box: colon.box }]);
    const equals = two("-", "-", 30);
    assertEquals(equals.joined, [{ sign: "=", box: equals.box }]);
    assertEquals(two("-", ".", 30).joined.map(({ sign }) => sign).toSorted(), ["-", "."]);
  }
});

Deno.test("joinSigns() leaves signs that stand beside each other as they are", () => {
  const signs = [
    placed("-", 0, 90),
    placed("-", 14, 100),
    placed(".", 30, 120),
    placed(".", 36, 60),
  ];
  assertEquals(joinSigns(signs), signs);
  assertEquals(joinSigns([]), []);
});
