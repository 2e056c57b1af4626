import type { Result } from "./beside_peer.ts";

/** The results as a Markdown table.
 *
 * @param peer name and version of the peer; `null` where it is not there */
export function resultsTable(results: readonly Result[], peer: string | null): string {
  const lines = results.map((row) => {
    const other = row.peerImagesPerSecond;
    const ratio = other === null ? "–" : (row.imagesPerSecond / other).toFixed(2);
    const target = row.target === null ? "–" : `≥ ${row.target}`;
    return `| ${row.network} | ${row.batch} | ${row.way} | ${row.imagesPerSecond} | ${
      other ?? "not there"
    } | ${row.threads} | ${row.peerSetting ?? "–"} | ${ratio} | ${target} |`;
  });
  return [
    `| network | batch | way | images/s | ${
      peer ?? "PyTorch"
    } | its threads | its setting | ratio | target |`,
    "| --- | --: | --- | --: | --: | --: | --- | --: | --: |",
    ...lines,
  ].join("\n");
}
