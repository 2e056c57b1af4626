// Unpacks a script that the page holds as gzip in base64, and runs it. The page's policy knows it by its
// hash.
// deno-lint-ignore no-unused-vars -- The scripts behind this one call it.
async function runPacked(element) {
  const bytes = Uint8Array.from(atob(element.textContent), (sign) => sign.charCodeAt(0));
  const code = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  const script = document.createElement("script");
  script.textContent = await new Response(code).text();
  document.head.append(script);
}
