/** The pen's way through each character, 6 wide and 10 high. */
const ways: Readonly<Record<string, string>> = {
  0: "M3 .5C5 .5 5.5 3 5.5 5S5 9.5 3 9.5 .5 7 .5 5 1 .5 3 .5Z",
  1: "M1.2 2.4 3.4 .5V9.5",
  2: "M.7 3C.7-.3 5.3-.3 5.3 2.8 5.3 4.8 2 6.5 .6 9.5H5.5",
  3: "M.8 1.9C1.8-.2 5.2 0 5.2 2.6 5.2 4.4 3.6 4.8 2.6 4.8 3.8 4.8 5.5 5.2 5.5 7.2 5.5 10.2 1.5 10.2 .5 8",
  4: "M4.2 9.5V.5L.4 6.8H5.8",
  5: "M5.1 .5H1.3L.9 4.8C2.5 3.6 5.5 4 5.5 6.7 5.5 10 1.6 10.3 .5 8.2",
  6: "M4.9 .9C2.6 .9 .6 3.4 .6 6.5 .6 8.4 1.6 9.5 3.1 9.5 4.6 9.5 5.5 8.2 5.5 6.7 5.5 5.2 4.5 4.1 3.1 4.1 1.8 4.1 .7 5.2 .6 6.6",
  7: "M.5 .5H5.5L2.3 9.5",
  8: "M3 4.6C1.8 4.6 .9 3.7 .9 2.5S1.8 .5 3 .5 5.1 1.3 5.1 2.5 4.2 4.6 3 4.6C1.5 4.6 .5 5.7 .5 7.1S1.5 9.5 3 9.5 5.5 8.5 5.5 7.1 4.5 4.6 3 4.6Z",
  9: "M1.1 9.1C3.4 9.1 5.4 6.6 5.4 3.5 5.4 1.6 4.4 .5 2.9 .5 1.4 .5 .5 1.8 .5 3.3 .5 4.8 1.5 5.9 2.9 5.9 4.2 5.9 5.3 4.8 5.4 3.4",
  "/": "M5.4 .2 .6 9.8",
  "-": "M.8 5.2H5.2",
  ".": "M2.6 8.5H3.4V9.3H2.6Z",
  ",": "M2.8 8.3H3.4V9L2.4 10.9",
  ":": "M2.6 2.6H3.4V3.4H2.6ZM2.6 8.1H3.4V8.9H2.6Z",
  "=": "M.6 3.8H5.4M.6 6.8H5.4",
  "+": "M3 2.6V7.8M.4 5.2H5.6",
  "×": "M.8 3 5.2 7.4M5.2 3 .8 7.4",
  "%": "M5.6 .5 .4 9.5M1.4 .6A1 1.4 0 1 0 1.41 .6ZM4.6 6.6A1 1.4 0 1 0 4.61 6.6Z",
};

/** From the start of a character to that of the next. */
const advance = 7.6;

/** How wide {@link strokeText} comes out, in heights. */
export function strokeTextWidth(text: string): number {
  return (advance * text.length - 1.6) / 10;
}

/** Digits and the signs between them drawn with a pen, as SVG paths: they look the same on every
 * machine, whichever fonts it has, and stay legible when small.
 *
 * @param text of the characters `0` to `9` and `/-.,:=+×%`
 * @param place left, top and height in pixels
 */
export function strokeText(
  text: string,
  { x, y, height, colour }: {
    readonly x: number;
    readonly y: number;
    readonly height: number;
    readonly colour: string;
  },
): string {
  const scale = height / 10;
  const paths = [...text].map((character, i) => {
    return `<path transform="translate(${advance * i})" d="${ways[character]}"/>`;
  });
  const place = `translate(${x.toFixed(2)} ${y.toFixed(2)}) scale(${scale.toFixed(4)})`;
  const pen = `fill="none" stroke="${colour}" stroke-width="1.4" stroke-linecap="round" ` +
    `stroke-linejoin="round"`;
  return `<g transform="${place}" ${pen}>${paths.join("")}</g>`;
}
