import { assertEquals } from "../support/assert.ts";
import type { Component } from "@lib/preprocess/connected_components.ts";
import { digitParts } from "@lib/predict/digit_parts.ts";

/** A component that fills `share` of its box. */
function component(width: number, height: number, share = 0.3): Component {
  const area = Math.round(width * height * share);
  return { x: 0, y: 0, width, height, label: 1, area, mass: 255 * area, peak: 255 };
}

const [zero, one, bar] = [component(30, 45), component(6, 44, 0.9), component(22, 7, 0.8)];

Deno.test("digitParts() keeps digits, ones and the parts of broken digits", () => {
  const { parts, height } = digitParts([zero, one, bar]);
  assertEquals(parts, [zero, one, bar]);
  assertEquals(height, 45);
});

Deno.test("digitParts() drops specks and long rules", () => {
  const rule = component(400, 3, 0.9);
  const slanted = component(400, 30, 0.1);
  const speck = component(4, 4, 1);
  assertEquals(digitParts([rule, zero, speck, one, slanted]).parts, [zero, one]);
});

Deno.test("digitParts() of nothing is nothing", () => {
  assertEquals(digitParts([]).parts, []);
});
