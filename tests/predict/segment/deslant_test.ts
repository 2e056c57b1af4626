import {
  assertAlmostEquals,
  assertEquals,
  assertLess,
  assertLessOrEqual,
} from "../../support/assert.ts";
import { inkOf } from "../../support/shapes.ts";
import { rngFromSeed } from "@lib/base/rng.ts";
import { boxedInk } from "@lib/image/boxed_ink.ts";
import { crop } from "@lib/image/crop.ts";
import { inkBox } from "@lib/image/ink_box.ts";
import { inkImage } from "@lib/image/ink_image.ts";
import { shear } from "@lib/image/shear.ts";
import { deslant } from "@lib/predict/segment/deslant.ts";

const bar = inkOf(...Array.from({ length: 40 }, () => "####"));

Deno.test("deslant() takes the slant off, and finds the way back to the page", () => {
  const { image } = shear(bar, 0.5);
  const marks = [20, 60, 110].map((x) => {
    return { box: { x, y: 7, width: image.width, height: 40 }, ink: image };
  });
  const line = deslant(marks);
  line.marks.forEach((mark, i) => {
    assertLess(mark.box.width, 9);
    const { x, y, width, height } = line.boxOnPage(mark);
    assertAlmostEquals(x, marks[i].box.x, 3);
    assertAlmostEquals(x + width, marks[i].box.x + 23, 4);
    assertAlmostEquals(y, 7, 1);
    assertAlmostEquals(height, 40, 1);
  });
});

Deno.test("deslant() leaves an upright line as it is, and its boxes", () => {
  const marks = [20, 60].map((x) => boxedInk(bar, { x, y: 7 }));
  const { marks: same, boxOnPage } = deslant(marks);
  assertEquals(same, marks);
  assertEquals(same.map(boxOnPage), marks.map(({ box }) => box));
});

Deno.test("deslant() moves marks at every height with the slant of the line, and finds them again", () => {
  const rng = rngFromSeed(2);
  for (const slant of [-0.4, 0.3, 0.6]) {
    const marks = Array.from({ length: 6 }, (_, i) => {
      const high = i < 3 ? 40 : 12 + rng.integer(20);
      const upright = inkImage(5, high, new Uint8Array(5 * high).fill(255));
      const { image } = shear(upright, slant);
      const ink = crop(image, inkBox(image)!);
      return boxedInk(ink, { x: 40 * i + rng.integer(5), y: 10 + (i < 3 ? 0 : rng.integer(16)) });
    });
    const line = deslant(marks);
    assertEquals(line.marks.length, marks.length);
    const foot = Math.max(...marks.map(({ box }) => box.y + box.height));
    line.marks.forEach((mark, i) => {
      const { box } = marks[i];
      assertLessOrEqual(mark.box.width, 8);
      assertEquals([mark.box.y, mark.box.height], [box.y, box.height]);
      // A mark above the line's foot moves as far as the line does there.
      const moved = slant * (foot - box.y - box.height);
      const own = slant < 0 ? box.x + box.width - 6 : box.x;
      assertAlmostEquals(mark.box.x, own - moved, 1.5);
      const back = line.boxOnPage(mark);
      assertAlmostEquals(back.x, box.x, 1.5);
      assertAlmostEquals(back.x + back.width, box.x + box.width, 1.5);
      assertEquals([back.y, back.height], [box.y, box.height]);
    });
    // A piece of a mark has a box of its own: its upper half.
    const [{ box, ink }] = line.marks;
    const half = crop(ink, { x: 0, y: 0, width: ink.width, height: 20 });
    const upper = line.boxOnPage(boxedInk(half, box));
    const x = slant < 0 ? marks[0].box.x : marks[0].box.x + 20 * slant;
    assertAlmostEquals(upper.x, x, 2);
    assertAlmostEquals(upper.width, 5 + 20 * Math.abs(slant), 2.5);
  }
});

Deno.test("deslant() leaves out what fades away, and takes faint ink for none", () => {
  const empty = boxedInk(inkImage(3, 3), { x: 90, y: 20 });
  const { marks, boxOnPage } = deslant([boxedInk(bar, { x: 20 }), empty]);
  assertEquals(marks.length, 1);
  const faint = boxedInk(inkImage(3, 2, new Uint8Array([20, 31, 32, 0, 32, 0])), { x: 5, y: 5 });
  assertEquals(boxOnPage(faint), { x: 6, y: 5, width: 2, height: 2 });
  assertEquals(boxOnPage(empty), empty.box);
});
