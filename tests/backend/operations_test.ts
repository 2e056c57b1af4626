import { initBackend } from "@lib/backend/backend.ts";
import { assertNotEquals, assertThrows } from "../support/assert.ts";
import { assertSameOnBoth, computeOn } from "./compare_backends.ts";
import { operationCases } from "./operation_cases.ts";

for (const [name, { run, throws, differs }] of Object.entries(operationCases)) {
  Deno.test(`operation ${name}: values of the cpu backend where that does not err, or it throws`, async () => {
    if (throws !== undefined) {
      await initBackend("wasm");
      assertThrows(run, Error, throws);
    } else if (differs) {
      const [own, cpu] = [await computeOn("wasm", run), await computeOn("cpu", run)];
      assertNotEquals(own, cpu, "the cpu backend errs no more: compare with it");
    } else {
      await assertSameOnBoth(run);
    }
  });
}
