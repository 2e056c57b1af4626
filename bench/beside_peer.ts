import { printNote } from "@lib/commands/cli/print.ts";
import { median } from "@lib/base/statistics.ts";
import { medianTime } from "./median_time.ts";
import { measurePeer, type PeerTask } from "./peer.ts";
import { PeerSpeeds } from "./peer_speeds.ts";

/** Something to measure beside the peer. */
export interface Contest extends PeerTask {
  /** How we do it. */
  readonly way: string;
  /** Our images a second over the peer's, to reach. */
  readonly target: number | null;
  /** One step of it. */
  readonly step: () => Promise<unknown>;
}

/** What was measured of one contest; of the rounds, the medians. */
export interface Result extends Omit<Contest, "step"> {
  readonly imagesPerSecond: number;
  readonly peerImagesPerSecond: number | null;
  /** In which of its settings the peer is fastest, which is what counts. */
  readonly peerSetting: string | null;
}

/** Measures ours and the peer's in turn, round by round, so that both meet the same load. Contests that
 * give the peer the same task share what it measures.
 *
 * @returns name and version of the peer, `null` where it is not there
 */
export async function measureBesidePeer(
  contests: readonly Contest[],
  rounds: number,
): Promise<{ readonly peer: string | null; readonly results: Result[] }> {
  const ours = contests.map((): number[] => []);
  const theirs = new Map(contests.map((contest) => [keyOf(contest), new PeerSpeeds()]));
  for (let round = 1; round <= rounds; round++) {
    printNote(`Round ${round} of ${rounds}`);
    for (const [i, contest] of contests.entries()) {
      ours[i].push(1000 * contest.batch / await medianTime(contest.step));
      const speeds = theirs.get(keyOf(contest))!;
      if (speeds.rounds < round) speeds.add(await measurePeer(taskOf(contest)));
    }
  }
  const peer = [...theirs.values()].map((speeds) => speeds.peer).find((name) => name !== null) ??
    null;
  if (peer === null) printNote("No peer: PyTorch is not there (apt-get install python3-torch).");
  const results = contests.map(({ step: _, ...contest }, i) => {
    const best = theirs.get(keyOf(contest))!.best();
    return {
      ...contest,
      imagesPerSecond: Math.round(median(ours[i])),
      peerImagesPerSecond: best && best.imagesPerSecond,
      peerSetting: best && best.setting,
    };
  });
  return { peer, results };
}

function taskOf({ task, network, batch, threads }: PeerTask): PeerTask {
  return { task, network, batch, threads };
}

function keyOf(task: PeerTask): string {
  return Object.values(taskOf(task)).join(" ");
}
