import { projectPath } from "@lib/base/paths.ts";

/** A text file of the project: its path below the root, with `/`, and its content. */
export interface TextFile {
  readonly path: string;
  readonly text: string;
}

/** Every text file of the project that git does not ignore.
 *
 * @param isWanted tells by its path whether to read a file
 */
export async function projectFiles(isWanted: (path: string) => boolean): Promise<TextFile[]> {
  const ignored = ignoredBy(await Deno.readTextFile(projectPath(".gitignore")));
  const paths = pathsBelow("", ignored);
  const files = await Promise.all(
    paths.filter((path) => isWanted(path) && !ignored(path)).map(async (path) => ({
      path,
      text: new TextDecoder().decode(await Deno.readFile(projectPath(path))),
    })),
  );
  return files.filter(({ text }) => !text.includes("\0")); // images, weights
}

/** Whether a `.gitignore` leaves a path out; folders end with `/`. It knows the patterns that ours
 * consists of: a path from the root (`/data/runs/`) and a name at any depth (`.cells/`, `*.log`). */
export function ignoredBy(gitignore: string): (path: string) => boolean {
  const patterns = gitignore.split("\n").map((line) => line.trim())
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map((line) => {
      const body = line.replace(/^\//, "").replace(/[.+^${}()|[\]\\]/g, "\\$&")
        .replaceAll("*", "[^/]*");
      return new RegExp(
        `${line.startsWith("/") ? "^" : "(^|/)"}${body}${body.endsWith("/") ? "" : "(/|$)"}`,
      );
    });
  return (path) => patterns.some((pattern) => pattern.test(path));
}

function pathsBelow(folder: string, isSkipped: (folder: string) => boolean): string[] {
  return [...Deno.readDirSync(projectPath(folder))].flatMap(({ name, isDirectory, isFile }) => {
    if (name === ".git" || name === "node_modules") return []; // .git is a file in a worktree
    if (isFile) return [folder + name];
    const inner = `${folder}${name}/`;
    return isDirectory && !isSkipped(inner) ? pathsBelow(inner, isSkipped) : [];
  });
}
