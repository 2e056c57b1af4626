import { assertEquals, assertStringIncludes } from "../../support/assert.ts";
import { rngFromSeed } from "@lib/base/rng.ts";
import { withFolder } from "../../support/with_folder.ts";
import { join } from "node:path";
import sharp from "sharp";
import { difficulties, drawPages } from "../../../bench/reading/draw_pages.ts";
import { measurePeers, peerKinds } from "../../../bench/reading/measure_peers.ts";
import type { LineReader } from "../../../bench/reading/peers/line_reader.ts";
import { digits } from "../../support/written_digits.ts";

const pages = peerKinds.flatMap((kind) =>
  difficulties.flatMap((difficulty) => [...drawPages(digits, kind, difficulty, 2, rngFromSeed(1))])
);
const draw = (kind: string, difficulty: string): typeof pages => {
  const set = peerKinds.findIndex((known) => known === kind) * difficulties.length +
    difficulties.findIndex((known) => known === difficulty);
  return pages.slice(2 * set, 2 * set + 2);
};

/** Reads what is true of each picture by its size; another thing of those that are cut out. */
function knowing(closed: string[], name: string): LineReader {
  return {
    ...{ version: `${name} 1.0`, setting: "none" },
    read: async (picture, isCut) => {
      const { info } = await picture.raw().toBuffer({ resolveWithObject: true });
      if (isCut) return "12";
      return pages.find(({ image: { width, height } }) => {
        return width === info.width && height === info.height;
      })?.text ?? "";
    },
    close: () => Promise.resolve(closed.push(name)),
  };
}

Deno.test("measurePeers() gives each peer our images and counts those whose digits are all right", () =>
  withFolder(async (folder) => {
    const path = join(folder, "amount.png");
    await sharp({ create: { width: 9, height: 5, channels: 3, background: "white" } }).toFile(path);
    const samples = ["12", "1", "12"].map((text) => ({ path, text }));
    const closed: string[] = [];
    const blind = { ...knowing(closed, "blind"), read: () => Promise.resolve("") };
    const { tesseract, ppocr } = await measurePeers(samples, draw, {
      tesseract: () => Promise.resolve(knowing(closed, "knowing")),
      ppocr: () => Promise.resolve(blind),
    }, { note: () => {} });
    const all = (share: number) => {
      const each = Object.fromEntries(difficulties.map((difficulty) => [difficulty, share]));
      return Object.fromEntries(peerKinds.map((kind) => [kind, each]));
    };
    assertEquals(tesseract?.version, "knowing 1.0");
    assertEquals(tesseract?.cheques, { images: 3, right: 2 });
    assertEquals(tesseract?.synthetic, all(1));
    assertEquals(ppocr?.cheques, { images: 3, right: 0 });
    assertEquals(ppocr?.synthetic, all(0));
    assertEquals(closed, ["knowing", "blind"]);
  }));

Deno.test("measurePeers() says in a line which peer does not run, or fails, and goes on", async () => {
  const notes: string[] = [];
  const closed: string[] = [];
  const failing = { ...knowing(closed, "failing"), read: () => Promise.reject("no memory") };
  const note = (text: string): void => void notes.push(text);
  const missing = () => Promise.reject(new Error("found no weights\nat all"));
  assertEquals(
    await measurePeers(null, draw, {
      tesseract: missing,
      ppocr: () => Promise.resolve(failing),
    }, { note }),
    { tesseract: null, ppocr: null },
  );
  assertEquals(notes[1], "No peer tesseract: found no weights");
  assertEquals(notes[3], "No peer ppocr: no memory");
  assertEquals(closed, ["failing"]);
});

Deno.test("measurePeers() waits for no peer that never starts, and does without amounts", async () => {
  const notes: string[] = [];
  const { tesseract, ppocr } = await measurePeers(null, draw, {
    tesseract: () => new Promise(() => {}),
    ppocr: async () => await Promise.resolve(knowing([], "knowing")),
  }, { patience: 0, note: (text) => void notes.push(text) });
  assertEquals([tesseract, ppocr?.cheques], [null, null]);
  assertStringIncludes(notes[1], "found nothing ready after 0 seconds");
});
