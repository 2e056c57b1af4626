import { assertEquals } from "../support/assert.ts";
import fc from "fast-check";
import { inkImage } from "@lib/image/ink_image.ts";
import { turn } from "@lib/image/turn.ts";
import { type Degrees, turnBox } from "@lib/image/turn_box.ts";

const way = { 90: "right", 180: "half", 270: "left" } as const;

Deno.test("turnBox() follows the pixels of a turned picture, and back", () => {
  const side = fc.integer({ min: 1, max: 9 });
  const degrees = fc.constantFrom<Exclude<Degrees, 0>>(90, 180, 270);
  fc.assert(fc.property(side, side, side, side, degrees, (width, height, right, low, turned) => {
    const box = { x: right % width, y: low % height, width: 1, height: 1 };
    const large = { ...box, width: width - box.x, height: height - box.y };
    const pixels = Uint8Array.from({ length: width * height }, (_, i) => {
      return i % width >= box.x && i >= box.y * width ? 9 : 0;
    });
    const picture = turn(inkImage(width, height, pixels), way[turned]);
    const after = turnBox(large, turned, picture);
    picture.pixels.forEach((level, i) => {
      const [x, y] = [i % picture.width - after.x, Math.floor(i / picture.width) - after.y];
      const isInside = x >= 0 && x < after.width && y >= 0 && y < after.height;
      assertEquals(level === 9, isInside);
    });
    const back = (360 - turned) as Degrees;
    assertEquals(turnBox(after, back, { width, height }), large);
  }));
  const box = { x: 1, y: 2, width: 3, height: 4 };
  assertEquals(turnBox(box, 0, { width: 9, height: 9 }), box);
});
