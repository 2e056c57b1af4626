import { measurePeer, mergedResults } from "../../bench/peer.ts";
import { hasTorch } from "../../bench/python.ts";
import { assert, assertEquals } from "../support/assert.ts";

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

Deno.test({
  name: "measurePeer() measures each setting of PyTorch, in training and in prediction",
  ignore: !await hasTorch(),
  fn: async () => {
    const settings = { train: "channels last, traced", predict: "channels first, frozen" };
    for (const task of ["train", "predict"] as const) {
      const found = await measurePeer({ task, network: "narrow", batch: 8, threads: 1 });
      const speeds = Object.entries(found?.imagesPerSecond ?? {});
      assert(speeds.some(([name]) => name.startsWith(settings[task])), JSON.stringify(found));
      assert(speeds.every(([, speed]) => speed > 0), JSON.stringify(found));
    }
  },
});
