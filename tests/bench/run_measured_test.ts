import { assert, assertEquals, assertGreater, assertRejects } from "../support/assert.ts";
import { withFolder } from "../support/with_folder.ts";
import { join } from "node:path";
import { peakOfStatus } from "../../bench/peak_of_status.ts";
import { runMeasured } from "../../bench/run_measured.ts";

/** A program that runs until it is told otherwise by its own clock. */
async function programIn(folder: string, code: string): Promise<string[]> {
  const path = join(folder, "program.ts");
  await Deno.writeTextFile(path, code);
  return ["run", `--allow-write=${folder}`, path];
}

Deno.test("runMeasured() tells when a process saved last, when it ended, and its peak", () =>
  withFolder(async (folder) => {
    const out = join(folder, "out");
    await Deno.mkdir(out);
    const line = await programIn(
      folder,
      `const save = () => Deno.writeTextFileSync(${JSON.stringify(join(out, "model.json"))}, "");
      save();
      const large = new Uint8Array(2 ** 27).fill(1);
      save();
      setTimeout(() => console.log(large.length), 300);`,
    );
    const { stdout, secondsToSaved, wallSeconds, peakMiB } = await runMeasured(
      Deno.execPath(),
      line,
      out,
    );
    assertEquals(stdout, `${2 ** 27}\n`);
    assertGreater(secondsToSaved, 0);
    assert(wallSeconds - secondsToSaved > 0.25, `${wallSeconds} ${secondsToSaved}`);
    if (Deno.build.os === "linux") assertGreater(peakMiB!, 128);
    else assertEquals(peakMiB, null);
  }));

Deno.test("runMeasured() rejects a process that fails, and one that saves nothing", () =>
  withFolder(async (folder) => {
    const out = join(folder, "out");
    await Deno.mkdir(out);
    const failing = await programIn(folder, `throw new Error("no data");`);
    await assertRejects(() => runMeasured(Deno.execPath(), failing, out), Error, "no data");
    const idle = await programIn(folder, "");
    await assertRejects(() => runMeasured(Deno.execPath(), idle, out), Error, "found nothing new");
  }));

Deno.test("peakOfStatus() reads the high-water mark, in MiB", () => {
  const status = "Name:\tdeno\nVmPeak:\t 9999999 kB\nVmHWM:\t  375312 kB\nVmRSS:\t  1024 kB\n";
  assertEquals(peakOfStatus(status), 367);
  assertEquals(peakOfStatus("Name:\tdeno\nState:\tZ (zombie)\n"), undefined);
});
