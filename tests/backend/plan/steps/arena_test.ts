import { Arena } from "@lib/backend/plan/steps/arena.ts";
import { assert, assertEquals } from "../../../support/assert.ts";

Deno.test("Arena allocates memory that is aligned, apart, and has 60 bytes to load behind it", () => {
  const arena = new Arena(3);
  const [a, b] = [arena.bytes(5), arena.floats(16)];
  const value = arena.value([2, 2, 5], true);
  const shared = arena.shared("some", 100);
  const end = arena.finish()!.buffer.byteLength;
  const parts = [[a, 5], [b, 64], [value.address, 3 * 20 * 4], [shared.address, 100]];
  parts.push([value.gradient!.address, 3 * 20 * 4]);
  parts.sort(([first], [second]) => first - second);
  for (const [i, [address, bytes]] of parts.entries()) {
    assert(address > 0 && address % 64 === 0);
    assert(address + bytes + 60 <= (parts[i + 1]?.[0] ?? end), JSON.stringify(parts));
  }
});

Deno.test("Arena.shared() is one region as large as the largest wish", () => {
  const arena = new Arena(1);
  const [first, second] = [arena.shared("a", 10), arena.shared("a", 1000)];
  const other = arena.shared("b", 1);
  arena.finish();
  assertEquals(first, second);
  assertEquals(first.bytes, 1000);
  assert(other.address > first.address + 1000 || other.address < first.address);
});

Deno.test("Arena.value() gives neighbours different gradients", () => {
  const arena = new Arena(1);
  const values = [1, 2, 3].map((size) => arena.value([1, 1, size], true).gradient);
  assert(values[0] !== values[1] && values[1] !== values[2] && values[0] === values[2]);
  assertEquals(arena.value([1, 1, 1], false).gradient, undefined);
});

Deno.test("Arena.finish() makes whole pages of memory, and refuses more than a gigabyte", () => {
  const limit = 2 ** 30;
  const held = (bytes: number): WebAssembly.Memory | undefined => {
    const arena = new Arena(1);
    arena.bytes(bytes);
    return arena.finish();
  };
  assertEquals(held(100_000)?.buffer.byteLength, 2 * 65_536);
  assertEquals(held(limit - 2 * 64 + 1), undefined);
});
