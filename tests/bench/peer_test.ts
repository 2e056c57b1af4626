import { mergedResults } from "../../bench/peer.ts";
import { assertEquals } from "../support/assert.ts";

Deno.test("mergedResults() leaves one version as it is, and tells two of them apart", () => {
  assertEquals(mergedResults([]), undefined);
  const old = { peer: "PyTorch 1.13.0", imagesPerSecond: { "channels first": 10 } };
  assertEquals(mergedResults([old]), old);
  const recent = { peer: "PyTorch 2.15.0", imagesPerSecond: { compiled: 20 } };
  assertEquals(mergedResults([old, recent]), {
    peer: "PyTorch 1.13.0 and 2.15.0",
    imagesPerSecond: { "channels first, version 1.13.0": 10, "compiled, version 2.15.0": 20 },
  });
});
