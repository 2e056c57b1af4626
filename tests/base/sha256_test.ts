import { assertEquals, assertNotEquals } from "../support/assert.ts";
import { sha256 } from "@lib/base/sha256.ts";

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

// Examples of NIST's FIPS 180-2, appendix B.
const digests: Record<string, string> = {
  "": "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
  "abc": "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
  "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq":
    "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1",
};

for (const [text, digest] of Object.entries(digests)) {
  Deno.test(`sha256() of "${text}" is the standard's`, () => {
    assertEquals(sha256(bytesOf(text)), digest);
  });
}

Deno.test("sha256() of a view takes the view's bytes alone", () => {
  const whole = bytesOf("xabcx");
  assertEquals(sha256(whole.subarray(1, 4)), digests["abc"]);
  assertNotEquals(sha256(whole), digests["abc"]);
});
