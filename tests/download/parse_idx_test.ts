import fc from "fast-check";
import { assertEquals, assertStringIncludes, assertThrows } from "../support/assert.ts";
import { parseIdx } from "@lib/download/parse_idx.ts";
import { encodeIdx } from "../support/encode_idx.ts";

const labels = encodeIdx({ shape: [3], data: new Uint8Array([5, 0, 4]) });

Deno.test("parseIdx() reads what the format's description says, byte by byte", () => {
  const file = new Uint8Array([0, 0, 8, 2, 0, 0, 0, 2, 0, 0, 0, 3, 1, 2, 3, 4, 5, 6]);
  assertEquals(parseIdx(file, "matrix"), {
    shape: [2, 3],
    data: new Uint8Array([1, 2, 3, 4, 5, 6]),
  });
  assertEquals(encodeIdx({ shape: [2, 3], data: file.subarray(12) }), file);
});

Deno.test("parseIdx() reads lengths as unsigned, big-endian 32-bit integers", () => {
  const file = encodeIdx({ shape: [0x0102, 1], data: new Uint8Array(0x0102) });
  assertEquals([...file.subarray(4, 8)], [0, 0, 1, 2]);
  const huge = new Uint8Array([0, 0, 8, 1, 0xff, 0xff, 0xff, 0xff]);
  assertThrows(() => parseIdx(huge, "huge"), RangeError, "wanted 4294967303");
});

Deno.test("parseIdx() gives back what encodeIdx() wrote, whatever the shape", () => {
  const shapes = fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 1, maxLength: 5 });
  fc.assert(fc.property(shapes, fc.nat(), (shape, seed) => {
    const elements = shape.reduce((a, b) => a * b, 1);
    const data = Uint8Array.from({ length: elements }, (_, i) => (i * 31 + seed) % 256);
    assertEquals(parseIdx(encodeIdx({ shape, data }), "file"), { shape, data });
  }));
});

Deno.test("parseIdx() reads a view that does not begin at its buffer's begin", () => {
  const shifted = new Uint8Array(labels.length + 3);
  shifted.set(labels, 3);
  assertEquals([...parseIdx(shifted.subarray(3), "view").data], [5, 0, 4]);
});

Deno.test("parseIdx() names the file, what was found and what was wanted", () => {
  const gzip = new Uint8Array([0x1f, 0x8b, 8, 0, 0]);
  const table: [string, Uint8Array, typeof RangeError | typeof TypeError, string][] = [
    ["empty", new Uint8Array(), RangeError, "found an empty file, wanted an IDX file"],
    ["stub", labels.subarray(0, 3), RangeError, "found 3 bytes"],
    ["header", labels.subarray(0, 7), RangeError, "found 7 bytes, wanted a header of 8"],
    ["truncated", labels.subarray(0, 10), RangeError, "found 10 bytes, wanted 11 for 3 elements"],
    ["oversized", new Uint8Array([...labels, 1]), RangeError, "found 12 bytes, wanted 11"],
    ["noise", new Uint8Array([9, 1, 2, 3, 4]), TypeError, "0x09010203, wanted 0x00000803"],
    ["packed", gzip, TypeError, "found gzip data, wanted an IDX file; unpack it first"],
    [
      "floats",
      new Uint8Array([0, 0, 13, 1, 0, 0, 0, 0]),
      TypeError,
      "0x00000d01 (32-bit floats), wanted 0x00000803",
    ],
    ["scalar", new Uint8Array([0, 0, 8, 0]), TypeError, "found magic number 0x00000800"],
  ];
  for (const [name, bytes, errorClass, message] of table) {
    const error = assertThrows(() => parseIdx(bytes, name), errorClass, message);
    assertEquals(error.message.startsWith(`Cannot read ${name}: `), true);
  }
});

/** An IDX file of some bytes, and its shape. */
const files = fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 3 }).map(
  (shape) => {
    const data = new Uint8Array(shape.reduce((a, b) => a * b, 1)).fill(7);
    return { shape, bytes: encodeIdx({ shape, data }) };
  },
);

Deno.test("parseIdx() knows a header with the bytes of its numbers the other way round", () => {
  fc.assert(fc.property(files, fc.boolean(), ({ shape, bytes }, isMagicToo) => {
    const reversed = bytes.slice();
    for (let at = isMagicToo ? 0 : 4; at < 4 + 4 * shape.length; at += 4) {
      reversed.subarray(at, at + 4).reverse();
    }
    const { message } = assertThrows(
      () => parseIdx(reversed, "turned"),
      TypeError,
      "Cannot read turned: found a header in little-endian order (",
    );
    assertStringIncludes(message, "wanted big-endian");
    if (!isMagicToo) assertStringIncludes(message, `(${shape.join(" × ")} elements)`);
  }));
});

Deno.test("parseIdx() takes lengths that no file can have for a damaged header", () => {
  const noise = fc.array(fc.integer({ min: 128, max: 255 }), { minLength: 12, maxLength: 12 });
  fc.assert(fc.property(noise, (lengths) => {
    const { message } = assertThrows(
      () => parseIdx(new Uint8Array([0, 0, 8, 3, ...lengths, 1, 2, 3]), "noise"),
      RangeError,
      "the header is damaged, download it again",
    );
    assertEquals(/\de\+\d/.test(message), false, message);
  }));
});

Deno.test("parseIdx() tells a file cut off anywhere from one with bytes too many", () => {
  fc.assert(fc.property(files, fc.nat(), fc.integer({ min: 1, max: 99 }), (file, cut, more) => {
    const { bytes } = file;
    const short = bytes.subarray(0, 1 + cut % (bytes.length - 1));
    assertThrows(() => parseIdx(short, "short"), RangeError, "the file is truncated, download");
    const long = new Uint8Array(bytes.length + more);
    long.set(bytes);
    const fault = `the file is oversized by ${more} bytes at its end`;
    assertThrows(() => parseIdx(long, "long"), RangeError, fault);
  }));
});

Deno.test("encodeIdx() refuses a shape that does not fit", () => {
  const data = new Uint8Array(4);
  assertThrows(() => encodeIdx({ shape: [5], data }), RangeError, "found 4 elements, wanted 5");
  assertThrows(() => encodeIdx({ shape: [], data }), RangeError, "found 0 dimensions");
  assertThrows(() => encodeIdx({ shape: [2.5], data }), RangeError, "found the length 2.5");
  assertThrows(() => encodeIdx({ shape: [-1], data }), RangeError, "found the length -1");
});
