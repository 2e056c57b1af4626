import { PeerSpeeds } from "../../bench/peer_speeds.ts";
import { assertEquals } from "../support/assert.ts";

Deno.test("PeerSpeeds takes the setting whose median is the highest, whatever one lucky round says", () => {
  const speeds = new PeerSpeeds();
  assertEquals([speeds.best(), speeds.peer], [null, null]);
  speeds.add({ peer: "PyTorch 9", imagesPerSecond: { plain: 900, traced: 500 } });
  speeds.add(undefined);
  speeds.add({ peer: "PyTorch 9", imagesPerSecond: { plain: 300, traced: 520 } });
  speeds.add({ peer: "PyTorch 9", imagesPerSecond: { plain: 310, traced: 510, frozen: 100 } });
  assertEquals(speeds.best(), { setting: "traced", imagesPerSecond: 510 });
  assertEquals([speeds.peer, speeds.rounds], ["PyTorch 9", 3]);
});
