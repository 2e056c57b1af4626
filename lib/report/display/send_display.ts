import type { Bundle, Metadata } from "../jupyter/notebook.ts";

/** Something to show: one thing in several formats, of which the reader's program takes the best it
 * knows, and what is to be said about it. */
export interface Display {
  readonly data: Bundle;
  readonly metadata: Metadata;
}

/** Shows something below the running cell.
 *
 * @param options.id lets a later call change what is shown
 * @param options.update changes what was shown under that id, in place
 * @throws {Error} outside a notebook
 */
export async function sendDisplay(
  display: Display,
  { id, update = false }: { readonly id?: string; readonly update?: boolean } = {},
): Promise<void> {
  await jupyter().broadcast(update ? "update_display_data" : "display_data", {
    data: display.data,
    metadata: display.metadata,
    transient: id === undefined ? {} : { display_id: id },
  });
}

function jupyter(): typeof Deno.jupyter {
  try {
    return Deno.jupyter;
  } catch (cause) {
    throw new Error(
      "Cannot show anything here: found no Jupyter kernel, wanted a notebook's cell",
      { cause },
    );
  }
}
