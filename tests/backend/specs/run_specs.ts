import jasmineCore from "jasmine-core";

/** What became of one spec. */
export interface SpecResult {
  /** Suite and spec, without the name of the backend. */
  readonly name: string;
  /** What went wrong; `undefined` where the spec passed. */
  readonly failure: string | undefined;
}

/** Runs Jasmine specs, one after another in their order. Puts Jasmine's globals into the process.
 *
 * @param source a module that declares them, as `bundleSpecs` makes it
 */
export async function runSpecs(source: string): Promise<SpecResult[]> {
  jasmineCore.installGlobals();
  const jasmine = jasmineCore.jasmine.getEnv();
  jasmine.configure({ random: false });
  const results: SpecResult[] = [];
  jasmine.addReporter({
    specDone({ fullName, status, failedExpectations }: Spec): void {
      const name = fullName.replace(" wasm {}", "");
      const failure = status === "failed" ? failedExpectations[0].message : undefined;
      if (status === "passed" || status === "failed") results.push({ name, failure });
    },
  });
  const url = URL.createObjectURL(new Blob([source], { type: "text/javascript" }));
  await import(url);
  URL.revokeObjectURL(url);
  await jasmine.execute();
  return results;
}

/** What Jasmine tells of a spec. */
interface Spec {
  readonly fullName: string;
  readonly status: string;
  readonly failedExpectations: readonly { readonly message: string }[];
}
