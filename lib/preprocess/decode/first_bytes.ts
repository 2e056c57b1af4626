/** The first 512 bytes of a file as characters 0 to 255, without a byte order mark. */
export function firstBytes(bytes: Uint8Array): string {
  const head = bytes.subarray(0, 512);
  const hasMark = head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf;
  return String.fromCharCode(...head.subarray(hasMark ? 3 : 0));
}
