import * as tf from "@tensorflow/tfjs";
import { type BackendName, initBackend } from "@lib/backend/backend.ts";
import { projectPath } from "@lib/base/paths.ts";
import { hasRealAdapter } from "@lib/backend/start_webgpu.ts";
import { assertEquals, assertRejects } from "../support/assert.ts";
import { partNotices } from "../support/runtime_notices.ts";

Deno.test("initBackend() takes the fastest backend there is", async () => {
  const wanted = await hasRealAdapter() ? "webgpu" : "wasm";
  assertEquals(await initBackend(), wanted);
  assertEquals(tf.getBackend(), wanted);
});

Deno.test("initBackend() starts what it is told, again and in turn", async () => {
  for (const name of ["wasm", "cpu", "cpu", "wasm"] as const) {
    assertEquals(await initBackend(name), name);
    assertEquals(tf.getBackend(), name);
    assertEquals([...tf.tensor1d([1, 2]).square().dataSync()], [1, 4]);
  }
});

Deno.test("initBackend() may be called while another call is under way; the last decides", async () => {
  assertEquals(await Promise.all([initBackend("wasm"), initBackend("cpu")]), ["wasm", "cpu"]);
  assertEquals(tf.getBackend(), "cpu");
});

Deno.test("initBackend() refuses an unknown name, and works on after", async () => {
  for (const name of ["gpu", "toString", ""]) {
    await assertRejects(
      () => initBackend(name as BackendName),
      RangeError,
      `Cannot start backend "${name}": must be "auto", "webgpu", "wasm", "cpu"`,
    );
  }
  assertEquals(await initBackend("wasm"), "wasm");
});

Deno.test("initBackend() registers its kernels once", async () => {
  await initBackend("wasm");
  const kernel = tf.getKernel(tf.MaxPoolGrad, "wasm");
  await initBackend("cpu");
  await initBackend("wasm");
  assertEquals(tf.getKernel(tf.MaxPoolGrad, "wasm") === kernel, true);
});

Deno.test("initBackend() starts webgpu by name on any adapter, or says that there is none", async () => {
  if (!await navigator.gpu?.requestAdapter()) {
    await assertRejects(() => initBackend("webgpu"), Error, "found no graphics adapter");
    return;
  }
  assertEquals(await initBackend("webgpu"), "webgpu");
  assertEquals([...await tf.tensor1d([1, 2]).square().data()], [1, 4]);
  await initBackend("wasm");
});

Deno.test("initBackend() needs no permission and prints nothing", async () => {
  const script = projectPath("tests", "backend", "backend_script.ts");
  for (const name of ["wasm", "cpu"]) {
    const args = ["run", "--quiet", "--no-prompt", script, name];
    const env = { NO_COLOR: "1" };
    const { stdout, stderr } = await new Deno.Command(Deno.execPath(), { args, env }).output();
    const [out, err] = [stdout, stderr].map((bytes) => new TextDecoder().decode(bytes));
    assertEquals({ out, err: partNotices(err).own }, { out: `${name} 1,4`, err: "" });
  }
});

Deno.test("initBackend() works in a module worker", async () => {
  const worker = new Worker(new URL("./backend_worker.ts", import.meta.url), { type: "module" });
  const { promise, resolve, reject } = Promise.withResolvers<unknown>();
  worker.onmessage = ({ data }) => resolve(data);
  worker.onerror = ({ message }) => reject(new Error(message));
  try {
    assertEquals(await promise, { afterBoth: "cpu", name: "wasm", values: [4, 4, 4, 4] });
  } finally {
    worker.terminate();
  }
});
