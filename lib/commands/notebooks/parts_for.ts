import { initBackend } from "../../backend/backend.ts";
import { loadHandwritingModel } from "../../model/load_handwriting_model.ts";
import { drawingPad } from "../../playground/drawing_pad.ts";
import { isTagged } from "../../report/jupyter/is_tagged.ts";
import type { Notebook } from "../../report/jupyter/notebook.ts";
import type { PagePart } from "../../report/page/page_part.ts";

/** The tag of the cell that the drawing pad follows in the report. */
const padTag = "drawing-pad";

/** The tag of a cell that speaks of the page that trains. */
const trainingTag = "training-page";

/** Whether a notebook leads to the page that trains. */
export function hasTrainingPage({ cells }: Notebook): boolean {
  return cells.some((cell) => isTagged(cell, trainingTag));
}

/** Whether the report of a notebook has a drawing pad. */
export function hasPad({ cells }: Notebook): boolean {
  return cells.some((cell) => isTagged(cell, padTag));
}

/** What the report of a notebook has beside its cells, by the tag of the cell that each part follows. */
export async function partsFor(notebook: Notebook): Promise<Record<string, PagePart>> {
  if (!hasPad(notebook)) return {};
  await initBackend("wasm");
  const model = await loadHandwritingModel();
  try {
    return { [padTag]: await drawingPad(model) };
  } finally {
    model.dispose();
  }
}
