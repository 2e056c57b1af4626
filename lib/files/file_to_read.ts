/** A file to be read: an image, or a document of pages. */
export interface FileToRead {
  /** What the caller calls it. */
  readonly name: string;
  /** What messages call it. */
  readonly file: string;
  /** Gives its bytes, once it is its turn. */
  readonly read: () => Promise<Uint8Array>;
  /** Gives the path of a page's annotated picture, by the page's suffix; none is drawn without it. */
  readonly pathOf?: ((suffix: string) => Promise<string>) | undefined;
}
