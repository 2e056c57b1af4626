import type { PageReading } from "./read_pages.ts";
import type { ReadersSetup } from "./readers.ts";

/** What a reading worker is asked for: to load its models, to read a file, while it reads one, where an
 * annotated picture goes, and to end. */
export type ReadingRequest =
  | { readonly kind: "load"; readonly setup: ReadersSetup }
  | {
    readonly kind: "read";
    readonly file: string;
    readonly bytes: Uint8Array;
    readonly isAnnotated: boolean;
  }
  | { readonly kind: "path"; readonly path: string }
  | { readonly kind: "end" };

/** What it answers: that it is ready for a file, a page, that it needs the path of a picture, or that it ends. */
export type ReadingReply =
  | { readonly kind: "ready" }
  | { readonly kind: "page"; readonly page: PageReading }
  | { readonly kind: "pathOf"; readonly suffix: string }
  | { readonly kind: "ended" }
  | { readonly kind: "failed"; readonly message: string };
