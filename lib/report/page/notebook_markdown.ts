import type { CodeCell, Notebook, Output } from "../jupyter/notebook.ts";
import { progressOutput } from "../jupyter/progress_output.ts";
import { printedText } from "./printed_text.ts";

/** A report in Markdown, and the pictures that it shows. */
export interface MarkdownReport {
  readonly text: string;
  /** By their paths below the report's folder, `03_train_files/figure_1.svg`. */
  readonly pictures: ReadonlyMap<string, string | Uint8Array>;
}

/** An executed notebook as Markdown: prose as it stands, code and printed results as blocks, figures
 * as files beside it. Links between notebooks become links between their reports.
 *
 * @param name the notebook's file name without its ending
 * @param options.isFolded whether code is left out
 */
export function notebookMarkdown(
  { cells }: Notebook,
  name: string,
  { isFolded = false }: { readonly isFolded?: boolean } = {},
): MarkdownReport {
  const pictures = new Map<string, string | Uint8Array>();
  const keep = (content: string | Uint8Array, ending: string): string => {
    const path = `${name}_files/figure_${pictures.size + 1}.${ending}`;
    pictures.set(path, content);
    return path;
  };
  const parts = cells.flatMap((cell) => {
    if (cell.cell_type === "markdown") return [linked(cell.source.trim())];
    return cell.cell_type === "code" ? codeParts(cell, keep, isFolded) : [];
  });
  return { text: `${parts.filter((part) => part !== "").join("\n\n")}\n`, pictures };
}

/** Gives a picture a file, and says where. */
type Keep = (content: string | Uint8Array, ending: string) => string;

function codeParts({ source, outputs }: CodeCell, keep: Keep, isFolded: boolean): string[] {
  if (!/\S/.test(source)) return [];
  const code = isFolded ? [] : [block(source.trimEnd(), "ts")];
  return [...code, ...outputs.map((output) => outputPart(output, keep))];
}

function outputPart(output: Output, keep: Keep): string {
  if (output.output_type === "stream") return block(printedText(output.text));
  if (output.output_type === "error") {
    return block(printedText(output.traceback.join("\n") || `${output.ename}: ${output.evalue}`));
  }
  const { data, metadata } = output;
  const progress = progressOutput(metadata);
  if (progress !== undefined) return progress.fraction === 1 ? "" : progress.text;
  const label = String(data["text/plain"] ?? "Picture").replace(/[[\]\\]/g, "\\$&");
  const caption = (metadata.figure as { caption?: string } | undefined)?.caption;
  const picture = (path: string): string =>
    `![${label.replace(/\s+/g, " ")}](${path})${caption === undefined ? "" : `\n\n*${caption}*`}`;
  if (typeof data["image/svg+xml"] === "string") return picture(keep(data["image/svg+xml"], "svg"));
  for (const kind of ["png", "jpeg", "webp", "gif"]) {
    const base64 = data[`image/${kind}`];
    if (typeof base64 === "string") {
      return picture(keep(Uint8Array.fromBase64(base64.replace(/\s/g, "")), kind));
    }
  }
  if (typeof data["text/markdown"] === "string") return linked(data["text/markdown"]);
  return block(printedText(String(data["text/plain"] ?? "")));
}

/** A fence is longer than any inside. */
function block(text: string, language = "text"): string {
  if (text === "") return "";
  const longest = Math.max(2, ...Array.from(text.matchAll(/`{3,}/g), ([ticks]) => ticks.length));
  const fence = "`".repeat(longest + 1);
  return `${fence}${language}\n${text}\n${fence}`;
}

/** `](02_preprocess.ipynb#split)` → `](02_preprocess.md#split)`; other addresses stay. */
function linked(source: string): string {
  return source.replace(/(\]\((?![a-z][a-z0-9+.-]*:|\/\/)[^)\s#]*)\.ipynb(?=[#)])/gi, "$1.md");
}
