import { thousands } from "@lib/base/format.ts";
import type { OtherPeerName, OtherResult } from "./other_peers.ts";
import type { Results } from "./read_results.ts";
import type { SummaryLine } from "./summary_lines.ts";

const names: Readonly<Record<OtherPeerName, string>> = {
  jax: "jax-js",
  tfjs: "stock TensorFlow.js",
};

/** A line for each other peer, of training and of prediction. */
export function otherPeerLines({ training, inference }: Results): SummaryLine[] {
  const line = (
    peer: OtherPeerName,
    what: string,
    all: Pick<NonNullable<Results["training"]>, "others"> | undefined,
    by: string,
  ): SummaryLine => {
    const row = all?.others?.find((one) => one.peer === peer);
    const besides = `${what}, one thread, beside ${row?.version ?? names[peer]} on any`;
    return { what: besides, ...(row && speeds(row)), by };
  };
  return (["jax", "tfjs"] as const).flatMap((peer) => [
    line(peer, "training the Keras example network, batch 128", training, "bench training"),
    line(peer, "classifying batches by `small`", inference, "bench inference"),
  ]);
}

function speeds(row: OtherResult): Pick<SummaryLine, "here" | "peer" | "factor" | "target"> {
  const { imagesPerSecond, peerImagesPerSecond, peerSetting, target, reasons } = row;
  const speed = peerImagesPerSecond === null
    ? []
    : [`${thousands(peerImagesPerSecond)} images/s, ${peerSetting}`];
  const said = [...speed, ...reasons.map((reason) => `not ${reason}`)].join("; ");
  return {
    here: `${thousands(imagesPerSecond)} images/s`,
    ...(said !== "" && { peer: said.replaceAll("|", "\\|") }),
    ...(peerImagesPerSecond !== null && { factor: imagesPerSecond / peerImagesPerSecond }),
    ...(target !== null && { target: `≥ ${target} times ${names[row.peer]}` }),
  };
}
