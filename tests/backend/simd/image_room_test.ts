import { rngFromSeed } from "@lib/base/rng.ts";
import { imageRoom } from "@lib/backend/simd/image_room.ts";
import { assert, assertEquals } from "../../support/assert.ts";

Deno.test("imageRoom() has room for all that is laid, each array by itself", () => {
  const rng = rngFromSeed(1);
  const { lay, put, bytes } = imageRoom();
  for (let round = 0; round < 200; round++) {
    const most = 2 ** rng.integer(21);
    const sizes = Array.from({ length: 1 + rng.integer(6) }, () => 1 + rng.integer(most));
    const names = sizes.map((_, i) => `array ${i}`);
    const places = lay(Object.fromEntries(names.map((name, i) => [name, sizes[i]])));
    names.forEach((name, i) => put(places[name], new Uint8Array(sizes[i]).fill(i + 1)));
    names.forEach((name, i) => {
      const own = bytes(places[name], sizes[i]);
      assertEquals(places[name] % 16, 0);
      assert(own.every((byte) => byte === i + 1), `round ${round}: ${name} of ${sizes}`);
    });
  }
});

Deno.test("imageRoom() grows by little, too", () => {
  const { lay, bytes } = imageRoom();
  for (let size = 1; size < 6_000_000; size += 5000) {
    const { all } = lay({ all: size });
    bytes(all, size)[size - 1] = 7;
    assertEquals(bytes(all, size)[size - 1], 7);
  }
});
