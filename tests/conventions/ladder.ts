import { posix } from "node:path";
import type { TextFile } from "./project_files.ts";
import { importsOf } from "./source_text.ts";

/** The floor of each folder of `lib/`; a file imports from its own folder and from floors below. */
export const floors: Readonly<Record<string, number>> = {
  base: 0,
  backend: 1,
  image: 2,
  figures: 3,
  download: 3,
  model: 3,
  preprocess: 4,
  report: 4,
  train: 5,
  evaluate: 5,
  predict: 5,
  tune: 6,
  files: 6,
  playground: 6,
  queue: 7,
  commands: 8,
};

/** The rooms of the folders that have any, from the lowest up: a room imports from those before it,
 * and the files that stand in the folder itself import from all of them. */
export const rooms: Readonly<Record<string, readonly string[]>> = {
  backend: ["simd", "ctc", "lowering", "kernels", "plan", "predictor"],
  "backend/plan": ["steps"],
  "backend/simd": ["assembly"],
  commands: ["cli", "notebooks", "training", "scoring"],
  evaluate: ["scores", "corruptions", "insight"],
  figures: ["parts"],
  model: ["networks"],
  playground: ["pad", "trainer"],
  predict: ["segment", "path", "weighing", "annotate"],
  preprocess: ["disturb", "dataset", "decode", "ink", "writing", "handwriting"],
  "preprocess/handwriting": ["writer", "scan", "non_digit", "line"],
  report: ["jupyter", "svg", "page", "display"],
  train: ["steps", "workers"],
};

/** Where the files of `lib/` break the import ladder; empty if nowhere. */
export function ladderFaults(files: readonly TextFile[]): string[] {
  return files.flatMap(({ path, text }) => {
    const from = pathOf(path);
    const stranger = unknownFolder(from);
    if (stranger !== undefined) return [`${path}: lib/${stranger} is no folder of the house`];
    return localImports(path, text).flatMap((target) => {
      if (!target.startsWith("lib/")) return [`${path} imports ${target}, outside lib`];
      const [upper, lower] = parting(from, pathOf(target));
      return isAbove(upper, lower)
        ? []
        : [`${path} imports ${target}: ${upper} is not above ${lower}`];
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
    .filter((specifier) => specifier.endsWith(".ts"))
    .map((specifier) =>
      specifier.startsWith(".")
        ? posix.join(posix.dirname(path), specifier)
        : specifier.replace("@lib/", "lib/")
    );
}

/** The folders of a file of `lib/`, from the floor's down: `["backend", "plan", "steps"]`. */
function pathOf(path: string): string[] {
  return path.split("/").slice(1, -1);
}

/** The first folder on the way to a file that is neither a floor nor a room. */
function unknownFolder([floor, ...inner]: string[]): string | undefined {
  if (floors[floor] === undefined) return floor;
  let folder = floor;
  for (const room of inner) {
    if (!rooms[folder]?.includes(room)) return `${folder}/${room}`;
    folder = `${folder}/${room}`;
  }
  return undefined;
}

/** Where the ways to two folders part: the first folders that differ, or one and the one it is in. */
function parting(from: readonly string[], to: readonly string[]): [upper: string, lower: string] {
  let shared = 0;
  while (shared < Math.min(from.length, to.length) && from[shared] === to[shared]) shared++;
  const folder = (path: readonly string[]): string => path.slice(0, shared + 1).join("/");
  return [folder(from), folder(to)];
}

function isAbove(upper: string, lower: string): boolean {
  if (upper === lower || lower.startsWith(`${upper}/`)) return true;
  const own = posix.dirname(upper);
  if (own === ".") return !lower.includes("/") && floors[lower] < floors[upper];
  if (own !== posix.dirname(lower)) return false; // the folder that the room itself is in
  const order = rooms[own];
  return order.indexOf(posix.basename(lower)) < order.indexOf(posix.basename(upper));
}
