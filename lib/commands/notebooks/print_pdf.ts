import { join } from "node:path";
import { pathToFileURL } from "node:url";

/** Programs that print a page to PDF, on Linux and macOS; the task may run no others. */
const browsers = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/snap/bin/chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/** Prints a page to PDF with a Chromium that is on this machine.
 *
 * @param html path of the page
 * @param pdf path of the file to write
 * @param options.signal ends the browser
 * @param options.programs where to look for a browser
 * @throws {Error} if there is no such browser, or it fails
 */
export async function printPdf(
  html: string,
  pdf: string,
  { signal, programs = browsers }: {
    readonly signal?: AbortSignal;
    readonly programs?: readonly string[];
  } = {},
): Promise<void> {
  const profile = join(pdf, "..", `browser-${crypto.randomUUID()}`);
  const args = [
    ...["--headless", "--disable-gpu", "--no-first-run", "--disable-background-networking"],
    ...["--proxy-server=127.0.0.1:1", `--user-data-dir=${profile}`, "--no-pdf-header-footer"],
    ...["--generate-pdf-document-outline", `--print-to-pdf=${pdf}`, pathToFileURL(html).href],
  ];
  // A container, or root, has no sandbox to offer; the page runs nothing but our own scripts.
  const lines = [args, ["--no-sandbox", ...args]];
  let last = "";
  try {
    for (const program of programs) {
      for (const line of lines) {
        signal?.throwIfAborted();
        const ran = await run(program, line, signal);
        if (ran === undefined) break;
        if (ran.success && await Deno.stat(pdf).then(() => true, () => false)) return;
        last = new TextDecoder().decode(ran.stderr).trim().split("\n").at(-1) ?? "";
      }
      signal?.throwIfAborted();
    }
  } finally {
    await Deno.remove(profile, { recursive: true }).catch(() => {});
  }
  const found = last === "" ? "no Chromium or Chrome" : `a browser that fails: ${last}`;
  throw new Error(
    `Cannot print ${pdf}: found ${found}, wanted one that prints; install the package chromium, ` +
      "or write --to html and print from a browser",
  );
}

/** What the program made of it; `undefined` where it is not there. */
async function run(
  program: string,
  args: readonly string[],
  signal: AbortSignal | undefined,
): Promise<Deno.CommandOutput | undefined> {
  try {
    return await new Deno.Command(program, {
      args: [...args],
      stdout: "null",
      stderr: "piped",
      ...(signal === undefined ? {} : { signal }),
    }).output();
  } catch (error) {
    if (error instanceof Deno.errors.NotFound || error instanceof Deno.errors.NotCapable) return;
    throw error;
  }
}
