import { assert, assertEquals } from "../../../support/assert.ts";
import { projectPath } from "@lib/base/paths.ts";
import { peerPackages } from "../../../../bench/reading/peers/peer_packages.ts";

/** The packages that a lock holds, with their versions. */
async function locked(...path: string[]): Promise<Record<string, { integrity: string }>> {
  return JSON.parse(await Deno.readTextFile(projectPath(...path))).npm;
}

Deno.test("bench/deno.lock pins the packages of the peers, and nothing that only tests need", async () => {
  const npm = await locked("bench", "deno.lock");
  for (const [name, version] of Object.entries(peerPackages)) {
    assert(npm[`${name}@${version}`]?.integrity, `${name}@${version}`);
  }
  const ofTests = /^(?:esbuild|fast-check|jasmine-core)@/;
  assertEquals(Object.keys(npm).filter((name) => ofTests.test(name)), []);
});

Deno.test("the benchmarks run with the versions that the commands run with", async () => {
  const npm = await locked("bench", "deno.lock");
  const nameOf = (key: string): string => key.slice(0, key.indexOf("@", 1));
  const names = new Set(Object.keys(npm).map(nameOf));
  const shared = Object.keys(await locked("deno.lock")).filter((key) => names.has(nameOf(key)));
  assertEquals(shared.filter((key) => !(key in npm)), [], "run deno task bench --help, and commit");
});

Deno.test("neither the tests nor the commands fetch the packages of the peers", async () => {
  for (const path of [["tests", "deno.lock"], ["deno.lock"]]) {
    const lock = await Deno.readTextFile(projectPath(...path));
    const found = Object.keys(peerPackages).filter((name) => lock.includes(`${name}@`));
    assertEquals(found, [], path.join("/"));
  }
});
