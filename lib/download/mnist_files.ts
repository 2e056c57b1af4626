/** One of the four files that MNIST is published as. */
export interface MnistFile {
  readonly name: string;
  /** Length of the unpacked file. */
  readonly bytes: number;
  /** SHA-256 of the unpacked file, 64 hexadecimal digits. */
  readonly sha256: string;
  /** Number of images, or of labels, in it. */
  readonly items: number;
  readonly kind: "images" | "labels";
}

/** Which of the four files is meant. */
export type MnistPart = "trainImages" | "trainLabels" | "testImages" | "testLabels";

/** The four files: names, sizes and digests. */
export const mnistFiles: Readonly<Record<MnistPart, MnistFile>> = {
  trainImages: {
    name: "train-images-idx3-ubyte",
    bytes: 47_040_016,
    sha256: "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db",
    items: 60_000,
    kind: "images",
  },
  trainLabels: {
    name: "train-labels-idx1-ubyte",
    bytes: 60_008,
    sha256: "65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5",
    items: 60_000,
    kind: "labels",
  },
  testImages: {
    name: "t10k-images-idx3-ubyte",
    bytes: 7_840_016,
    sha256: "0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7",
    items: 10_000,
    kind: "images",
  },
  testLabels: {
    name: "t10k-labels-idx1-ubyte",
    bytes: 10_008,
    sha256: "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2",
    items: 10_000,
    kind: "labels",
  },
};
