import { embedSvg } from "../svg/embed_svg.ts";

/** A figure as a page holds it: its picture, and beside it what the page's script needs to let it
 * answer.
 *
 * @param svg the picture
 * @param label what it shows, for one who cannot see it
 * @param figure the same for Plotly, with its size in pixels; where it is missing or nothing of it
 * answers, the picture stands alone
 */
export function figureStage(svg: string, label: string, figure?: unknown): string {
  const picture = embedSvg(svg, label);
  const content = isFigure(figure) ? contentOf(figure, picture) : {};
  if (Object.keys(content).length === 0) return `<div class="stage">${picture}</div>`;
  const json = JSON.stringify(content, shorter).replaceAll("<", "\\u003c");
  return `<div class="stage live">${picture}` +
    `<script type="application/json" class="figure">${json}</script></div>`;
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
