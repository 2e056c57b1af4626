import { assertEquals } from "../support/assert.ts";
import type { Component } from "@lib/preprocess/connected_components.ts";
import { joinParts } from "@lib/predict/join_parts.ts";

function part(label: number, x: number, y: number, width: number, height: number): Component {
  return { x, y, width, height, label, area: 9, mass: 9, peak: 9 };
}

function labels(groups: ReturnType<typeof joinParts>): number[][] {
  return groups.map(({ parts }) => parts.map(({ label }) => label));
}

Deno.test("joinParts() joins a 5 with its bar, not with its neighbour", () => {
  const five = part(1, 0, 10, 20, 30);
  const bar = part(2, 8, 0, 22, 5);
  const next = part(3, 28, 0, 20, 40);
  const groups = joinParts([five, bar, next]);
  assertEquals(labels(groups), [[1, 2], [3]]);
  const { parts: _, ...box } = groups[0];
  assertEquals(box, { x: 0, y: 0, width: 30, height: 40 });
});

Deno.test("joinParts() joins three pieces of one stroke", () => {
  const pieces = [part(1, 0, 0, 6, 10), part(2, 1, 14, 6, 10), part(3, 2, 28, 6, 10)];
  assertEquals(labels(joinParts(pieces)), [[1, 2, 3]]);
});
