/** How many of some images are read rightly. */
export interface Score {
  readonly images: number;
  readonly right: number;
}
