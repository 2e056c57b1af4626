import { assertEquals, assertThrows } from "../support/assert.ts";
import { readSafetensors, type StoredTensor, writeSafetensors } from "@lib/train/safetensors.ts";

const tensors = new Map<string, StoredTensor>([
  ["a", { values: new Float32Array([1, -2, NaN, Infinity, 0, 3]), shape: [2, 3] }],
  ["scalar", { values: new Float32Array([7]), shape: [] }],
  ["empty", { values: new Float32Array(), shape: [0, 4] }],
]);

Deno.test("readSafetensors() gives back what writeSafetensors() wrote", () => {
  const bytes = writeSafetensors({ tensors, metadata: { step: "5" } });
  assertEquals(readSafetensors(bytes, "x"), { tensors, metadata: { step: "5" } });
});

Deno.test("writeSafetensors() follows the published layout", () => {
  const bytes = writeSafetensors({
    tensors: new Map([["w", { values: new Float32Array([1.5]), shape: [1] }]]),
    metadata: {},
  });
  const header = '{"__metadata__":{},"w":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}';
  assertEquals(new DataView(bytes.buffer).getBigUint64(0, true), BigInt(header.length));
  assertEquals(new TextDecoder().decode(bytes.subarray(8, 8 + header.length)), header);
  assertEquals(new DataView(bytes.buffer).getFloat32(8 + header.length, true), 1.5);
});

Deno.test("readSafetensors() refuses a truncated file, wherever it was cut", () => {
  const bytes = writeSafetensors({ tensors, metadata: {} });
  for (const length of [0, 7, 20, bytes.length - 1]) {
    assertThrows(
      () => readSafetensors(bytes.subarray(0, length), "cut.bin"),
      Error,
      "Cannot read cut.bin",
    );
  }
});

Deno.test("readSafetensors() refuses a header that is no JSON", () => {
  const bytes = writeSafetensors({ tensors, metadata: {} });
  bytes[8] = 0;
  assertThrows(() => readSafetensors(bytes, "x"), Error, "its header is no JSON");
});
