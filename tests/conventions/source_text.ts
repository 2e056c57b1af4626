const token =
  /\/\*[\s\S]*?\*\/|\/\/[^\n]*|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`/g;

/** TypeScript source without its comments; line numbers stay. */
export function withoutComments(source: string): string {
  return source.replace(token, (text) => text[0] === "/" ? text.replace(/[^\n]/g, "") : text);
}

/** TypeScript source without its comments and the content of its strings. */
export function withoutCommentsAndStrings(source: string): string {
  return withoutComments(source).replace(token, (text) => text[0] + text[0]);
}

/** What a source file imports, re-exports, or starts as a worker: the specifiers as written. */
export function importsOf(source: string): string[] {
  const code = withoutComments(source);
  const imports = /\b(?:from|import)\s*\(?\s*["']([^"']+)["']/g;
  const workers = /\bnew\s+URL\(\s*["']([^"']+\.ts)["']\s*,\s*import\.meta\.url/g;
  return [...code.matchAll(imports), ...code.matchAll(workers)].map((match) => match[1]);
}

/** Markdown without code, tags, formulas and addresses: what is read as prose. */
export function proseOf(markdown: string): string {
  return markdown
    .replace(/^(```|~~~)[\s\S]*?^\1/gm, " ")
    .replace(/(`+)[\s\S]*?\1/g, " ")
    .replace(/<!--[\s\S]*?-->|<[^>]*>/g, " ")
    .replace(/\$\$[\s\S]*?\$\$|\$[^$\n]+\$/g, " ")
    .replace(/\]\([^)]*\)/g, "]")
    .replace(/https?:\/\/\S+/g, " ");
}
