/** A notebook as nbformat 4 describes it, read and checked: texts that the format allows in pieces
 * are joined. https://nbformat.readthedocs.io/en/latest/format_description.html */
export interface Notebook {
  readonly cells: readonly Cell[];
  readonly metadata: Metadata;
  readonly nbformat: 4;
  readonly nbformat_minor: number;
}

/** What a cell, an output or a notebook says about itself. */
export type Metadata = Readonly<Record<string, unknown>>;

/** One cell of a notebook. */
export type Cell = CodeCell | TextCell;

/** A cell that a kernel runs. */
export interface CodeCell {
  readonly cell_type: "code";
  readonly id?: string;
  readonly source: string;
  readonly metadata: Metadata;
  /** The `n` of `[n]`; `null` before the first run. */
  readonly execution_count: number | null;
  readonly outputs: readonly Output[];
}

/** A cell of prose. */
export interface TextCell {
  readonly cell_type: "markdown" | "raw";
  readonly id?: string;
  readonly source: string;
  readonly metadata: Metadata;
}

/** The same thing in several formats, by media type: text as a string, JSON as a value. */
export type Bundle = Readonly<Record<string, unknown>>;

/** What a code cell printed, displayed, gave back or threw. */
export type Output =
  | { readonly output_type: "stream"; readonly name: "stdout" | "stderr"; readonly text: string }
  | { readonly output_type: "display_data"; readonly data: Bundle; readonly metadata: Metadata }
  | {
    readonly output_type: "execute_result";
    readonly data: Bundle;
    readonly metadata: Metadata;
    readonly execution_count: number | null;
  }
  | {
    readonly output_type: "error";
    readonly ename: string;
    readonly evalue: string;
    readonly traceback: readonly string[];
  };
