import { gzipSync } from "node:zlib";

/** Packs what a page carries for its scripts: gzip in base64, a third of the size of a script. */
export function pack(content: Uint8Array | string): string {
  return gzipSync(content, { level: 9 }).toBase64();
}
