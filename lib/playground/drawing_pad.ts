/** The drawing pad as a part of a page.
 *
 * @module
 */

import type { LayersModel } from "../backend/layers_model.ts";
import { blueprintOf } from "../backend/lowering/blueprint.ts";
import { projectPath } from "../base/paths.ts";
import { pack } from "../report/page/pack.ts";
import type { PagePart } from "../report/page/page_part.ts";
import { bundleProgram } from "./bundle_program.ts";
import { weightsOf } from "./weights_of.ts";
import style from "./style/pad.css" with { type: "text" };

/** A sheet to draw digits on, and what the model makes of them, layer by layer. All that it needs is in the
 * part: the program, which is `pad/pad.ts` with what it imports of the library, and the model's weights.
 *
 * @param model what reads; one that `blueprintOf` takes
 * @throws {TypeError} if it is another
 * @throws {Error} if Deno's bundler fails
 */
export async function drawingPad(model: LayersModel): Promise<PagePart> {
  const blueprint = blueprintOf(model);
  if (blueprint === undefined) {
    throw new TypeError(`Cannot put model ${model.name} into a page: wanted a chain of layers`);
  }
  const weights = new Uint8Array(weightsOf(model).buffer);
  return {
    html: `<div class="pad" id="pad">
<script type="application/json" class="blueprint">${JSON.stringify(blueprint)}</script>
<script type="text/plain" class="weights">${pack(weights)}</script>
${body}
</div>`,
    style: style as unknown as string,
    program: await bundleProgram(projectPath("lib", "playground", "pad", "pad.ts")),
  };
}

const bars = Array.from(
  { length: 10 },
  (_, digit) => `<li value="${digit}"><b>${digit}</b><u><i></i></u><span></span></li>`,
);

const body = `<div class="paper">
<canvas class="sheet" width="400" height="400" role="img" aria-label="Sheet to draw a digit on"></canvas>
<p class="tools"><button type="button" disabled>Undo</button>
<button type="button" disabled>Clear</button>
<label>Photo … <input type="file" accept="image/*" disabled></label></p>
</div>
<div class="said">
<p class="answer" aria-live="polite">The pad needs scripts, and a browser that knows WebAssembly.</p>
<ol class="bars" aria-label="Probability of each digit">${bars.join("")}</ol>
</div>
<div class="seen"><p>The ink that was found</p>
<canvas class="ink" width="1" height="1" role="img" aria-label="The ink that was found"></canvas></div>
<div class="seen"><p>What the network sees, 28 × 28</p>
<canvas class="normalised" width="1" height="1" role="img"
aria-label="The normalised digit"></canvas></div>
<div class="wide"><p>What each layer makes of it, channel by channel: the more colour, the stronger.</p>
<ol class="layers" aria-label="The layers of the network"></ol></div>`;
