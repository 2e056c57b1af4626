/** What was measured of one network. */
export interface Result {
  readonly network: string;
  readonly batch: number;
  /** Images a second to reach. */
  readonly target: number | null;
  readonly imagesPerSecond: number;
  readonly peerImagesPerSecond: number | null;
}

/** The results as a Markdown table.
 *
 * @param peer name and version of the peer; `null` where it is not there */
export function resultsTable(results: readonly Result[], peer: string | null): string {
  const lines = results.map((row) => {
    const other = row.peerImagesPerSecond;
    const ratio = other === null ? "–" : (row.imagesPerSecond / other).toFixed(2);
    const target = row.target === null ? "–" : `≥ ${row.target}`;
    return `| ${row.network} | ${row.batch} | ${row.imagesPerSecond} | ${target} | ${
      other ?? "not there"
    } | ${ratio} |`;
  });
  return [
    `| network | batch | images/s | target | ${peer ?? "PyTorch"} | ratio |`,
    "| --- | --: | --: | --: | --: | --: |",
    ...lines,
  ].join("\n");
}
