import { percent } from "@lib/base/format.ts";
import { mean } from "@lib/base/statistics.ts";
import { markdownTable } from "@lib/base/markdown_table.ts";
import { peerKinds, peerNames, type PeerScore } from "./measure_peers.ts";
import type { ReadingResults } from "./reading_table.ts";

type Read = Pick<PeerScore, "cheques" | "synthetic">;

/** What peers read of the same images, as a table in Markdown: of each kind, the share of images whose
 * digits are all right, photographs of all difficulties together. */
export function peersTable({ peers, ...here }: ReadingResults): string {
  return markdownTable([
    ["on the same images", "cheque amounts", ...peerKinds, "ms an image", "setting"],
    ["here", ...shares(here), "", ""],
    ...peerNames.map((name) => {
      const peer = peers[name];
      if (peer === null) return [name, "does not run", ...peerKinds.map(() => ""), "", ""];
      return [peer.version, ...shares(peer), `${peer.milliseconds}`, peer.setting];
    }),
  ]);
}

function shares({ cheques, synthetic }: Read): string[] {
  return [
    cheques === null
      ? "not there"
      : `${percent(cheques.right / cheques.images)} of ${cheques.images}`,
    ...peerKinds.map((kind) => percent(mean(Object.values(synthetic[kind])))),
  ];
}
