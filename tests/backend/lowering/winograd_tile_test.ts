import fc from "fast-check";
import { winogradTile } from "@lib/backend/lowering/winograd_tile.ts";
import { assert, assertEquals } from "../../support/assert.ts";

Deno.test("winogradTile() takes the larger tiles where they fit the image well", () => {
  for (const [oh, ow] of [[8, 8], [10, 10], [4, 4], [12, 3], [24, 24]]) {
    assertEquals(winogradTile(oh, ow), 4, `${oh} × ${ow}`);
  }
  for (const [oh, ow] of [[1, 1], [2, 2], [2, 8], [5, 5], [6, 6]]) {
    assertEquals(winogradTile(oh, ow), 2, `${oh} × ${ow}`);
  }
});

Deno.test("winogradTile() takes the larger tiles of any large image, never of a single row", () => {
  fc.assert(
    fc.property(fc.integer({ min: 20, max: 500 }), fc.integer({ min: 20, max: 500 }), (oh, ow) => {
      assert(winogradTile(oh, ow) === 4);
      assertEquals(winogradTile(1, ow), 2);
    }),
  );
});
