import type { Rng } from "@lib/base/rng.ts";
import { type Dataset, imageAt } from "@lib/download/dataset.ts";

/** How {@link digitCsv} writes. */
export interface CsvStyle {
  readonly header: "none" | "pixel0" | "1x1" | "numbers" | "quoted";
  readonly separator: string;
  readonly lineEnd: string;
  readonly labelLast: boolean;
  readonly mark: boolean;
  readonly lastEnd: boolean;
}

/** A style of CSV, drawn at random. */
export function drawCsvStyle(rng: Rng): CsvStyle {
  const one = <T>(choices: readonly T[]): T => choices[rng.integer(choices.length)];
  const header = one(["none", "pixel0", "1x1", "numbers", "quoted"] as const);
  return {
    header,
    separator: one([",", ",", ";", "\t", ", "]),
    lineEnd: one(["\n", "\r\n"]),
    labelLast: header === "pixel0" && one([true, false]), // only a header can say so
    mark: one([true, false]),
    lastEnd: one([true, false]),
  };
}

/** A data set as a CSV file: a row for each image. */
export function digitCsv(dataset: Dataset, style: Partial<CsvStyle> = {}): string {
  const { header = "pixel0", separator = ",", lineEnd = "\n", labelLast, mark, lastEnd = true } =
    style;
  const place = <T>(label: T, pixels: readonly T[]): T[] =>
    labelLast ? [...pixels, label] : [label, ...pixels];
  const pixels = Array.from({ length: 784 }, (_, i) => i);
  const headers: Record<CsvStyle["header"], string[] | undefined> = {
    none: undefined,
    pixel0: place(labelLast ? "class" : "label", pixels.map((i) => `pixel${i}`)),
    "1x1": place("label", pixels.map((i) => `${Math.floor(i / 28) + 1}x${i % 28 + 1}`)),
    numbers: Array.from({ length: 785 }, (_, i) => String(i)),
    quoted: place('"label"', pixels.map((i) => `"pixel${i}"`)),
  };
  const rows = Array.from({ length: dataset.size }, (_, i) => {
    return place(dataset.labels[i], [...imageAt(dataset, i)]).map(String);
  });
  const lines = [...(headers[header] ? [headers[header]] : []), ...rows]
    .map((fields) => fields.join(separator));
  return (mark ? "\ufeff" : "") + lines.join(lineEnd) + (lastEnd ? lineEnd : "");
}
