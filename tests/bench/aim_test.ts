import { assertEquals } from "../support/assert.ts";
import { aim } from "../../bench/aim.ts";

Deno.test("aim() writes what is aimed at with no more decimals than it has", () => {
  const shares = [0.92, 0.765, 0.005, 0.98, 1, 0.57, 0.29];
  const texts = ["92 %", "76.5 %", "0.5 %", "98 %", "100 %", "57 %", "29 %"];
  assertEquals(shares.map(aim), texts);
});
