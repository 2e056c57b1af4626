import { percent, thousands } from "@lib/base/format.ts";
import { mean } from "@lib/base/statistics.ts";
import { accuracyLines } from "./accuracy_lines.ts";
import { aim } from "./aim.ts";
import type { Result } from "./beside_peer.ts";
import { filesLines } from "./files_lines.ts";
import { otherPeerLines } from "./other_peer_lines.ts";
import { peerLines } from "./peer_lines.ts";
import { queueLines } from "./queue_lines.ts";
import { quickLines } from "./quick_lines.ts";
import type { Results } from "./read_results.ts";
import { tuningLines } from "./tuning/tuning_lines.ts";

/** A line of the summary; what was not measured is missing. */
export interface SummaryLine {
  readonly what: string;
  readonly here?: string;
  readonly peer?: string;
  /** Our speed over the peer's. */
  readonly factor?: number;
  readonly target?: string;
  /** The words after `deno task`. */
  readonly by: string;
  /** Whether it stands on the project's front page, too. */
  readonly isHeadline?: boolean;
}

type Speeds = Pick<
  Result,
  "imagesPerSecond" | "peerImagesPerSecond" | "peerSetting" | "target"
>;

/** What is to be told of the results, in the order of the page. */
export function summaryLines(results: Results): SummaryLine[] {
  return [
    modelLine(results),
    ...readingLines(results),
    ...peerLines(results),
    ...filesLines(results),
    ...queueLines(results),
    ...trainingLines(results),
    ...quickLines(results),
    ...accuracyLines(results),
    ...tuningLines(results),
    ...inferenceLines(results),
    ...otherPeerLines(results),
    gemmLine(results),
  ];
}

function modelLine({ metrics: { accuracy, interval: [low, high] } }: Results): SummaryLine {
  return {
    isHeadline: true,
    what: "MNIST model, MNIST test set",
    here: `${percent(accuracy, 2)} (95 % interval ${percent(low, 2)} to ${percent(high, 2)})`,
    by: "evaluate",
  };
}

function readingLines({ reading, readerMetrics, metrics }: Results): SummaryLine[] {
  const { cheques, target } = reading ?? {};
  const by = "bench reading";
  return [
    {
      what: "handwriting model, MNIST test set",
      ...(readerMetrics && {
        here: percent(readerMetrics.accuracy, 2),
        target: `≥ ${percent(metrics.accuracy - 0.001, 2)}`,
      }),
      by: "train --profile handwriting",
    },
    {
      isHeadline: true,
      what:
        "handwriting model, photographed amounts on cheques, all digits right (development set)",
      ...(cheques && target && {
        here: `${percent(cheques.right / cheques.images)} of ${cheques.images}`,
        target: `≥ ${aim(target.cheques)}`,
      }),
      by: `${by} --samples DIR`,
    },
    {
      what: "synthetic photographs of digits, lines, pages, forms, all digits right",
      ...(reading && target && {
        here: percent(mean(Object.values(reading.synthetic).flatMap(Object.values))),
        target: `≥ ${aim(target.synthetic)}`,
      }),
      by,
    },
    {
      what: "pictures of the kinds that come from the field, lines exactly right",
      ...(reading?.fields && target && {
        here: `mean ${percent(mean(Object.values(reading.fields)))}, ` +
          `lowest ${percent(Math.min(...Object.values(reading.fields)))}`,
        target: `each kind ≥ ${aim(target.fields)}`,
      }),
      by,
    },
    {
      what: "images without digits on which one is read with 90 % or more",
      ...(reading && target && {
        here: percent(mean(Object.values(reading.falselyRead))),
        target: `≤ ${aim(target.falselyRead)}`,
      }),
      by,
    },
    {
      what: "read with 90 % or more and wrong: photographs, pictures from the field, cheques",
      ...(reading && target && {
        here: [reading.certainty.photographs, reading.certainty.fields, reading.certainty.cheques]
          .flatMap((one) => one === null ? [] : [wrongShare(one.whenSure)]).join(", "),
        target: `each ≤ ${aim(target.wrongWhenSure)}`,
      }),
      by,
    },
    {
      what: "reading a page of 2,000 × 3,000 pixels",
      ...(reading && target && {
        here: `${reading.page.seconds} s`,
        target: `≤ ${target.seconds} s`,
      }),
      by,
    },
  ];
}

/** Which share of what was read for sure is wrong. */
function wrongShare(
  { images, right }: { readonly images: number; readonly right: number },
): string {
  return images === 0 ? "none" : percent((images - right) / images);
}

function trainingLines({ training, workers }: Results): SummaryLine[] {
  const plain = training?.rows.filter(({ way }) => way === "tf.layers");
  const together = workers?.rows.find(({ network }) => network === "keras");
  return [
    {
      isHeadline: true,
      what: "training the Keras example network, plain `tf.layers`, batch 128, one thread",
      ...speeds(plain?.find(({ network }) => network === "keras")),
      by: "bench training",
    },
    {
      what: "training the same network, two workers, PyTorch on two threads",
      ...(workers && together && speeds({
        ...together,
        imagesPerSecond: together.imagesPerSecond[1],
        target: workers.target.overPeer,
      })),
      by: "bench workers",
    },
    {
      what: "training the same network, two workers over one",
      ...(workers && together && {
        here: `${together.speedUp.toFixed(2)} times`,
        target: `≥ ${workers.target.speedUp} times`,
      }),
      by: "bench workers",
    },
    {
      what: "training `small`, plain `tf.layers`, batch 64, one thread",
      ...speeds(plain?.find(({ network }) => network === "small")),
      by: "bench training",
    },
  ];
}

function inferenceLines({ inference }: Results): SummaryLine[] {
  return [
    {
      what: "classifying batches by `small`, one thread",
      ...speeds(inference?.rows[0]),
      by: "bench inference",
    },
    {
      what: "classifying one image, MNIST model, median",
      ...(inference && {
        here: `${inference.single.milliseconds} ms`,
        target: `≤ ${inference.single.target} ms`,
      }),
      by: "bench inference",
    },
  ];
}

function gemmLine({ gemm }: Results): SummaryLine {
  const row = gemm?.rows.find(({ sizes }) => sizes.every((size) => size === 256));
  return {
    what: "matrix product of 256³, one core, share of the multiply-add peak",
    ...(row && {
      here: wholePercent(row.shareOfPeak),
      ...(row.target !== null && { target: `≥ ${wholePercent(row.target)}` }),
    }),
    by: "bench gemm",
  };
}

function speeds(row: Speeds | undefined): Pick<SummaryLine, "here" | "peer" | "factor" | "target"> {
  if (row === undefined) return {};
  const { imagesPerSecond, peerImagesPerSecond, peerSetting, target } = row;
  return {
    here: `${thousands(imagesPerSecond)} images/s`,
    ...(peerImagesPerSecond !== null && {
      peer: `${thousands(peerImagesPerSecond)} images/s, ${peerSetting}`,
      factor: imagesPerSecond / peerImagesPerSecond,
    }),
    ...(target !== null && { target: `≥ ${target} times PyTorch` }),
  };
}

/** Rounded down: 79.9 % is not 80. */
function wholePercent(share: number): string {
  return `${Math.floor(100 * share + 1e-9)} %`;
}
