import type { Message } from "./message.ts";
import type { Bundle, Metadata, Output } from "./notebook.ts";

/** What became of a message: the output as it now is, and its place. */
export interface Recorded {
  /** Index of the cell, as given to {@link OutputRecorder.begin}. */
  readonly cell: number;
  readonly output: Output;
}

/** Turns a kernel's messages into the outputs of a notebook's cells: pieces of a stream are merged,
 * an update changes the displays of that id in place, in earlier cells too. */
export class OutputRecorder {
  readonly #outputs = new Map<number, Output[]>();
  readonly #displays = new Map<string, { readonly cell: number; readonly index: number }[]>();
  #cell = -1;
  #clearNext = false;

  /** The cell whose outputs come next. */
  begin(cell: number): void {
    this.#cell = cell;
    this.#clearNext = false;
    this.#outputs.set(cell, []);
  }

  /** The outputs of a cell up to now. */
  of(cell: number): readonly Output[] {
    return this.#outputs.get(cell) ?? [];
  }

  /** Takes in a message.
   * @returns the outputs that it added or changed */
  record({ header, content }: Message): Recorded[] {
    switch (header.msg_type) {
      case "stream":
        return [this.#stream(content.name === "stderr" ? "stderr" : "stdout", `${content.text}`)];
      case "display_data":
        return [this.#display(content)];
      case "execute_result":
        return [this.#add({
          output_type: "execute_result",
          ...shown(content),
          execution_count: this.#cell + 1,
        })];
      case "update_display_data":
        return this.#update(content);
      case "clear_output":
        if (content.wait === true) this.#clearNext = true;
        else this.#clear();
        return [];
      case "error":
        return [this.#add({
          output_type: "error",
          ename: String(content.ename),
          evalue: String(content.evalue),
          traceback: (content.traceback as string[] | undefined) ?? [],
        })];
    }
    return [];
  }

  /** The cell ends with an error of which the kernel said nothing itself.
   * @returns the output that says so */
  fail(ename: string, evalue: string): Recorded {
    return this.#add({ output_type: "error", ename, evalue, traceback: [] });
  }

  #add(output: Output): Recorded {
    if (this.#clearNext) this.#clear();
    this.#outputs.get(this.#cell)?.push(output);
    return { cell: this.#cell, output };
  }

  #stream(name: "stdout" | "stderr", text: string): Recorded {
    const last = this.of(this.#cell).at(-1);
    if (this.#clearNext || last?.output_type !== "stream" || last.name !== name) {
      return this.#add({ output_type: "stream", name, text });
    }
    const output: Output = { output_type: "stream", name, text: last.text + text };
    this.#outputs.get(this.#cell)?.splice(-1, 1, output);
    return { cell: this.#cell, output };
  }

  #display(content: Message["content"]): Recorded {
    const recorded = this.#add({ output_type: "display_data", ...shown(content) });
    const id = (content.transient as { display_id?: string } | undefined)?.display_id;
    if (id !== undefined) {
      const places = this.#displays.get(id) ?? [];
      places.push({ cell: this.#cell, index: this.of(this.#cell).length - 1 });
      this.#displays.set(id, places);
    }
    return recorded;
  }

  #update(content: Message["content"]): Recorded[] {
    const id = (content.transient as { display_id?: string } | undefined)?.display_id ?? "";
    return (this.#displays.get(id) ?? []).map(({ cell, index }) => {
      const output: Output = { output_type: "display_data", ...shown(content) };
      this.#outputs.get(cell)?.splice(index, 1, output);
      return { cell, output };
    });
  }

  #clear(): void {
    this.#clearNext = false;
    this.#outputs.set(this.#cell, []);
    for (const [id, places] of this.#displays) {
      this.#displays.set(id, places.filter(({ cell }) => cell !== this.#cell));
    }
  }
}

function shown(content: Message["content"]): { data: Bundle; metadata: Metadata } {
  return {
    data: (content.data as Bundle | undefined) ?? {},
    metadata: (content.metadata as Metadata | undefined) ?? {},
  };
}
