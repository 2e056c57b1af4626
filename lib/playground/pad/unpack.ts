/** Unpacks what `packed` put into a page: gzip in base64.
 *
 * @param name the class of the script element that holds it
 * @throws {Error} if the page has no such element
 */
export async function unpack(name: string): Promise<Uint8Array<ArrayBuffer>> {
  const text = document.querySelector(`script.${name}`)?.textContent;
  if (text === undefined || text === null) throw new Error(`Cannot find ${name} in the page`);
  const bytes = Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}
