/** What a card says of each kind of model in words. Links begin with a slash at the root of the project. */
export interface CardWords {
  /** What it is called. */
  readonly title: string;
  /** What it does, in a sentence or two. */
  readonly task: string;
  /** Shapes and ranges. */
  readonly input: string;
  readonly output: string;
  /** What it is for, and what it is not. */
  readonly uses: readonly string[];
  readonly misuses: readonly string[];
  /** What it learned from. */
  readonly learned: string;
  /** What the validation accuracy and the test accuracy of its training are of. */
  readonly accuracies: readonly [validated: string, tested: string];
  /** What its users should know. */
  readonly limits: readonly string[];
}

/** What goes for all of them. */
const always = [
  "MNIST was written in pencil or pen by employees of the US Census Bureau and by American high-school " +
  "students, around 1990. Nothing is known of how often people of another age, schooling or country, or " +
  "with a tremor, are misread: who reads their writing measures it first.",
  "What is not a digit of the decimal system as it is written in the West is not read.",
];

const digits: CardWords = {
  title: "the MNIST model",
  task:
    "Tells which digit one small image shows. It is the model of the course, and what a network of " +
    "this size makes of MNIST.",
  input:
    "`[batch, 28, 28, 1]`, 0 is paper, 1 is full ink: bright on dark, the digit scaled to fit 20 × 20 " +
    "pixels and placed by its centre of mass",
  output: "`[batch, 10]`, the probability of each digit",
  uses: [
    "learning how such a model is trained, tuned and evaluated;",
    "a baseline for others on MNIST;",
    "reading digits that have been brought into MNIST's form, as `normaliseDigit` does it.",
  ],
  misuses: [
    "photographs and scans: `deno task predict` takes the handwriting model, which knows other pens, other " +
    "hands, and what is no digit;",
    "letters and other marks: it calls each of them some digit, often with confidence;",
    "decisions about people, money or health that nobody checks.",
  ],
  learned: "MNIST's training images, a part of them held back to validate on.",
  accuracies: ["of images as they are", "of images as they are"],
  limits: [
    "It is too modest where labels were smoothed in training: it is right more often than it says.",
    "It holds against what its training varied, and against little else: see the corruptions.",
  ],
};

const handwriting: CardWords = {
  title: "the handwriting model",
  task:
    "Tells which digit a mark on a photograph or scan is, or that it is none. With the line reader, it " +
    "is what `deno task predict` reads with.",
  input:
    "`[batch, 28, 28, 1]`, 0 is paper, 1 is full ink: a mark cut out of a page and brought into MNIST's " +
    "form, as `normaliseDigit` does it; `predictBatches` and what builds on it move a digit that lies two " +
    "or more pixels off the middle there ([`lib/model/centring.ts`](/lib/model/centring.ts))",
  output: "`[batch, 11]`, the probability of each digit, and last, that it is no digit",
  uses: [
    "reading handwritten digits on forms, envelopes, cheques and notes, where a person sees what is in doubt;",
    "leaving out what is no digit: letters, stains, rules, shadows.",
  ],
  misuses: [
    "reading without a person where a wrong digit harms somebody: measure on your own images first, and " +
    "choose a threshold;",
    "identifying writers, or judging them by their hand;",
    "letters and words.",
  ],
  learned:
    "MNIST's 60,000 training images in other hands, with other pens and cameras, and things that are " +
    "no digits: pieces of MNIST's images put together wrongly, and strokes, letters, stains, shadows and bars " +
    "drawn by code; some digits are drawn in strokes as well " +
    "([`lib/preprocess/handwriting/`](/lib/preprocess/handwriting)). Validation images are drawn in " +
    "other hands, too. No image from outside MNIST was learned. The confidence is calibrated on the " +
    "validation images.",
  accuracies: ["of images in other hands and non-digits", "of images as they are"],
  limits: [
    "What it makes of whole photographs is measured apart, in " +
    "[`bench/README.md`](/bench/README.md); the figures below are of single digits.",
    "Its other hands are drawn by code. They imitate what is known of them, and leave out what is not.",
    "Translated images, one of the corruptions, are read well because they are moved back to the middle, not " +
    "because the network has learned them: asked directly, it reads fewer of them.",
    "Its probabilities contain how common non-digits were in training; `nonDigitPrior` in `model.json` says so.",
  ],
};

const lines: CardWords = {
  title: "the line reader",
  task:
    "Reads a line of digits without cutting it. `deno task predict` weighs what it says with what the " +
    "handwriting model says of single marks.",
  input:
    "`[batch, 32, width, 1]`, 0 is paper, 1 is full ink: a line of writing, level and 32 pixels high",
  output:
    "`[batch, 1, columns, 11]`, in columns two pixels apart the probability of each digit and, last, of " +
    "the blank of connectionist temporal classification " +
    "([Graves et al., 2006](https://doi.org/10.1145/1143844.1143891))",
  uses: ["reading lines of digits that touch, beside a reader that cuts them."],
  misuses: [
    "reading alone where it matters: the two readers err in different places, and that is what they are for;",
    "words, signs and sums.",
  ],
  learned:
    "Lines put together of MNIST's training images in other hands, with signs, remnants of rules and " +
    "neighbours that touch ([`lib/preprocess/handwriting/line/`](/lib/preprocess/handwriting/line)). " +
    "Validation lines are drawn in other hands, too; the test lines are written with MNIST's test digits.",
  accuracies: ["every digit of a line right", "every digit of a line right"],
  limits: [
    "Its lines are drawn by code, not photographed. What it adds on photographs is measured in " +
    "[`bench/README.md`](/bench/README.md).",
  ],
};

/** The words for a model, by the shape of what it gives.
 *
 * @param output as tfjs has it: `[null, 10]`, `[null, 11]`, or `[null, 1, null, 11]` of a line reader
 */
export function cardWords(output: readonly (number | null)[]): CardWords {
  const words = output.length === 4 ? lines : output[1] === 11 ? handwriting : digits;
  return { ...words, limits: [...words.limits, ...always] };
}
