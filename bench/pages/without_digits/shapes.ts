/** Shapes as strokes, each from corner to corner on a grid 4 wide and 6 high, columns then rows from the
 * top left. Those that may be digits (I, O, S, Z, Λ, З and the like) are left out. */
export type Shapes = Readonly<Record<string, string>>;

/** The handwriting model learned from most of these letters too, in a drawing of its own. */
export const letters: Shapes = {
  A: "06 20 46|14 34",
  E: "40 00 06 46|03 33",
  F: "40 00 06|03 33",
  H: "00 06|40 46|03 43",
  K: "00 06|40 03 46",
  M: "06 00 24 40 46",
  N: "06 00 46 40",
  R: "06 00 40 43 03 46",
  T: "00 40|20 26",
  V: "00 26 40",
  W: "00 16 22 36 40",
  X: "00 46|40 06",
  Y: "00 23 40|23 26",
  K2: "00 06|40 03|03 46",
  H2: "02 06|42 46|04 44",
  E2: "02 06 46|04 34|02 42",
  hash: "10 06|40 36|02 42|04 44",
  star: "20 26|01 45|41 05",
  euro: "41 20 02 04 26 45|02 32|04 34",
};

/** None of these was ever shown to a model. */
export const signs: Shapes = {
  gamma: "06 00 40",
  delta: "20 06 46 20",
  xi: "00 40|13 33|06 46",
  pi: "06 00 40 46",
  sigma: "40 00 23 06 46",
  psi: "00 03 24 43 40|20 26",
  omega: "06 16 03 10 30 43 36 46",
  zhe: "00 46|40 06|20 26",
  i: "00 06 40 46",
  sha: "00 06 46 40|20 26",
  ya: "46 40 10 01 03 13 43|23 06",
  yeru: "00 06 26 23 03|40 46",
  yu: "00 06|03 23|30 21 25 36 45 41 30",
  right: "03 43|21 43 25",
  up: "20 26|02 20 42",
  house: "06 02 20 42 46 06",
  diamond: "20 43 26 03 20",
  envelope: "01 41 45 05 01 23 41",
  tick: "03 16 40",
  crossed: "00 40 46 06 00 46|40 06",
  hourglass: "00 40 06 46 00",
  stairs: "06 16 14 24 22 32 30 40",
};

/** Printed letters, capital and small; of the small ones, too, those that may be digits are left out. */
export const printed: Shapes = {
  ...Object.fromEntries([..."AEFHKMNRTVWXY"].map((letter) => [letter, letters[letter]])),
  a: "12 32 43 46|44 14 05 16 36 45",
  c: "43 32 12 03 05 16 36 45",
  d: "40 46|43 32 12 03 05 16 36 45",
  e: "04 44 43 32 12 03 05 16 36 45",
  f: "30 20 11 16|02 32",
  h: "00 06|03 12 32 43 46",
  k: "00 06|42 04 46",
  m: "02 06|03 12 22 26|23 32 42 46",
  n: "02 06|03 12 32 43 46",
  p: "02 08|03 12 32 43 45 36 16 05",
  r: "02 06|03 12 32",
  t: "10 15 26 36|02 32",
  u: "02 05 16 36 45|42 46",
  v: "02 26 42",
  w: "02 16 24 36 42",
  x: "02 46|42 06",
};
