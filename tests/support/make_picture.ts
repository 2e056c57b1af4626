/** Draws the picture of the README: `deno run --allow-read --allow-write=assets --allow-env --allow-ffi
 * tests/support/make_picture.ts`. */
import { initBackend } from "@lib/backend/backend.ts";
import { projectPath } from "@lib/base/paths.ts";
import { writeAtomic } from "@lib/base/write_atomic.ts";
import { readingBoxes } from "@lib/figures/reading_boxes.ts";
import { loadModel } from "@lib/model/load_model.ts";
import { readImage } from "@lib/predict/read_image.ts";
import { decodeImage } from "@lib/preprocess/decode/decode_image.ts";
import { renderSvg } from "@lib/report/svg/render_svg.ts";

await initBackend();
const model = await loadModel(projectPath("data", "model"));
const photo = await decodeImage(projectPath("data", "samples", "telephone_number.jpg"));
const { digits } = await readImage(model, photo);
await writeAtomic(
  projectPath("assets", "reading.svg"),
  await renderSvg(readingBoxes(photo, digits)),
);
