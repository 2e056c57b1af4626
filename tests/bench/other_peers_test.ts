import { assertEquals } from "../support/assert.ts";
import {
  measureOtherPeers,
  type OtherContest,
  otherPeersTable,
  type RunPeer,
} from "../../bench/other_peers.ts";

const row = { task: "train", network: "keras", batch: 128, step: () => Promise.resolve() } as const;
const contests: OtherContest[] = [
  { ...row, peer: "jax", target: 3 },
  { ...row, peer: "tfjs", target: null },
];

Deno.test("measureOtherPeers() takes a peer's fastest setting, and asks one that does not run but once", async () => {
  const asked: string[] = [];
  const run: RunPeer = (peer, task) => {
    asked.push(peer);
    assertEquals(task, { task: "train", network: "keras", batch: 128 });
    if (peer === "tfjs") return Promise.resolve({ reasons: ["no such package"] });
    const imagesPerSecond = { slow: 10, fast: [30, 20, 40][asked.length - 1] ?? 20 };
    return Promise.resolve({ peer: "jax-js 1.0", imagesPerSecond });
  };
  const [jax, tfjs] = await measureOtherPeers(contests, 3, run);
  assertEquals(asked, ["jax", "tfjs", "jax", "jax"]);
  const { imagesPerSecond: _, ...measured } = jax;
  assertEquals(measured, {
    ...{ task: "train", network: "keras", batch: 128, peer: "jax", target: 3 },
    ...{ version: "jax-js 1.0", peerImagesPerSecond: 30, peerSetting: "fast", reasons: [] },
  });
  assertEquals([tfjs.version, tfjs.peerImagesPerSecond, tfjs.reasons], [null, null, [
    "no such package",
  ]]);
});

Deno.test("otherPeersTable() says why a peer has no speed, or one setting fewer", () => {
  const known = { ...contests[0], version: "jax-js 1.0", imagesPerSecond: 900 };
  const lines = otherPeersTable([
    { ...known, peerImagesPerSecond: 300, peerSetting: "fast", reasons: ["its gpu: absent"] },
    { ...known, version: null, peerImagesPerSecond: null, peerSetting: null, reasons: ["lost"] },
  ]).split("\n").slice(2);
  assertEquals(lines, [
    "| jax-js 1.0 | train | keras | 128 | 900 | 300 | fast; its gpu: absent | 3.00 | ≥ 3 |",
    "| jax | train | keras | 128 | 900 | – | –; lost | – | ≥ 3 |",
  ]);
});
