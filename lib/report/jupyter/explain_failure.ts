import type { Kernel } from "./kernel.ts";

/** Why a cell failed that the kernel refused without a word ("Execution failed"): it does not parse,
 * or something it imports could not be had.
 *
 * The kernel is asked to import the cell as a module behind another one that throws: modules are
 * read and linked before any runs, so the reason shows and nothing of the cell is run.
 */
export async function explainFailure(
  kernel: Kernel,
  source: string,
): Promise<{ readonly name: string; readonly message: string }> {
  const module = `import "data:text/javascript,throw 0";\n${source}`;
  const url = `data:application/typescript;base64,${toBase64(module)}`;
  const code = `await import(${JSON.stringify(url)}).then(() => {}, (error) => {
    if (error instanceof Error) console.log(error.message);
  });`;
  let message = "";
  for await (const { header, content } of kernel.execute(code)) {
    if (header.msg_type === "stream" && content.name === "stdout") message += content.text;
  }
  // The lines after the first show the source with the line numbers of that module.
  const [first] = message.replaceAll(url, "the cell").split("\n");
  const [, name = "Error", rest] = /^(?:(\w+Error): )?(.*?)(?: at the cell.*)?$/.exec(first)!;
  return { name, message: rest === "" ? "the kernel gave no reason" : rest };
}

function toBase64(text: string): string {
  const bytes = new TextEncoder().encode(text);
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
}
