import { posix } from "node:path";
import type { TextFile } from "./project_files.ts";
import { importsOf } from "./source_text.ts";

/** The floor of each folder of `lib/`; a file imports from its own folder and from floors below. */
export const floors: Readonly<Record<string, number>> = {
  base: 1,
  backend: 1,
  figures: 1,
  download: 2,
  model: 2,
  report: 2,
  preprocess: 3,
  train: 4,
  evaluate: 4,
  predict: 4,
  tune: 5,
  commands: 6,
};

/** Where the files of `lib/` break the import ladder; empty if nowhere. */
export function ladderFaults(files: readonly TextFile[]): string[] {
  return files.flatMap(({ path, text }) => {
    const from = folderOf(path);
    if (floors[from] === undefined) return [`${path}: lib/${from} is no folder of the house`];
    return localImports(path, text).flatMap((target) => {
      if (!target.startsWith("lib/")) return [`${path} imports ${target}, outside lib`];
      const to = folderOf(target);
      const isAllowed = from === to || floors[to] < floors[from];
      return isAllowed ? [] : [`${path} imports ${target}: ${from} is not above ${to}`];
    });
  });
}

/** The cycles of imports among some files, each as `a → b → a`; empty if there is none. */
export function cycles(files: readonly TextFile[]): string[] {
  const imports = new Map(files.map(({ path, text }) => [path, localImports(path, text)]));
  const done = new Set<string>();
  const found: string[] = [];
  const visit = (path: string, trail: readonly string[]): void => {
    if (trail.includes(path)) {
      found.push([...trail.slice(trail.indexOf(path)), path].join(" → "));
    } else if (!done.has(path)) {
      for (const target of imports.get(path) ?? []) visit(target, [...trail, path]);
      done.add(path);
    }
  };
  for (const path of imports.keys()) visit(path, []);
  return found;
}

/** The files of the project that a file imports, as paths below the root. */
function localImports(path: string, text: string): string[] {
  return importsOf(text)
    .filter((specifier) => specifier.startsWith(".") || specifier.startsWith("@lib/"))
    .map((specifier) =>
      specifier.startsWith(".")
        ? posix.join(posix.dirname(path), specifier)
        : specifier.replace("@lib/", "lib/")
    );
}

function folderOf(path: string): string {
  return path.split("/")[1];
}
