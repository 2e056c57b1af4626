import { median } from "@lib/base/statistics.ts";
import { projectPath } from "@lib/base/paths.ts";
import { printNote } from "@lib/commands/cli/print.ts";
import { medianTime } from "./median_time.ts";
import type { PeerResult, PeerTask } from "./peer.ts";
import { PeerSpeeds } from "./peer_speeds.ts";

/** What else a program in JavaScript would take, by its program in `bench/peers/`: jax-js, and
 * TensorFlow.js as it comes. */
export const otherPeerNames = ["jax", "tfjs"] as const;

/** One of them. */
export type OtherPeerName = typeof otherPeerNames[number];

/** Something to measure beside another peer than PyTorch. */
export interface OtherContest extends Omit<PeerTask, "threads"> {
  readonly peer: OtherPeerName;
  /** Our images a second over the peer's, to reach. */
  readonly target: number | null;
  /** One step of ours, on one thread. */
  readonly step: () => Promise<unknown>;
}

/** What was measured of one contest; of the rounds, the medians. */
export interface OtherResult extends Omit<OtherContest, "step"> {
  /** Name and version; `null` where its program did not run. */
  readonly version: string | null;
  readonly imagesPerSecond: number;
  readonly peerImagesPerSecond: number | null;
  /** In which of its settings the peer is fastest, which is what counts. */
  readonly peerSetting: string | null;
  /** Why it did not run, or not in some of its settings. */
  readonly reasons: readonly string[];
}

/** What the program of a peer prints. */
interface Printed extends PeerResult {
  readonly reasons?: readonly string[];
}

/** Rounds at most: a step of theirs takes seconds, and what is many times slower needs no finer figure. */
export const mostRounds = 2;

/** Runs the program of a peer. */
export type RunPeer = (
  peer: OtherPeerName,
  task: Omit<PeerTask, "threads">,
) => Promise<Printed | { readonly reasons: readonly string[] }>;

/** Measures ours and the peers' in turn, round by round. A peer that did not run in a round is not asked again.
 *
 * @param run runs the program of a peer, which tests do without
 */
export async function measureOtherPeers(
  contests: readonly OtherContest[],
  rounds: number,
  run: RunPeer = runProgram,
): Promise<OtherResult[]> {
  const ours = contests.map((): number[] => []);
  const theirs = contests.map(() => new PeerSpeeds());
  const reasons = contests.map((): readonly string[] => []);
  for (let round = 1; round <= rounds; round++) {
    printNote(`Other peers: round ${round} of ${rounds}`);
    for (const [i, { peer, task, network, batch, step }] of contests.entries()) {
      ours[i].push(1000 * batch / await medianTime(step));
      if (theirs[i].rounds < round - 1) continue;
      const result = await run(peer, { task, network, batch });
      if ("peer" in result) theirs[i].add(result);
      reasons[i] = result.reasons ?? [];
    }
  }
  return contests.map(({ step: _, ...contest }, i) => {
    const best = theirs[i].best();
    return {
      ...contest,
      version: theirs[i].peer,
      imagesPerSecond: Math.round(median(ours[i])),
      peerImagesPerSecond: best && best.imagesPerSecond,
      peerSetting: best && best.setting,
      reasons: reasons[i],
    };
  });
}

async function runProgram(
  peer: OtherPeerName,
  task: Omit<PeerTask, "threads">,
): ReturnType<RunPeer> {
  const options = Object.entries(task).flatMap(([name, value]) => [`--${name}`, `${value}`]);
  const program = projectPath("bench", "peers", `${peer}_throughput.ts`);
  const { success, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["run", "--lock=bench/deno.lock", "--allow-read", "--ignore-env", program, ...options],
    cwd: projectPath(),
    env: { NO_COLOR: "1" },
  }).output();
  const [text, errors] = [stdout, stderr].map((bytes) => new TextDecoder().decode(bytes));
  if (success) return JSON.parse(text);
  const reason = errors.split("\n").find((line) => /error/i.test(line)) ?? "exit without a word";
  printNote(`No peer ${peer}: ${reason}`);
  return { reasons: [reason] };
}

/** The results as a Markdown table. */
export function otherPeersTable(results: readonly OtherResult[]): string {
  const lines = results.map((row) => {
    const other = row.peerImagesPerSecond;
    const ratio = other === null ? "–" : (row.imagesPerSecond / other).toFixed(2);
    const target = row.target === null ? "–" : `≥ ${row.target}`;
    const cells = [row.version ?? row.peer, row.task, row.network, row.batch, row.imagesPerSecond];
    const setting = [row.peerSetting ?? "–", ...row.reasons].join("; ");
    return `| ${[...cells, other ?? "–", setting, ratio, target].join(" | ")} |`;
  });
  return [
    "| peer | task | network | batch | images/s, one thread | its images/s | its setting | ratio | target |",
    "| --- | --- | --- | --: | --: | --: | --- | --: | --: |",
    ...lines,
  ].join("\n");
}
