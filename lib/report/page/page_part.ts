/** A part of a page that does something of its own. */
export interface PagePart {
  /** What stands in the page. */
  readonly html: string;
  /** Rules for the style sheet. */
  readonly style: string;
  /** A script that runs once the page is there, and may run WebAssembly. */
  readonly program: string;
  /** Whether the program may start workers from blobs that it makes; else the page starts none. */
  readonly hasWorkers?: boolean;
}
