import { assertEquals } from "../support/assert.ts";
import { toBytes } from "@lib/base/to_bytes.ts";

Deno.test("toBytes() rounds and holds within 0 to 255", () => {
  assertEquals(toBytes([-1, 0.4, 0.6, 254.6, 1e9, NaN]), Uint8Array.of(0, 0, 1, 255, 255, 0));
});
