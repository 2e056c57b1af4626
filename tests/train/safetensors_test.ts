import { assertEquals, assertThrows } from "../support/assert.ts";
import { encodeSafetensors, parseSafetensors, type StoredTensor } from "@lib/train/safetensors.ts";

const tensors = new Map<string, StoredTensor>([
  ["a", { values: new Float32Array([1, -2, NaN, Infinity, 0, 3]), shape: [2, 3] }],
  ["scalar", { values: new Float32Array([7]), shape: [] }],
  ["empty", { values: new Float32Array(), shape: [0, 4] }],
]);

Deno.test("parseSafetensors() gives back what encodeSafetensors() wrote", () => {
  const bytes = encodeSafetensors({ tensors, metadata: { step: "5" } });
  assertEquals(parseSafetensors(bytes, "x"), { tensors, metadata: { step: "5" } });
});

Deno.test("encodeSafetensors() follows the published layout", () => {
  const bytes = encodeSafetensors({
    tensors: new Map([["w", { values: new Float32Array([1.5]), shape: [1] }]]),
    metadata: {},
  });
  const header = '{"__metadata__":{},"w":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}';
  assertEquals(new DataView(bytes.buffer).getBigUint64(0, true), BigInt(header.length));
  assertEquals(new TextDecoder().decode(bytes.subarray(8, 8 + header.length)), header);
  assertEquals(new DataView(bytes.buffer).getFloat32(8 + header.length, true), 1.5);
});

Deno.test("parseSafetensors() refuses a truncated file, wherever it was cut", () => {
  const bytes = encodeSafetensors({ tensors, metadata: {} });
  for (const length of [0, 7, 20, bytes.length - 1]) {
    assertThrows(
      () => parseSafetensors(bytes.subarray(0, length), "cut.bin"),
      Error,
      "Cannot read cut.bin",
    );
  }
});

Deno.test("parseSafetensors() refuses a header that is not JSON", () => {
  const bytes = encodeSafetensors({ tensors, metadata: {} });
  bytes[8] = 0;
  assertThrows(() => parseSafetensors(bytes, "x"), Error, "its header is not JSON");
});
