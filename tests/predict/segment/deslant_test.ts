import { assertAlmostEquals, assertLess } from "../../support/assert.ts";
import { inkOf } from "../../support/shapes.ts";
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
