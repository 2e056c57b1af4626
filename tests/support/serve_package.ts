/** A npm registry on this machine with one package, `tiny` 1.0.0, that exports a number. */
export async function servePackage(): Promise<Deno.HttpServer<Deno.NetAddr>> {
  const manifest = { name: "tiny", version: "1.0.0", type: "module", main: "index.js" };
  const archive = await gzip([
    ...entry("package/package.json", JSON.stringify(manifest)),
    ...entry("package/index.js", "export default 7;\n"),
    new Uint8Array(2 * block),
  ]);
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-512", archive));
  const integrity = `sha512-${btoa(String.fromCharCode(...hash))}`;
  return Deno.serve({ hostname: "127.0.0.1", port: 0, onListen: () => {} }, ({ url }) => {
    const { origin, pathname } = new URL(url);
    if (pathname === "/tiny.tgz") return new Response(archive);
    if (pathname !== "/tiny") return new Response(null, { status: 404 });
    const dist = { tarball: `${origin}/tiny.tgz`, integrity };
    return Response.json({
      name: "tiny",
      "dist-tags": { latest: "1.0.0" },
      versions: { "1.0.0": { ...manifest, dist } },
    });
  });
}

/** Bytes of a block of a tar archive. */
const block = 512;

/** Header and content of a file in a tar archive
 * (https://pubs.opengroup.org/onlinepubs/9799919799/utilities/pax.html, ustar). */
function entry(name: string, text: string): Uint8Array<ArrayBuffer>[] {
  const content = new TextEncoder().encode(text);
  const padded = new Uint8Array(Math.ceil(content.length / block) * block);
  padded.set(content);
  const header = new Uint8Array(block);
  const put = (at: number, words: string): void => header.set(new TextEncoder().encode(words), at);
  const octal = (value: number, digits: number): string => value.toString(8).padStart(digits, "0");
  put(0, name);
  put(100, octal(0o644, 7));
  put(108, octal(0, 7));
  put(116, octal(0, 7));
  put(124, octal(content.length, 11));
  put(136, octal(0, 11));
  put(148, " ".repeat(8)); // the sum counts its own place as spaces
  put(156, "0");
  put(257, "ustar\x0000");
  put(148, `${octal(header.reduce((sum, byte) => sum + byte, 0), 6)}\0 `);
  return [header, padded];
}

function gzip(parts: readonly Uint8Array<ArrayBuffer>[]): Promise<Uint8Array<ArrayBuffer>> {
  const stream = new Blob([...parts]).stream().pipeThrough(new CompressionStream("gzip"));
  return new Response(stream).bytes();
}
