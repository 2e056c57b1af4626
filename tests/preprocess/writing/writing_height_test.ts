import { assertEquals } from "../../support/assert.ts";
import { writingHeight } from "@lib/preprocess/writing/writing_height.ts";

Deno.test("writingHeight() is that of the marks which hold the ink, not of many specks", () => {
  const specks = Array.from({ length: 50 }, () => ({ height: 2, mass: 4 }));
  const digits = [38, 40, 44].map((height) => ({ height, mass: 900 }));
  assertEquals(writingHeight([...specks, ...digits]), 40);
  assertEquals(writingHeight([]), 0);
});
