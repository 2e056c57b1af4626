import { delimiter, join } from "node:path";
import puppeteer, { type Page } from "puppeteer-core";
import { hasBrowser } from "./browser.ts";
import { OpenNotebook } from "./open_notebook.ts";
import { withFolder } from "./with_folder.ts";
import { writeAtomic } from "@lib/base/write_atomic.ts";

/** Where `jupyter-lab` is, if it is on `PATH`. */
const program = (Deno.env.get("PATH") ?? "").split(delimiter)
  .map((folder) => join(folder, "jupyter-lab"))
  .find((path) => {
    try {
      return Deno.statSync(path).isFile;
    } catch {
      return false;
    }
  });

/** Why there is none for tests; `undefined` where there is. */
export const noJupyterLab = program === undefined
  ? "jupyter-lab is not on PATH"
  : !hasBrowser
  ? "there is no Chromium"
  : undefined;

/** JupyterLab in a browser. */
export interface JupyterLab {
  readonly page: Page;
  /** Opens a notebook, named by its path below the server's folder, with a Deno kernel of its own. */
  readonly open: (path: string) => Promise<OpenNotebook>;
}

/** Runs `work` with a JupyterLab server, its settings and its Deno kernel in a folder of their own, and a
 * headless Chromium that shows it. Both are gone afterwards.
 *
 * @param root the folder that it serves
 * @param environment variables for the kernels
 */
export function withJupyterLab(
  root: string,
  environment: Readonly<Record<string, string>>,
  work: (lab: JupyterLab) => Promise<void>,
): Promise<void> {
  return withFolder(async (home) => {
    await installKernel(home);
    await keepQuiet(home);
    const server = new Deno.Command(program!, {
      args: [
        ...["--no-browser", "--allow-root", "--ServerApp.ip=127.0.0.1", "--ServerApp.port=0"],
        ...[`--ServerApp.root_dir=${root}`, "--IdentityProvider.token=test"],
        "--LabApp.expose_app_in_browser=True",
        `--ServerApp.jpserver_extensions={"jupyter_lsp":False,"jupyter_server_terminals":False}`,
      ],
      env: {
        JUPYTER_PATH: join(home, ".local", "share", "jupyter"),
        ...placesBelow(home),
        ...environment,
      },
      stdout: "null",
      stderr: "piped",
    }).spawn();
    try {
      const address = await addressOf(server.stderr);
      const browser = await puppeteer.launch({
        executablePath: "/usr/bin/chromium",
        userDataDir: join(home, "browser"),
        args: ["--no-sandbox", "--disable-gpu"],
        protocolTimeout: 600_000, // a notebook may take as long
      });
      try {
        const page = await browser.newPage();
        page.setDefaultTimeout(300_000);
        await page.setViewport({ width: 1280, height: 900 });
        await page.goto(`${address}/lab?token=test`);
        await OpenNotebook.ready(page);
        await work({ page, open: (path) => OpenNotebook.open(page, path) });
      } finally {
        await browser.close();
      }
    } finally {
      server.kill("SIGTERM");
      await server.status;
    }
  });
}

/** Makes Deno's kernel known below a home. */
async function installKernel(home: string): Promise<void> {
  const { success, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["jupyter", "--install"],
    env: { HOME: home },
  }).output();
  if (!success) throw new Error(new TextDecoder().decode(stderr));
}

/** Settles what JupyterLab asks at its first start: whether it may look for news. */
async function keepQuiet(home: string): Promise<void> {
  const settings = join(home, "CONFIG", "lab", "user-settings", "@jupyterlab");
  await writeAtomic(
    join(settings, "apputils-extension", "notification.jupyterlab-settings"),
    JSON.stringify({ fetchNews: "false", checkForUpdates: false }),
  );
}

function placesBelow(home: string): Record<string, string> {
  const kinds = ["CONFIG", "DATA", "RUNTIME"];
  return Object.fromEntries(kinds.map((kind) => [`JUPYTER_${kind}_DIR`, join(home, kind)]));
}

/** Where a server listens, by what it writes. Goes on reading: a full pipe would stop the server. */
async function addressOf(stderr: ReadableStream<Uint8Array<ArrayBuffer>>): Promise<string> {
  const parts = stderr.pipeThrough(new TextDecoderStream());
  let text = "";
  let address: string | undefined;
  for await (const part of parts.values({ preventCancel: true })) {
    text += part;
    [address] = /http:\/\/127\.0\.0\.1:\d+(?=\/lab)/.exec(text) ?? [];
    if (address !== undefined) break;
  }
  if (address === undefined) throw new Error(`JupyterLab did not start: ${text}`);
  parts.pipeTo(new WritableStream());
  return address;
}
