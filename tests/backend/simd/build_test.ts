import { compileKernels, modules } from "@lib/backend/simd/build.ts";
import { projectPath } from "@lib/base/paths.ts";
import { assertEquals } from "../../support/assert.ts";

for (const { file, options } of modules) {
  Deno.test(`compileKernels() gives the committed ${file}`, async () => {
    const committed = await Deno.readFile(projectPath("lib", "backend", "simd", file));
    const built = await compileKernels(options);
    assertEquals(built.length, committed.length, "run: deno task build");
    assertEquals(built.every((byte, i) => byte === committed[i]), true, "run: deno task build");
  });

  Deno.test(`${file} keeps nothing in the memory that it shares`, async () => {
    const committed = await Deno.readFile(projectPath("lib", "backend", "simd", file));
    const kinds = sectionsOf(committed).filter(([, length]) => length > 1).map(([kind]) => kind);
    assertEquals(kinds.includes(dataSection), false);
    assertEquals(WebAssembly.Module.imports(new WebAssembly.Module(committed)), [
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
