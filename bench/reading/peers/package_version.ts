import config from "../../../deno.json" with { type: "json" };

const packages: Readonly<Record<string, string>> = config.scopes["./bench/"];

/** The version that is pinned of a package that only the benchmarks use.
 *
 * @param name as it is imported
 */
export function packageVersion(name: string): string {
  return packages[name].split("@").at(-1)!.replace("/", "");
}
