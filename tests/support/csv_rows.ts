/** The rows of a CSV text without line ends inside of its fields, header and all. */
export function csvRows(text: string): string[][] {
  return text.trim().split("\n").map((line) =>
    [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)]
      .map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain)
  );
}
