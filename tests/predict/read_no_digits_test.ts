import { assertLessOrEqual } from "../support/assert.ts";
import {
  type PageWithoutDigits,
  pageWithoutDigits,
} from "../../bench/pages/page_without_digits.ts";
import { initBackend } from "@lib/backend/backend.ts";
import { rngFromSeed } from "@lib/base/rng.ts";
import { loadHandwritingModel } from "@lib/model/load_handwriting_model.ts";
import { readImage } from "@lib/predict/read_image.ts";

await initBackend("wasm");
const model = await loadHandwritingModel();
const images = 40;

for (const kind of ["letters", "signs"] as const satisfies readonly PageWithoutDigits[]) {
  Deno.test(`readImage() seldom reads digits where ${kind} stand`, async () => {
    const rng = rngFromSeed(11);
    let [sure, read] = [0, 0];
    for (let i = 0; i < images; i++) {
      const { digits } = await readImage(model, pageWithoutDigits(kind, rng.fork(i)));
      sure += Number(digits.some(({ confidence }) => confidence >= 0.9));
      read += Number(digits.length > 0);
    }
    assertLessOrEqual(sure, 2);
    assertLessOrEqual(read, images / 5, `${read} of ${images} are read`);
  });
}
