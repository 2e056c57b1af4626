import { escapeHtml } from "../../base/escape_html.ts";
import { embedSvg } from "../svg/embed_svg.ts";

/** A figure as a page holds it: its picture, and beside it what `figures.js` needs to let it answer.
 *
 * @param svg the picture
 * @param label what it shows, for one who cannot see it
 * @param figure the same for Plotly, with its size in pixels; where it is missing or nothing of it
 * answers, the picture stands alone
 * @param options.asImage whether the picture is an `<img>`: a notebook that is not trusted shows no
 * other
 */
export function figureStage(
  svg: string,
  label: string,
  figure?: unknown,
  { asImage = false }: { readonly asImage?: boolean } = {},
): string {
  const drawing = embedSvg(svg, label);
  const picture = asImage ? imageOf(drawing, label) : drawing;
  const content = isFigure(figure) ? contentOf(figure, drawing) : {};
  if (Object.keys(content).length === 0) return `<figure-stage>${picture}</figure-stage>`;
  const json = JSON.stringify(content, shorter).replaceAll("<", "\\u003c");
  return `<figure-stage>${picture}` +
    `<script type="application/json" class="figure">${json}</script></figure-stage>`;
}

function imageOf(drawing: string, label: string): string {
  const address = `data:image/svg+xml,${drawing.replace(/[%#\r\n\t]/g, encodeURIComponent)}`;
  return `<img alt="${escapeHtml(label)}" style="max-width: 100%;" src="${escapeHtml(address)}">`;
}

/** A figure of anybody's, as far as it is looked at here. */
interface AnyFigure {
  readonly data: readonly { readonly hoverinfo?: unknown }[];
  readonly layout: {
    readonly width: number;
    readonly images?: readonly { readonly source?: unknown }[];
    readonly meta?: {
      readonly closeups?: unknown;
      readonly mistakes?: unknown;
      readonly pictures?: unknown;
    };
  };
}

/** What the script takes: the figure where some of it answers the pointer, the places to be shown
 * large, the images behind a confusion matrix, those of single points. */
function contentOf(
  { data, layout: { meta, ...layout } }: AnyFigure,
  picture: string,
): Readonly<Record<string, unknown>> {
  const answers = data.some(({ hoverinfo }) => hoverinfo !== "skip");
  const { closeups, mistakes, pictures } = meta ?? {};
  return {
    ...(answers
      ? { figure: { data, layout: { ...layout, ...sharedImages(layout, picture) } } }
      : {}),
    ...(closeups === undefined ? {} : { closeups }),
    ...(mistakes === undefined ? {} : { mistakes }),
    ...(pictures === undefined ? {} : { pictures }),
  };
}

/** The images of a layout; one that the picture holds too by its number there. */
function sharedImages({ images }: AnyFigure["layout"], picture: string): { images?: unknown[] } {
  if (images === undefined) return {};
  const drawn = Array.from(
    picture.matchAll(/<image\b[^>]*?\shref="([^"]*)"|<image\b[^>]*?\sxlink:href="([^"]*)"/g),
    ([, href, xlink]) => href ?? xlink,
  );
  return {
    images: images.map((image) => {
      const at = drawn.indexOf(String(image.source));
      return at < 0 ? image : { ...image, source: at };
    }),
  };
}

function isFigure(value: unknown): value is AnyFigure {
  const { data, layout } = (value ?? {}) as Partial<AnyFigure>;
  return Array.isArray(data) && typeof layout?.width === "number";
}

/** Six digits are more than a screen shows. */
function shorter(_key: string, value: unknown): unknown {
  return typeof value === "number" ? Number(value.toPrecision(6)) : value;
}
