import { chromium } from "./chromium.ts";

/** What a server has to offer, by file name; `page.js` is the module of the page. */
export type Site = Readonly<Record<string, string | Uint8Array<ArrayBuffer>>>;

/** Seconds after which a page that says nothing is given up: a lost renderer says nothing either. */
const patience = 300;

/** Calls the function `run` that `page.js` exports, and sends back what it gives or throws. */
const page = `<!doctype html>
<title>page</title>
<link rel="icon" href="data:,">
<script type="importmap">
{ "imports": { "@tensorflow/tfjs": "/tf.js", "@tensorflow/tfjs-core": "/tf.js" } }
</script>
<script type="module">
const answer = await import("/page.js").then(({ run }) => run())
  .then((value) => ({ value }), (error) => ({ error: String(error.stack ?? error) }));
await fetch("/answer", { method: "POST", body: JSON.stringify(answer) });
</script>`;

/** Opens a page in headless Chromium, from a server on this machine, and runs its module.
 *
 * @param site the files of the server: `page.js`, a module that exports an async function `run`, and
 *   what it imports; `@tensorflow/tfjs` leads to `tf.js`
 * @param folder takes the browser's profile, for the time being
 * @param options.isIsolated whether the page is isolated from other origins, as it must be to have
 *   `SharedArrayBuffer`; by default it is not
 * @param options.flags of the browser, besides those that keep it from the network
 * @returns what `run` gave, by way of JSON
 * @throws {Error} what `run` threw; or if the browser ends, or says nothing
 */
export async function browse(
  site: Site,
  folder: string,
  { isIsolated = false, flags = [] }: {
    readonly isIsolated?: boolean;
    readonly flags?: readonly string[];
  } = {},
): Promise<unknown> {
  const answer = Promise.withResolvers<{ readonly value: unknown; readonly error?: string }>();
  const headers = new Headers(isIsolated ? isolating : {});
  const server = Deno.serve(
    { hostname: "127.0.0.1", port: 0, onListen: () => {} },
    async (request) => {
      const name = new URL(request.url).pathname.slice(1);
      if (name === "answer") {
        answer.resolve(await request.json());
        return new Response(null);
      }
      const content = name === "" ? page : site[name];
      if (content === undefined) return new Response(null, { status: 404 });
      headers.set("content-type", typeOf(name));
      return new Response(content, { headers });
    },
  );
  const profile = await Deno.makeTempDir({ dir: folder });
  const browser = new Deno.Command(chromium, {
    args: [
      ...["--headless", "--no-sandbox", "--disable-quic", "--no-first-run", "--disable-sync"],
      ...["--disable-background-networking", "--disable-component-update"],
      ...["--proxy-server=127.0.0.1:1", "--proxy-bypass-list=127.0.0.1", ...flags],
      ...[`--user-data-dir=${profile}`, `http://127.0.0.1:${server.addr.port}/`],
    ],
    stdin: "null",
    stdout: "piped",
    stderr: "piped",
  }).spawn();
  // Ends when the last process of the browser does: until then they write into the profile.
  const end = browser.output();
  const timer = setTimeout(
    () => answer.reject(new Error(`Cannot browse: the page said nothing for ${patience} s`)),
    1000 * patience,
  );
  end.then(({ code }) =>
    answer.reject(new Error(`Cannot browse: ${chromium} ended with exit code ${code}`))
  );
  try {
    const { value, error } = await answer.promise;
    if (error !== undefined) throw new Error(`In the page: ${error}`);
    return value;
  } finally {
    clearTimeout(timer);
    kill(browser);
    await end;
    await server.shutdown();
    await Deno.remove(profile, { recursive: true });
  }
}

const isolating = {
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-embedder-policy": "require-corp",
};

function typeOf(name: string): string {
  if (name === "") return "text/html";
  if (name.endsWith(".js")) return "text/javascript";
  return name.endsWith(".wasm") ? "application/wasm" : "application/octet-stream";
}

function kill(browser: Deno.ChildProcess): void {
  try {
    browser.kill();
  } catch {
    // It has ended by itself.
  }
}
