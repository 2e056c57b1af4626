import type * as Plotly from "plotly-types";
import { CanvasShim } from "./canvas_shim.ts";
import { type SvgBox, svgBox, svgBoxOnPage } from "./svg_box.ts";

/** plotly.js in a window of its own. */
export interface PlotlyHost {
  readonly plotly: typeof Plotly;
  readonly document: Document;
}

/** The window that jsdom makes, as far as it is used here. */
interface HostWindow {
  readonly document: Document;
  readonly SVGElement: { prototype: object };
  readonly HTMLCanvasElement: { prototype: object };
  readonly URL: { createObjectURL?: (blob: unknown) => string };
  /** What plotly.js's bundle leaves behind. */
  moduleName?: typeof Plotly;
  CSS: { supports(): boolean };
  eval(code: string): unknown;
}

type Rectangle = Omit<DOMRect, "toJSON">;

let host: Promise<PlotlyHost> | undefined;

/** plotly.js without a browser: loaded into a jsdom window at the first call, the same one after.
 *
 * The window's globals stay inside it. What jsdom lacks is supplied: sizes of texts from a table of
 * widths, and the little of a canvas that heat maps need.
 */
export function plotlyHost(): Promise<PlotlyHost> {
  return host ??= startHost();
}

async function startHost(): Promise<PlotlyHost> {
  const [{ JSDOM }, { default: code }] = await Promise.all([
    import("jsdom"),
    import("plotly.js/dist/plotly-cartesian.min.js", { with: { type: "text" } }),
  ]);
  const dom = new JSDOM("<!DOCTYPE html><body></body>", { runScripts: "outside-only" });
  const window = dom.window as unknown as HostWindow;
  giveSizes(window);
  giveCanvas(window);
  window.URL.createObjectURL = () => ""; // read at start for map workers, which never run here
  window.eval(code as unknown as string);
  return { plotly: window.moduleName!, document: window.document };
}

function giveSizes(window: HostWindow): void {
  Object.assign(window.SVGElement.prototype, {
    getBBox(this: Element): Rectangle {
      return rectangle(svgBox(this));
    },
    getBoundingClientRect(this: Element): Rectangle {
      return rectangle(svgBoxOnPage(this));
    },
    getComputedTextLength(this: Element): number {
      return rectangle(svgBox(this)).width;
    },
    getTotalLength(this: Element): number {
      return arrow(this).length;
    },
    getPointAtLength(this: Element, at: number): { x: number; y: number } {
      const { x, y, dx, dy, length } = arrow(this);
      return { x: x + dx * at / length, y: y + dy * at / length };
    },
  });
}

function rectangle(box: SvgBox = { left: 0, top: 0, right: 0, bottom: 0 }): Rectangle {
  const { left, top, right, bottom } = box;
  return { ...box, x: left, y: top, width: right - left, height: bottom - top };
}

/** The shaft of an annotation's arrow, the only path that plotly.js measures here: straight. */
function arrow(path: Element): { x: number; y: number; dx: number; dy: number; length: number } {
  const numbers = (path.getAttribute("d") ?? "").match(/-?[\d.]+(e-?\d+)?/g)?.map(Number) ?? [];
  const [x = 0, y = 0] = numbers;
  const [toX = x, toY = y] = numbers.slice(-2);
  const [dx, dy] = [toX - x, toY - y];
  return { x, y, dx, dy, length: Math.hypot(dx, dy) };
}

function giveCanvas(window: HostWindow): void {
  const shims = new WeakMap<object, CanvasShim>();
  Object.assign(window.HTMLCanvasElement.prototype, {
    getContext(this: HTMLCanvasElement, kind: string): CanvasShim | null {
      if (kind !== "2d") return null;
      const shim = shims.get(this) ?? new CanvasShim(this);
      shims.set(this, shim);
      return shim;
    },
    toDataURL(this: HTMLCanvasElement): string {
      return shims.get(this)?.toDataURL() ?? "data:,";
    },
  });
  // Heat maps are then painted rectangle by rectangle, at the size they are shown.
  window.CSS = { supports: () => false };
}
