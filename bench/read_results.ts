import { projectPath } from "@lib/base/paths.ts";
import type { LevelResult } from "./accuracy/level_rows.ts";
import type { Result } from "./beside_peer.ts";
import type { OtherResult } from "./other_peers.ts";
import type { QuickSummary } from "./quick_rows.ts";
import type { Certainties } from "./reading/certainty.ts";
import type { PeerScores } from "./reading/measure_peers.ts";
import type { TuningFindings } from "./tuning.ts";

/** Where and when a benchmark ran. */
export interface Circumstances {
  readonly machine: { readonly processor: string; readonly cores: number };
  readonly versions: { readonly deno: string };
  /** The day, as 2026-11-23. */
  readonly measured: string;
  readonly rounds?: number;
  /** Name and version. */
  readonly peer?: string | null;
}

/** What was measured, as far as the summary goes; a benchmark that has not run is missing. */
export interface Results {
  /** Of the shipped model, on the test set. */
  readonly metrics: {
    readonly accuracy: number;
    readonly interval: readonly [low: number, high: number];
  };
  /** Of the reading model, on the test set. */
  readonly readerMetrics?: { readonly accuracy: number };
  readonly training?: Circumstances & {
    readonly rows: readonly Result[];
    /** Missing where they were not measured yet. */
    readonly others?: readonly OtherResult[];
  };
  readonly workers?: Circumstances & {
    readonly target: { readonly speedUp: number; readonly overPeer: number };
    readonly rows: readonly {
      readonly network: string;
      readonly imagesPerSecond: readonly [one: number, two: number];
      readonly speedUp: number;
      readonly peerImagesPerSecond: number | null;
      readonly peerSetting: string | null;
    }[];
  };
  readonly files?: Circumstances & {
    readonly target: { readonly speedUp: number };
    readonly pagesPerMinute: readonly [one: number, two: number];
    readonly speedUp: number;
  };
  readonly queue?: Circumstances & {
    readonly target: { readonly overhead: number };
    readonly pagesPerMinute: readonly [one: number, two: number];
    readonly overhead: readonly [one: number, two: number];
  };
  readonly quick?: Circumstances & QuickSummary & {
    readonly target: {
      readonly testAccuracy: number;
      readonly seconds: number;
      readonly peakMiB: number;
    };
    readonly rows: readonly unknown[];
  };
  readonly accuracy?: Circumstances & { readonly levels: readonly LevelResult[] };
  readonly tuning?: Circumstances & TuningFindings;
  readonly inference?: Circumstances & {
    readonly single: { readonly milliseconds: number; readonly target: number };
    readonly rows: readonly Result[];
    /** Missing where they were not measured yet. */
    readonly others?: readonly OtherResult[];
  };
  readonly gemm?: Circumstances & {
    readonly rows: readonly {
      readonly sizes: readonly number[];
      readonly shareOfPeak: number;
      readonly target: number | null;
    }[];
  };
  readonly reading?: Circumstances & {
    readonly target: Readonly<
      Record<
        "cheques" | "synthetic" | "fields" | "falselyRead" | "wrongWhenSure" | "seconds",
        number
      >
    >;
    readonly cheques: { readonly images: number; readonly right: number } | null;
    /** By what is on the photograph, and by difficulty. */
    readonly synthetic: Readonly<Record<string, Readonly<Record<string, number>>>>;
    /** By kind: the share of lines. Missing where only the pages were measured. */
    readonly fields?: Readonly<Record<string, number>>;
    readonly falselyRead: Readonly<Record<string, number>>;
    readonly certainty: Certainties;
    readonly page: { readonly seconds: number };
    /** Missing where they were not measured yet. */
    readonly peers?: PeerScores;
  };
}

const benchmarks = [
  "training",
  "workers",
  "files",
  "queue",
  "quick",
  "accuracy",
  "tuning",
  "inference",
  "gemm",
  "reading",
] as const;

/** Reads the files that the benchmarks, and `evaluate` for the shipped model, have written. */
export async function loadResults(): Promise<Results> {
  const files = await Promise.all(benchmarks.map(async (name) => {
    const content = await readJson(projectPath("bench", "results", `${name}.json`));
    return content === undefined ? [] : [[name, content]];
  }));
  const [metrics, readerMetrics] = await Promise.all(["model", "reader"].map((model) => {
    return readJson(projectPath("data", model, "metrics.json"));
  }));
  return { metrics, readerMetrics, ...Object.fromEntries(files.flat()) };
}

// deno-lint-ignore no-explicit-any -- Files that our own commands wrote.
async function readJson(path: string): Promise<any> {
  try {
    return JSON.parse(await Deno.readTextFile(path));
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return undefined;
    throw error;
  }
}
