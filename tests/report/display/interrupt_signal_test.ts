import { assertEquals } from "../../support/assert.ts";
import { projectPath } from "@lib/base/paths.ts";

/** Ends of itself once its second signal is aborted. */
const script = `
import { interruptSignal } from "./lib/report/display/interrupt_signal.ts";
const first = interruptSignal();
const signal = interruptSignal();
const isStopped = new Promise((resolve) => signal.addEventListener("abort", resolve));
Deno.kill(Deno.pid, "SIGINT");
await isStopped;
console.log(first.aborted, signal.reason.message.split(":")[0], interruptSignal().aborted);
Deno.exit(0);
`;

Deno.test("interruptSignal() takes an interrupt for the newest signal, and the process lives on", async () => {
  const { code, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["eval", "--no-lock", script],
    cwd: projectPath(),
    env: { NO_COLOR: "1" },
  }).output();
  assertEquals([code, new TextDecoder().decode(stderr)], [0, ""]);
  assertEquals(new TextDecoder().decode(stdout), "false Interrupted false\n");
});
