/** A task of `deno.json`: a command line, or one with a description and others to run before. */
export type Task = string | {
  readonly command?: string;
  readonly description?: string;
  readonly dependencies?: readonly string[];
};

/** Which tasks run with all permissions, or do not name theirs; empty if none. */
export function permissionFaults(tasks: Readonly<Record<string, Task>>): string[] {
  return Object.entries(tasks).flatMap(([name, task]) => {
    const line = typeof task === "string" ? task : task.command ?? "";
    return line.split(/&&|\|\||[;|&]/).flatMap((part) => {
      const words = part.trim().split(/\s+/);
      if (words.some((word) => word === "--allow-all" || /^-[a-zA-Z]*A/.test(word))) {
        return [`${name} takes all permissions: ${part.trim()}`];
      }
      return runsCode(words) && !words.some(namesPermission)
        ? [`${name} names no permission: ${part.trim()}`]
        : [];
    });
  });
}

/** Formatting, linting, type checks and other tasks run none of our code themselves. */
function runsCode(words: readonly string[]): boolean {
  const deno = words.indexOf("deno");
  return deno >= 0 && /^(?:run|test|bench|serve|eval|x)$|^-|\.ts$/.test(words[deno + 1] ?? "");
}

function namesPermission(word: string): boolean {
  return /^--allow-[a-z]/.test(word) || /^(?:-P|--permission-set)(?:=|$)/.test(word);
}
