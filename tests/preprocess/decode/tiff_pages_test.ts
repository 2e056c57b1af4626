import {
  assertEquals,
  assertGreater,
  assertLess,
  assertLessOrEqual,
} from "../../support/assert.ts";
import { type TiffDirectory, tiffFile } from "../../support/tiff_file.ts";
import sharp from "sharp";
import { lightImage } from "@lib/image/light_image.ts";
import { rngFromSeed } from "@lib/base/rng.ts";
import { documentLimits } from "@lib/preprocess/decode/limits.ts";
import { tiffPages } from "@lib/preprocess/decode/tiff_pages.ts";

const image = lightImage(3, 2, new Uint8Array(6));
const kinds = [{ isLittle: true }, { isLittle: false }, { isBig: true }, {
  isBig: true,
  isLittle: false,
}];

Deno.test("tiffPages() finds as many directories as libvips, whatever the order of bytes", async () => {
  const rng = rngFromSeed(31);
  for (const kind of kinds) {
    const count = 1 + rng.integer(9);
    const bytes = tiffFile(Array(count).fill({ image }), kind);
    assertEquals((await sharp(bytes).metadata()).pages ?? 1, count);
    const directories = Array.from({ length: count }, (_, i) => i);
    assertEquals(tiffPages(bytes), { directories, isBroken: false });
  }
});

Deno.test("tiffPages() leaves out thumbnails and masks, unless there is nothing else", () => {
  const rng = rngFromSeed(32);
  for (const kind of kinds) {
    const isPage = Array.from({ length: 12 }, () => rng.uniform() < 0.5);
    const others: Partial<TiffDirectory>[] = [{ subfileType: 1 }, { subfileType: 4 }, {
      oldSubfileType: 2,
    }];
    const same: Partial<TiffDirectory>[] = [{}, { subfileType: 2 }, { oldSubfileType: 3 }];
    const bytes = tiffFile(
      isPage.map((is) => ({ image, ...(is ? same : others)[rng.integer(3)] })),
      kind,
    );
    const wanted = isPage.flatMap((is, i) => is ? [i] : []);
    assertEquals(tiffPages(bytes).directories, wanted);
    assertEquals(tiffPages(tiffFile([{ image, subfileType: 1 }], kind)).directories, [0]);
  }
});

Deno.test("tiffPages() tells that the chain of directories is cut off, and ends in a loop", () => {
  for (const kind of kinds) {
    const bytes = tiffFile(Array(3).fill({ image }), kind);
    const bytesOfPage = (bytes.length - 6) / 3;
    for (let length = 4; length < bytes.length; length += 7) {
      const { directories, isBroken } = tiffPages(bytes.subarray(0, length));
      assertEquals(isBroken, true, `${length} of ${bytes.length} bytes`);
      assertLessOrEqual(directories.length, 1 + length / bytesOfPage);
    }
    const beyond = tiffFile([{ image }, { image }], { ...kind, next: 0x7fffffff });
    assertEquals(tiffPages(beyond), { directories: [0, 1], isBroken: true });
    const first = kind.isBig ? 16 + 6 : 8 + 6;
    const looped = tiffFile([{ image }, { image }], { ...kind, next: first });
    assertEquals(tiffPages(looped), { directories: [0, 1], isBroken: false });
  }
});

Deno.test("tiffPages() goes no further than is needed to tell that there are too many", () => {
  const { maxPages } = documentLimits;
  const many = tiffFile(Array(4 * maxPages).fill({ image }));
  const { directories, isBroken } = tiffPages(many);
  assertGreater(directories.length, maxPages);
  assertLess(directories.length, 3 * maxPages);
  assertEquals(isBroken, false);
});
