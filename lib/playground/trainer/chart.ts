/** A point of a line: where on the axis below, and how high. */
export type ChartPoint = readonly [x: number, y: number];

/** What a chart shows. */
export interface ChartContent {
  /** From oldest to newest; the last is drawn in colour. */
  readonly lines: readonly (readonly ChartPoint[])[];
  /** The end of the axis below, which begins at 0, marked in whole numbers. */
  readonly end: number;
  /** The marks of the axis to the left, lowest first; what lies beyond the outer two is drawn at the edge. */
  readonly marks: readonly number[];
  /** How a mark is written. */
  readonly write: (mark: number) => string;
}

/** Room for the words around a chart, in pixels. */
const margin = { left: 52, right: 14, top: 10, bottom: 28 };

/** Draws lines over an axis of epochs, as large as the style sheet makes the element. */
export function drawChart(svg: SVGSVGElement, { lines, end, marks, write }: ChartContent): void {
  const { clientWidth: width, clientHeight: height } = svg;
  if (width === 0) return; // not to be seen
  svg.setAttribute("viewBox", `0 0 ${width} ${height}`);
  const [least, most] = [marks[0], marks[marks.length - 1]];
  const [inner, high] = [
    width - margin.left - margin.right,
    height - margin.top - margin.bottom,
  ];
  const right = (x: number): number => margin.left + inner * x / end;
  const down = (y: number): number => {
    const share = (Math.min(most, Math.max(least, y)) - least) / (most - least);
    return margin.top + high * (1 - share);
  };
  const parts = marks.flatMap((mark) => [
    element("line", { x1: margin.left, x2: width - margin.right, y1: down(mark), y2: down(mark) }),
    element("text", { x: margin.left - 8, y: down(mark) + 4, "text-anchor": "end" }, write(mark)),
  ]);
  for (let epoch = 0; epoch <= end; epoch++) {
    const words = epoch === 1 ? "1 epoch" : epoch === 0 ? "start" : `${epoch} epochs`;
    const anchor = epoch === 0 ? "start" : epoch < end ? "middle" : "end";
    const place = { x: right(epoch), y: height - 8, "text-anchor": anchor };
    parts.push(element("text", place, words));
  }
  for (const [i, line] of lines.entries()) {
    const points = line.map(([x, y]) => `${right(x).toFixed(1)},${down(y).toFixed(1)}`).join(" ");
    const kind = i === lines.length - 1 ? "now" : "before";
    parts.push(element("polyline", { points, class: kind }));
  }
  svg.replaceChildren(...parts);
}

function element(
  name: string,
  attributes: Readonly<Record<string, string | number>>,
  words = "",
): SVGElement {
  const made = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  made.textContent = words;
  return made;
}
