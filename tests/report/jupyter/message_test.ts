import { assertEquals, assertThrows } from "../../support/assert.ts";
import { decodeMessage, encodeMessage, type Message } from "@lib/report/jupyter/message.ts";

const message: Message = {
  header: {
    msg_id: "1",
    msg_type: "execute_request",
    session: "s",
    username: "u",
    date: "2026-01-01T00:00:00Z",
    version: "5.3",
  },
  parent: {},
  metadata: {},
  content: { code: "1 + 1 // ä" },
};

const bytes = (frames: string[]): Uint8Array[] =>
  frames.map((frame) => new TextEncoder().encode(frame));

Deno.test("encodeMessage() signs the four parts with HMAC-SHA256", () => {
  const [delimiter, signature, ...parts] = encodeMessage(message, "key");
  assertEquals(delimiter, "<IDS|MSG>");
  assertEquals(parts.map((part) => JSON.parse(part)), [message.header, {}, {}, message.content]);
  // hmac.new(b"key", b"".join(parts), "sha256").hexdigest() of Python
  assertEquals(signature, "264e581514da9eb775ec57a5d1c3853b337c4fee1a08f9dbe444be170273f4c9");
});

Deno.test("decodeMessage() reads what encodeMessage() wrote, behind any routing frames", () => {
  const frames = bytes(["topic", "more", ...encodeMessage(message, "key")]);
  assertEquals(decodeMessage(frames, "key"), message);
});

Deno.test("decodeMessage() refuses what another key signed, or what was changed, or is none", () => {
  const frames = encodeMessage(message, "key");
  assertThrows(() => decodeMessage(bytes(frames), "kee"), TypeError, "signature");
  frames[5] = frames[5].replace("1 + 1", "1 + 2");
  assertThrows(() => decodeMessage(bytes(frames), "key"), TypeError, "signature");
  assertThrows(() => decodeMessage(bytes(["x"]), "key"), TypeError, "found 1 frames");
  assertThrows(() => decodeMessage(bytes(frames.slice(0, 4)), "key"), TypeError, "found 4 frames");
});
