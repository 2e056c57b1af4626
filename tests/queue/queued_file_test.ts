import { Buffer } from "node:buffer";
import { queueLimits } from "@lib/queue/limits.ts";
import { queuedFile } from "@lib/queue/queued_file.ts";
import { ImageError } from "@lib/preprocess/decode/image_error.ts";
import { rngFromSeed } from "@lib/base/rng.ts";
import { assertEquals, assertStringIncludes } from "../support/assert.ts";

const file = { name: "a.png", file: "/scans/a.png" };

Deno.test("queuedFile() takes the bytes along up to the limit, and reads nothing otherwise", async () => {
  const rng = rngFromSeed(61);
  const bytes = Uint8Array.from({ length: 1000 }, () => rng.integer(256));
  const inline = await queuedFile({ ...file, read: () => Promise.resolve(bytes) }, true);
  assertEquals(new Uint8Array(Buffer.from(inline.bytes!, "base64")), bytes);
  const most = new Uint8Array(queueLimits.inlineBytes);
  const whole = await queuedFile({ ...file, read: () => Promise.resolve(most) }, true);
  assertEquals([whole.bytes!.length, whole.error], [Math.ceil(most.length / 3) * 4, undefined]);
  const unread = { ...file, read: () => Promise.reject(new Error("it was read")) };
  assertEquals(await queuedFile(unread, false), { kind: "file", ...file });
});

Deno.test("queuedFile() says what cannot be sent along", async () => {
  const large = new Uint8Array(queueLimits.inlineBytes + 1);
  const { error, bytes } = await queuedFile({ ...file, read: () => Promise.resolve(large) }, true);
  assertEquals(bytes, undefined);
  assertStringIncludes(
    error!,
    "Cannot read /scans/a.png: found 4,194,305 bytes, wanted at most 4,194,304",
  );
  const gone = {
    ...file,
    read: () => Promise.reject(new ImageError(file.file, "found no such file")),
  };
  assertEquals(await queuedFile(gone, true), {
    kind: "file",
    ...file,
    error: "Cannot read /scans/a.png: found no such file",
  });
});
