import { compileKernels, kernelsModule, modules } from "@lib/backend/simd/build.ts";
import * as committed from "@lib/backend/simd/kernels.ts";
import { projectPath } from "@lib/base/paths.ts";
import { assert, assertEquals } from "../../support/assert.ts";

Deno.test("compileKernels() and kernelsModule() give the committed module", async () => {
  const path = projectPath("lib", "backend", "simd", "kernels.ts");
  const binaries = await Promise.all(modules.map(({ options }) => compileKernels(options)));
  assert(kernelsModule(binaries) === await Deno.readTextFile(path), "run: deno task build");
});

for (const { name } of modules) {
  Deno.test(`the ${name} kernels keep nothing in the memory that they share`, () => {
    const binary = Uint8Array.fromBase64(committed[name]);
    const kinds = sectionsOf(binary).filter(([, length]) => length > 1).map(([kind]) => kind);
    assertEquals(kinds.includes(dataSection), false);
    assertEquals(WebAssembly.Module.imports(new WebAssembly.Module(binary)), [
      { module: "env", name: "memory", kind: "memory" },
    ]);
  });
}

const dataSection = 11;

/** Kind and length of each section of a WebAssembly module
 * (https://webassembly.github.io/spec/core/binary/modules.html). */
function sectionsOf(binary: Uint8Array): [number, number][] {
  const sections: [number, number][] = [];
  for (let at = 8; at < binary.length;) {
    const kind = binary[at++];
    let length = 0;
    for (let shift = 0, byte = 0x80; byte >= 0x80; shift += 7) {
      byte = binary[at++];
      length += (byte & 0x7f) << shift;
    }
    sections.push([kind, length]);
    at += length;
  }
  return sections;
}
