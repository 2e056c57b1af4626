import { assertEquals } from "./assert.ts";
import { saidLines } from "./said_lines.ts";

Deno.test("saidLines() leaves out how far predict is, and nothing else", () => {
  const errors = ["predict: a.png: found no image", "predict: 3 of 4 images failed"];
  assertEquals(saidLines(`${errors[0]}\npredict: 3 of 40 images\n\n${errors[1]}\n`), errors);
});
