import { join } from "node:path";
import { writeAtomic } from "../../base/write_atomic.ts";
import type { Figure } from "../../figures/parts/figure.ts";
import { printNote } from "../cli/print.ts";

/** Writes figures as SVG files to a folder.
 *
 * @param figures by the name of their file, without its ending
 */
export async function writeFigures(
  folder: string,
  figures: Readonly<Record<string, Figure>>,
): Promise<void> {
  // Plotly takes a second to load, which who wants no figures need not wait.
  const { renderSvg } = await import("../../report/svg/render_svg.ts");
  for (const [name, figure] of Object.entries(figures)) {
    const path = join(folder, `${name}.svg`);
    await writeAtomic(path, await renderSvg(figure));
    printNote(`Wrote ${path}`);
  }
}
