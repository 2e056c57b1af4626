import { percent } from "@lib/base/format.ts";
import { mean } from "@lib/base/statistics.ts";
import type { Results } from "./read_results.ts";
import { peerKinds, peerNames } from "./reading/measure_peers.ts";
import type { Score } from "./reading/score.ts";
import type { SummaryLine } from "./summary_lines.ts";

type Photographs = NonNullable<Results["reading"]>["synthetic"];

/** Two lines for each peer: amounts on cheques, and the photographs that peers read. */
export function peerLines({ reading }: Results): SummaryLine[] {
  const by = "bench reading";
  return peerNames.flatMap((name) => {
    const peer = reading?.peers?.[name];
    const who = peer ? `${peer.version}, ${peer.setting}` : name;
    const amounts = ({ right, images }: Score): string => `${percent(right / images)} of ${images}`;
    const photographs = (synthetic: Photographs): string =>
      percent(mean(peerKinds.flatMap((kind) => Object.values(synthetic[kind]))));
    return [
      {
        what: `the same amounts on cheques beside ${who}`,
        ...(reading?.peers && reading.cheques && { here: amounts(reading.cheques) }),
        ...(peer?.cheques && { peer: amounts(peer.cheques) }),
        by: `${by} --samples DIR`,
      },
      {
        what: `synthetic photographs of a line, touching digits, an amount, beside ${
          peer?.version ?? name
        }`,
        ...(reading?.peers && { here: photographs(reading.synthetic) }),
        ...(peer && { peer: photographs(peer.synthetic) }),
        by,
      },
    ];
  });
}
