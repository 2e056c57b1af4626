/** The drawing pad of a page, as `drawingPad` lays it out: what is drawn on the sheet is read at once, by the
 * code and the model that read photographs elsewhere.
 *
 * The way of a stroke: `sheet.ts` draws it, `light_of_colours.ts` takes the light of the whole sheet,
 * `reader.ts` finds the ink and the digit in it, `show_reading.ts` shows what there is on the way.
 *
 * @module
 */

import { example } from "./example.ts";
import { PadReader, type PadReading } from "./reader.ts";
import { Sheet } from "./sheet.ts";
import { showReading } from "./show_reading.ts";
import { unpack } from "./unpack.ts";

/** Makes a pad work: pointers draw, files are laid on the sheet, buttons clean it. */
function start(pad: HTMLElement, reader: PadReader): void {
  const canvas = pad.querySelector<HTMLCanvasElement>("canvas.sheet")!;
  const [undo, clear] = pad.querySelectorAll("button");
  const input = pad.querySelector<HTMLInputElement>("input[type=file]")!;
  const sheet = new Sheet(canvas);
  let isExample = true;
  let isAsked = false;
  let shown: PadReading;

  const read = (): void => {
    isAsked = false;
    undo.disabled = isExample || !sheet.hasStrokes;
    shown = reader.read(sheet.light());
    showReading(pad, shown);
  };

  /** Reads once before the next picture is painted, however much is drawn until then. */
  const ask = (): void => {
    if (!isAsked) requestAnimationFrame(read);
    isAsked = true;
  };

  const clean = (): void => {
    isExample = false;
    sheet.clear();
    ask();
  };

  canvas.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    if (isExample) clean();
    canvas.setPointerCapture(event.pointerId);
    sheet.begin(sheet.placeOf(event));
    ask();
  });
  canvas.addEventListener("pointermove", (event) => {
    if (!canvas.hasPointerCapture(event.pointerId)) return;
    // Between two events of the page the pointer was at more places.
    for (const each of event.getCoalescedEvents()) sheet.extend(sheet.placeOf(each));
    ask();
  });
  undo.addEventListener("click", () => {
    sheet.undo();
    ask();
  });
  clear.addEventListener("click", clean);

  const lay = async (file: Blob | null | undefined): Promise<void> => {
    if (!file) return;
    try {
      await sheet.lay(file);
      isExample = false;
      ask();
    } catch {
      pad.querySelector(".answer")!.textContent =
        "This browser cannot open that file as a picture.";
    }
  };
  input.addEventListener("change", () => {
    lay(input.files?.item(0));
    input.value = ""; // the same file may come again
  });
  pad.addEventListener("dragover", (event) => event.preventDefault());
  pad.addEventListener("drop", (event) => {
    event.preventDefault();
    lay(event.dataTransfer?.files.item(0));
  });
  document.addEventListener("paste", ({ clipboardData }) => {
    lay([...clipboardData?.files ?? []].find(({ type }) => type.startsWith("image/")));
  });

  // The pictures have the colours of the page.
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
    showReading(pad, shown);
  });

  sheet.draw(example);
  read();
  for (const control of [clear, input]) control.disabled = false;
  pad.classList.add("ready");
}

/** Starts the pad of the page with the model that the page holds. */
async function open(pad: HTMLElement): Promise<void> {
  try {
    const blueprint = JSON.parse(pad.querySelector("script.blueprint")!.textContent!);
    const weights = await unpack("weights");
    start(pad, new PadReader(blueprint, new Float32Array(weights.buffer)));
  } catch (error) {
    pad.querySelector(".answer")!.textContent = `The pad cannot start here: ${error}`;
  }
}

open(document.querySelector<HTMLElement>(".pad")!);
