/** Strokes of digits as other schools teach them, or as other people's habits make them, than those of MNIST's
 * writers. Strokes are parted by `|`; a round one begins with `~` and runs smoothly through its points, another
 * has corners there. Points are hundredths of the digit's height, across and down from its top left.
 *
 * Drawn by hand, with the amounts of cheques in view that the reader was developed on; none was searched for.
 *
 * @module
 */

/** The shapes of 0 to 9. A 1 has none: how its upstroke and its foot vary, `allographs` draws. */
export const schoolShapes: readonly (readonly string[])[] = [
  [
    "~30,4 8,22 2,56 14,92 36,98 54,70 54,30 34,2 44,14 62,10", // goes on at its upper right
    "~0,58 30,46 52,24 34,2 10,24 4,64 24,97 62,84", // in one go with its neighbours, like an e
    "~54,10 28,3 4,38 12,88 34,96 52,62 55,14 54,70 68,92", // like an a
    "~12,24 30,2 54,30 50,80 24,98 6,68", // open at its left
  ],
  [],
  [
    "~4,30 20,2 46,10 40,50 8,92 14,99 26,84 36,92 62,96", // a loop at its foot
    "~22,42 6,26 24,0 50,20 34,70 6,96 4,86 22,88 64,98", // two loops, like a Q
    "2,6 50,4 4,96 60,94", // like a Z
    "~2,24 24,0 44,24 22,66 2,96 2,96 30,90 62,100", // a wave for a foot
  ],
  [
    "4,2 50,2 24,40|~24,40 52,54 50,86 24,100 0,88", // a flat top
    "~6,12 30,0 46,18 26,44 16,40 30,38 52,64 36,98 0,90", // a loop in its middle
    "~4,6 40,0 46,14 20,40 46,56 46,86 14,112 -8,100", // below the line
  ],
  [
    "~14,0 6,56 12,66 34,50 46,58 44,100", // like an h
    "~4,8 4,44 20,56 46,42|52,2 48,100", // a cup and a stem
    "~2,10 8,48 30,54 50,10 46,60 42,100", // in one go, like a y
    "24,0 0,62 58,58|46,34 34,100", // wide open
    "26,0 2,68 52,64|46,50 40,86", // with a short stem
    "42,100 44,0 2,62 62,60", // closed, in one go
    "30,0 6,52 56,46 28,100", // like a lightning
    "~20,2 6,50 14,60 60,54|~52,20 44,60 46,100", // bent
  ],
  [
    "~14,8 10,46 16,90 4,98|12,10 52,4", // nearly without a bowl, like an r
    "~50,4 20,6 12,34 40,52 46,80 22,98 0,90", // like an S
    "~10,18 8,44 36,46 46,74 28,98 2,92|22,10 66,0", // the flag apart
    "~16,4 8,44 30,40 50,62 40,96 0,92|16,4 72,-6", // a long flag
    "~46,0 14,4 12,40 40,44 40,78 4,112 -10,100", // below the line
    "~18,10 14,44 30,52 34,82 6,100|~18,10 36,14 56,2", // a wave for a flag
  ],
  [
    "~46,0 14,36 4,74 22,98 44,80 34,60 8,72", // a long arc
    "~12,0 4,56 18,98 44,84 38,58 8,68", // like a b
    "~54,6 30,2 8,44 10,90 34,98 44,74 24,60 10,72", // bent to the right
  ],
  [
    "~12,16 16,4 34,6 42,2 36,50 30,100|6,50 68,44", // a short top and a long bar, like a t
    "~8,26 10,6 30,10 56,2 38,50 26,100|12,52 62,46", // a wave for a top, with a bar
    "4,22 4,4 54,2 30,100|14,46 64,40", // with a serif and a bar
    "4,24 6,4 54,2 28,100", // with a serif
    "~22,8 36,2 34,50 32,100|4,46 64,40", // hardly a top, like a plus
    "~0,34 8,14 30,12 56,0 34,46 24,100|10,56 60,44", // from below
    "~0,14 14,2 30,12 56,4 36,46 28,100", // a wave for a top
  ],
  [
    "~30,0 8,14 12,40 30,46 48,34 48,12 30,0|~30,46 6,60 8,92 30,100 54,90 52,60 30,46", // two rings
    "~50,8 26,0 8,20 40,56 48,84 26,100 6,82 22,52 54,2", // open at its upper right
    "~30,2 50,18 18,50 4,80 26,100 48,80 30,50 8,24 28,4", // from its middle
  ],
  [
    "~48,14 24,2 6,24 20,46 46,28 50,6 50,60 36,98 4,90", // like a g
    "~46,10 22,2 6,26 22,44 46,20 46,70 26,108 4,94 20,80 60,62", // the same, its tail looped
    "~48,10 22,2 8,26 28,44 46,20 48,8 50,60 34,98 14,86 34,62", // its tail closed, like an 8
    "~10,100 16,40 20,6 44,2 54,26 34,50 12,42", // the stem at its left, like a P
    "~46,10 20,4 6,28 22,46 44,22 48,4 44,100", // like a q
    "~50,14 20,4 2,38 22,56 50,18 54,60 52,86", // a wide loop on a short stem, like an a
    "~18,42 4,26 24,0 48,14 38,44 12,42|48,12 42,100", // a ring and a stem
    "~46,12 20,2 6,30 26,46 48,26 48,20 40,70 10,112", // below the line
  ],
];
