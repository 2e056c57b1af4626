import { assertEquals } from "../support/assert.ts";
import { inkOf } from "../support/shapes.ts";
import { inkBox } from "@lib/image/ink_box.ts";
import { inkImage } from "@lib/image/ink_image.ts";

Deno.test("inkBox() fits around all ink", () => {
  const image = inkOf("......", "..#...", "....#.", "......");
  assertEquals(inkBox(image), { x: 2, y: 1, width: 3, height: 2 });
  assertEquals(inkBox(inkOf("#")), { x: 0, y: 0, width: 1, height: 1 });
});

Deno.test("inkBox() leaves out what is too faint, and finds none on blank paper", () => {
  const image = inkImage(3, 1, Uint8Array.of(31, 32, 0));
  assertEquals(inkBox(image), { x: 1, y: 0, width: 1, height: 1 });
  assertEquals(inkBox(image, 10), { x: 0, y: 0, width: 2, height: 1 });
  assertEquals(inkBox(inkOf("..")), undefined);
});
