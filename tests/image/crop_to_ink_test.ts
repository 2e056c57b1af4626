import { assertEquals } from "../support/assert.ts";
import { cropToInk } from "@lib/image/crop_to_ink.ts";
import { inkOf } from "../support/shapes.ts";

Deno.test("cropToInk() keeps the part with ink", () => {
  assertEquals(cropToInk(inkOf("....", "..#.", ".+..")), inkOf(".#", "+."));
});

Deno.test("cropToInk() leaves bare paper as it is", () => {
  assertEquals(cropToInk(inkOf("..", "..")), inkOf("..", ".."));
});
