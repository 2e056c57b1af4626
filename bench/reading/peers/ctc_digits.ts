/** Decodes what a network says of each column of a line, greedily: the likeliest class of each column, runs
 * of one class taken as one, blanks left out (connectionist temporal classification, Graves et al. 2006).
 * Only digits and the blank, class 0, may win.
 *
 * @param scores `[columns × classes]`, higher for what is likelier
 * @param classes how many there are
 * @param digits the classes of the digits 0 to 9
 */
export function ctcDigits(
  scores: ArrayLike<number>,
  classes: number,
  digits: readonly number[],
): string {
  let [text, last] = ["", -1];
  for (let column = 0; column < scores.length; column += classes) {
    let [best, most] = [-1, scores[column]];
    for (const [digit, index] of digits.entries()) {
      if (scores[column + index] > most) [best, most] = [digit, scores[column + index]];
    }
    if (best >= 0 && best !== last) text += best;
    last = best;
  }
  return text;
}
