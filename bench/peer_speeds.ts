import { median } from "@lib/base/statistics.ts";
import type { PeerResult } from "./peer.ts";

/** The setting in which a peer is fastest. */
export interface PeerBest {
  /** Of the rounds, the median. */
  readonly imagesPerSecond: number;
  /** Which it is: "channels last, traced". */
  readonly setting: string;
}

/** Collects what a peer measured, round by round. */
export class PeerSpeeds {
  readonly #speeds = new Map<string, number[]>();
  #rounds = 0;
  #peer: string | null = null;

  /** @param result `undefined` where the peer is not there */
  add(result: PeerResult | undefined): void {
    if (result === undefined) return;
    this.#peer = result.peer;
    this.#rounds++;
    for (const [setting, speed] of Object.entries(result.imagesPerSecond)) {
      this.#speeds.set(setting, [...this.#speeds.get(setting) ?? [], speed]);
    }
  }

  /** Name and version; `null` where there was none. */
  get peer(): string | null {
    return this.#peer;
  }

  /** In how many rounds it was measured. */
  get rounds(): number {
    return this.#rounds;
  }

  /** Its fastest setting; `null` where there was no peer. */
  best(): PeerBest | null {
    const all = [...this.#speeds].map(([setting, speeds]): PeerBest => {
      return { setting, imagesPerSecond: Math.round(median(speeds)) };
    });
    return all.toSorted((a, b) => b.imagesPerSecond - a.imagesPerSecond)[0] ?? null;
  }
}
