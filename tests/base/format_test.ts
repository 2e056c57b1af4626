import { percent, thousands } from "@lib/base/format.ts";
import { assertEquals } from "../support/assert.ts";

Deno.test("percent() rounds, but to nothing and all only where it is so", () => {
  const shares = [0, 0.0001, 0.00051, 0.5, 0.99123, 0.9995, 0.9999, 1];
  assertEquals(shares.map((share) => percent(share)), [
    "0.0 %",
    "< 0.1 %",
    "0.1 %",
    "50.0 %",
    "99.1 %",
    "> 99.9 %",
    "> 99.9 %",
    "100.0 %",
  ]);
});

Deno.test("percent() takes any number of decimals, and shares above 1", () => {
  assertEquals([percent(0.99996, 2), percent(0.99994, 2)], ["> 99.99 %", "99.99 %"]);
  assertEquals([percent(0.996, 0), percent(0.004, 0)], ["> 99 %", "< 1 %"]);
  assertEquals(percent(1.234), "123.4 %");
});

Deno.test("thousands() groups digits and drops decimals", () => {
  assertEquals([0, 7, 1234, 60000, 1234567, 1999.5].map(thousands), [
    "0",
    "7",
    "1,234",
    "60,000",
    "1,234,567",
    "2,000",
  ]);
});
