import { percent } from "@lib/base/format.ts";
import { mean } from "@lib/base/statistics.ts";
import { aim } from "../aim.ts";
import { markdownTable } from "@lib/base/markdown_table.ts";
import { type FieldKind, fieldKinds } from "../pages/field_case.ts";
import { kindsWithoutDigits, type PageWithoutDigits } from "../pages/page_without_digits.ts";
import { cutSides } from "./measure_cut.ts";
import { difficulties, pageKinds } from "./draw_pages.ts";
import { type ByReader, readerNames } from "./lone_readers.ts";
import type { Certainties } from "./certainty.ts";
import { certaintyTable } from "./certainty_table.ts";
import type { PageAblation, PageShares } from "./measure_pages.ts";
import type { PeerScores } from "./measure_peers.ts";
import { peersTable } from "./peers_table.ts";
import type { Score } from "./score.ts";
import { targets } from "./targets.ts";

/** What the benchmark found. */
export interface ReadingResults {
  readonly cheques: Score | null;
  readonly synthetic: PageShares;
  readonly certainty: Certainties;
  readonly fields: Record<FieldKind, number>;
  readonly cut: Readonly<Record<string, number>>;
  readonly falselyRead: Record<PageWithoutDigits, number>;
  /** Milliseconds for a line of eight digits. */
  readonly line: number;
  readonly page: { readonly digits: number; readonly seconds: number };
  readonly ablation: { readonly cheques: ByReader | null; readonly synthetic: PageAblation };
  readonly peers: PeerScores;
}

/** The results beside what is aimed at, as tables in Markdown. */
export function readingTable(results: ReadingResults): string {
  const { cheques, synthetic, fields, cut, falselyRead, page, line, ablation } = results;
  const of = ({ right, images }: Score): string => {
    return images === 0 ? "none" : `${percent(right / images)} of ${images}`;
  };
  const all = pageKinds.flatMap((kind) => difficulties.map((d) => synthetic[kind][d]));
  const [least, most] = [
    `≥ ${aim(targets.fields)}`,
    `≤ ${aim(targets.falselyRead)}`,
  ];
  return [
    markdownTable([
      ["exactly right", ...difficulties, "target"],
      ...pageKinds.map((
        kind,
      ) => [
        kind,
        ...difficulties.map((d) => percent(synthetic[kind][d])),
        kind === "touching" ? `≥ ${aim(targets.touching)}` : "",
      ]),
    ]),
    "",
    markdownTable([
      ["exactly right", "cuts alone", "line reader alone", "both"],
      ...Object.entries({
        ...(ablation.cheques && { "cheque amounts": ablation.cheques }),
        ...ablation.synthetic,
      }).map((
        [kind, by],
      ) => [`by reader: ${kind}`, ...readerNames.map((name) => percent(by[name]))]),
    ]),
    "",
    markdownTable([
      ["from the field", "lines exactly right", "target"],
      ...fieldKinds.map((kind) => [kind, percent(fields[kind]), least]),
    ]),
    "",
    markdownTable([
      ["on", "measure", "found", "target"],
      [
        "cheque amounts",
        "exactly right",
        cheques === null ? "not there" : of(cheques),
        `≥ ${aim(targets.cheques)}`,
      ],
      [
        "synthetic photographs",
        "exactly right",
        percent(mean(all)),
        `≥ ${aim(targets.synthetic)}`,
      ],
      ["pictures from the field", "lines exactly right", percent(mean(Object.values(fields))), ""],
      ...Object.entries(cutSides).map(([side, share]) => {
        const what = `digits cut tightly, ${side} × ${side}`;
        return [what, "read rightly", percent(cut[side]), `≥ ${aim(share)}`];
      }),
      ...kindsWithoutDigits.map((kind) => [kind, "read for sure", percent(falselyRead[kind]), ""]),
      ["all without digits", "read for sure", percent(mean(Object.values(falselyRead))), most],
      ["a line of eight digits", "one core", `${line} ms`, `≤ ${targets.lineMilliseconds} ms`],
      [
        "2,000 × 3,000 pixels",
        `${page.digits} digits`,
        `${page.seconds} s`,
        `≤ ${targets.seconds} s`,
      ],
    ]),
    "",
    certaintyTable(results.certainty),
    "",
    peersTable(results),
  ].join("\n");
}
