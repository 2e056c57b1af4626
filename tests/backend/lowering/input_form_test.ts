import { copyInput, inputForm } from "@lib/backend/lowering/input_form.ts";
import { assertEquals } from "../../support/assert.ts";

const crop = { kind: "crop", top: 1, left: 2, bottom: 0, right: 1 } as const;

Deno.test("inputForm() takes the cropping and scaling at the start together, in their order", () => {
  const { form, count } = inputForm([
    { kind: "rescale", scale: 2, offset: 1 },
    crop,
    { kind: "rescale", scale: 10, offset: 3 },
    crop,
    { kind: "flatten" },
    { kind: "rescale", scale: 5, offset: 0 },
  ], [4, 9, 3]);
  assertEquals(count, 4);
  assertEquals(form, { from: [4, 9, 3], top: 2, left: 4, shape: [2, 3, 3], scale: 20, offset: 13 });
});

Deno.test("copyInput() cuts and scales each image", () => {
  const form = {
    from: [3, 3, 2],
    top: 1,
    left: 1,
    shape: [2, 1, 2],
    scale: 10,
    offset: 1,
  } as const;
  const pixels = Float32Array.from({ length: 36 }, (_, i) => i);
  const target = new Float32Array(9).fill(-1);
  copyInput(form, pixels, target, 2);
  assertEquals([...target], [81, 91, 141, 151, 261, 271, 321, 331, -1]);
});
