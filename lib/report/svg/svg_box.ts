import { textWidth } from "./text_width.ts";

/** A rectangle, in pixels. */
export interface SvgBox {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** An affine map `[a, b, c, d, e, f]` as SVG writes it: x' = ax + cy + e, y' = bx + dy + f. */
type Matrix = readonly [number, number, number, number, number, number];

const identity: Matrix = [1, 0, 0, 1, 0, 0];

/** Heights above and below the baseline, in ems. */
const ascent = 0.93;
const descent = 0.24;

/** The box of an SVG element in its own coordinates, as a browser's `getBBox` would give it, from
 * the widths of its texts and rectangles. Other shapes count for nothing: plotly.js asks for the
 * sizes of texts and of groups of texts only.
 *
 * @returns `undefined` where there is nothing to measure
 */
export function svgBox(element: Element): SvgBox | undefined {
  switch (element.localName) {
    case "text":
      return textBox(element);
    case "rect":
    case "image": {
      const [x, y] = [numberAt(element, "x"), numberAt(element, "y")];
      const [width, height] = [numberAt(element, "width"), numberAt(element, "height")];
      return { left: x, top: y, right: x + width, bottom: y + height };
    }
    case "defs":
    case "clipPath":
      return undefined;
    default:
      return unionOf(Array.from(element.children, svgBoxInParent));
  }
}

/** The box of an SVG element on the page: its own box, moved by the transforms above it. */
export function svgBoxOnPage(element: Element): SvgBox | undefined {
  let box = svgBox(element);
  for (let at: Element | null = element; at && box; at = at.parentElement) {
    box = moved(box, transformOf(at));
  }
  return box;
}

function svgBoxInParent(element: Element): SvgBox | undefined {
  const box = svgBox(element);
  return box && moved(box, transformOf(element));
}

function textBox(text: Element): SvgBox | undefined {
  if (!text.textContent) return undefined;
  const size = fontSize(text) ?? 12;
  const lines = Array.from(text.children).filter((child) => child.classList.contains("line"));
  const anchor = text.getAttribute("text-anchor");
  const share = anchor === "middle" ? 0.5 : anchor === "end" ? 1 : 0;
  return unionOf((lines.length > 0 ? lines : [text]).map((line) => {
    const width = runWidth(line, size, isBold(text));
    const left = numberAt(line, "x") - share * width;
    const dy = line === text ? 0 : parseFloat(line.getAttribute("dy") ?? "0") * size;
    const baseline = numberAt(line, "y") + dy;
    return {
      left,
      top: baseline - ascent * size,
      right: left + width,
      bottom: baseline + descent * size,
    };
  }));
}

/** Width of the text inside an element, each part in its own size and weight. */
function runWidth(element: Element, size: number, bold: boolean): number {
  const ownSize = fontSize(element) ?? size;
  const ownBold = bold || isBold(element);
  let width = 0;
  for (const child of Array.from(element.childNodes)) {
    width += child.nodeType === 1
      ? runWidth(child as Element, ownSize, ownBold)
      : textWidth(child.textContent ?? "", ownSize, ownBold);
  }
  return width;
}

function fontSize(element: Element): number | undefined {
  const found = /font-size:\s*([\d.]+)px/.exec(element.getAttribute("style") ?? "");
  return found ? Number(found[1]) : undefined;
}

function isBold(element: Element): boolean {
  return /font-weight:\s*(bold|[6-9]00)/.test(element.getAttribute("style") ?? "");
}

function numberAt(element: Element, name: string): number {
  return parseFloat(element.getAttribute(name) ?? "") || 0;
}

function unionOf(boxes: readonly (SvgBox | undefined)[]): SvgBox | undefined {
  return boxes.reduce((all, box) =>
    all && box
      ? {
        left: Math.min(all.left, box.left),
        top: Math.min(all.top, box.top),
        right: Math.max(all.right, box.right),
        bottom: Math.max(all.bottom, box.bottom),
      }
      : all ?? box, undefined);
}

function moved(box: SvgBox, [a, b, c, d, e, f]: Matrix): SvgBox {
  const xs = [box.left, box.right].flatMap((x) => [box.top, box.bottom].map((y) => a * x + c * y));
  const ys = [box.left, box.right].flatMap((x) => [box.top, box.bottom].map((y) => b * x + d * y));
  return {
    left: Math.min(...xs) + e,
    top: Math.min(...ys) + f,
    right: Math.max(...xs) + e,
    bottom: Math.max(...ys) + f,
  };
}

function transformOf(element: Element): Matrix {
  const text = element.getAttribute("transform");
  if (!text) return identity;
  let matrix = identity;
  for (const [, name, list] of text.matchAll(/(\w+)\(([^)]*)\)/g)) {
    const n = list.split(/[\s,]+/).filter(Boolean).map(Number);
    matrix = product(matrix, stepOf(name, n));
  }
  return matrix;
}

function stepOf(name: string, [p = 0, q, r = 0, ...rest]: number[]): Matrix {
  if (name === "translate") return [1, 0, 0, 1, p, q ?? 0];
  if (name === "scale") return [p, 0, 0, q ?? p, 0, 0];
  if (name === "rotate") {
    const [cos, sin] = [Math.cos(p * Math.PI / 180), Math.sin(p * Math.PI / 180)];
    const [x, y] = [q ?? 0, r];
    return [cos, sin, -sin, cos, x - cos * x + sin * y, y - sin * x - cos * y];
  }
  if (name === "matrix") return [p, q ?? 0, r, rest[0] ?? 1, rest[1] ?? 0, rest[2] ?? 0];
  return identity;
}

function product([a, b, c, d, e, f]: Matrix, [p, q, r, s, t, u]: Matrix): Matrix {
  return [
    a * p + c * q,
    b * p + d * q,
    a * r + c * s,
    b * r + d * s,
    a * t + c * u + e,
    b * t + d * u + f,
  ];
}
