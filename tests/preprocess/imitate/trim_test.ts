import { assertEquals } from "../../support/assert.ts";
import { trim } from "@lib/preprocess/imitate/trim.ts";
import { inkOf } from "./shapes.ts";

Deno.test("trim() keeps the part with ink", () => {
  assertEquals(trim(inkOf("....", "..#.", ".+..")), inkOf(".#", "+."));
});

Deno.test("trim() leaves bare paper as it is", () => {
  assertEquals(trim(inkOf("..", "..")), inkOf("..", ".."));
});
