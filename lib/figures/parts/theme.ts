/** The look that all figures share: sizes in pixels, fonts and colours. */
export const theme = {
  /** Width of a figure, and of a small one. */
  width: 720,
  smallWidth: 420,
  /** From the card's edge to what is drawn. */
  padding: 24,
  font: {
    family: 'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif',
    size: 13,
    titleSize: 16,
    smallSize: 11,
  },
  /** The card is white in light and dark pages alike, and in print. */
  paper: "#ffffff",
  ink: "#1f2328",
  /** For what is less important than the data; still 5 : 1 against the paper. */
  muted: "#656d76",
  /** Grid lines and borders. */
  faint: "#e4e7eb",
  /** For what the title speaks of, and nothing else. Vermillion of Okabe and Ito. */
  accent: "#d55e00",
  /** The lighter neighbour of the first category, for raw values behind smoothed ones. */
  pale: "#b3cde3",
  /** Categories, to be told apart with any colour vision and by lightness (Okabe and Ito, 2008,
   * https://jfly.uni-koeln.de/color/), without vermillion, which is the accent. */
  categories: ["#0072b2", "#e69f00", "#009e73", "#cc79a7", "#56b4e9", "#000000"],
  /** Quantities, cividis from low to high (Nuñez, Anderton and Renslow, 2018,
   * https://doi.org/10.1371/journal.pone.0199239); perceived evenly, also in grey print. */
  cividis: [
    [0, "#00224e"],
    [0.125, "#123570"],
    [0.25, "#3b496c"],
    [0.375, "#575d6d"],
    [0.5, "#707173"],
    [0.625, "#8a8678"],
    [0.75, "#a59c74"],
    [0.875, "#c3b369"],
    [1, "#fee838"],
  ],
} as const;
