import { Buffer } from "node:buffer";
import sharp, { type Sharp } from "sharp";
import { projectPath } from "@lib/base/paths.ts";
import { rngFromSeed } from "@lib/base/rng.ts";
import { bmpOf } from "./bmp.ts";
import { deflateBomb } from "./deflate_bomb.ts";
import { pngClaiming, pngFile } from "./png_file.ts";
import { lightImage } from "@lib/image/light_image.ts";

/** A file that is hard to read, or cannot be read, and what must come of it. */
export interface DifficultFile {
  readonly name: string;
  readonly bytes: Uint8Array | string;
  /** The text that must be read, or what the refusal must say. */
  readonly wanted: string | RegExp;
}

const number = "50823";
const photo = (): Sharp => sharp(projectPath("data", "samples", "postal_code.jpg"));
const sheet = (width: number, height: number, background: string): Sharp =>
  sharp({ create: { width, height, channels: 3, background } });
const latin = (text: string): Uint8Array => Buffer.from(text, "latin1");

/** Files that people and attackers hand over: each is made here, none is stored. */
export async function difficultFiles(): Promise<DifficultFile[]> {
  const images = [...await odd(), ...await bare(), ...await hopeless()];
  return [...noImages(), ...await damaged(), ...bombs(), ...images];
}

function noImages(): DifficultFile[] {
  const pointer = "version https://git-lfs.github.com/spec/v1\n" +
    `oid sha256:${"0".repeat(64)}\nsize 12345\n`;
  return [
    { name: "empty.png", bytes: "", wanted: /found an empty file/ },
    { name: "page.png", bytes: "<!DOCTYPE html><p>404</p>", wanted: /found an HTML page/ },
    { name: "pointer.png", bytes: pointer, wanted: /found a Git LFS pointer/ },
    { name: "drawing.png", bytes: "<svg xmlns='x'/>", wanted: /found an SVG drawing/ },
    { name: "noise.jpg", bytes: latin("\x00\x01\x02\x03"), wanted: /the bytes 00 01 02 03/ },
  ];
}

async function damaged(): Promise<DifficultFile[]> {
  const jpeg = await photo().jpeg().toBuffer();
  const png = await photo().png().toBuffer();
  const head = (bytes: Uint8Array, share: number): Uint8Array =>
    bytes.subarray(0, Math.floor(bytes.length * share));
  const flipped = Uint8Array.from(png, (byte, i) => i === png.length >> 1 ? byte ^ 0xff : byte);
  return [
    { name: "truncated.jpg", bytes: head(jpeg, 0.5), wanted: /truncated or damaged JPEG/ },
    { name: "truncated.png", bytes: head(png, 0.9), wanted: /truncated or damaged PNG/ },
    { name: "signature.png", bytes: head(png, 8 / png.length), wanted: /damaged PNG/ },
    { name: "flipped.png", bytes: flipped, wanted: /truncated or damaged PNG/ },
    { name: "nothing.png", bytes: pngClaiming(0, 0), wanted: /damaged PNG/ },
    { name: "nothing.gif", bytes: latin("GIF89a\0\0\0\0\0\0\0;"), wanted: /damaged GIF/ },
    { name: "nothing.bmp", bytes: sizedBmp(0, 0), wanted: /found a BMP of 0 × 0 pixels/ },
  ];
}

function bombs(): DifficultFile[] {
  const most = 2 ** 31 - 1;
  const claims = latin(
    "GIF89a\xff\xff\xff\xff\x80\0\0\0\0\0\xff\xff\xff,\0\0\0\0\xff\xff\xff\xff\0\x02\x02\x44\x01\0;",
  );
  const profile = Buffer.concat([latin("icc\0\0"), deflateBomb(2000)]);
  const text = Buffer.concat([latin("Comment\0\0"), deflateBomb(2000)]);
  const data = Buffer.from(deflateBomb(1));
  const size = { width: 100, height: 100 };
  const square = { width: 9990, height: 9990 };
  const whole = { ...square, colour: 6, depth: 16, interlaced: true } as const;
  return [
    { name: "large.png", bytes: pngClaiming(12_000, 12_000), wanted: /12,000 × 12,000 pixels/ },
    { name: "endless.png", bytes: pngClaiming(most, most), wanted: /damaged PNG/ },
    { name: "endless.bmp", bytes: sizedBmp(most, most), wanted: /at most 100 megapixels/ },
    { name: "endless.gif", bytes: claims, wanted: /65,535 × 65,535 pixels/ },
    { name: "bomb.png", bytes: pngFile(size, [["IDAT", deflateBomb(2000)]]), wanted: "" },
    {
      name: "profile.png",
      bytes: pngFile(size, [["iCCP", profile], ["IDAT", data]]),
      wanted: "",
    },
    { name: "text.png", bytes: pngFile(size, [["zTXt", text], ["IDAT", data]]), wanted: "" },
    {
      name: "square.png", // 99.8 megapixels in 100 kB, which is allowed
      bytes: pngFile(square, [["IDAT", deflateBomb(96)]]),
      wanted: "",
    },
    {
      name: "whole.png", // 800 MB as soon as it is decoded
      bytes: pngFile(whole, [["IDAT", deflateBomb(762)]]),
      wanted: /found 100 megapixels.*interlaced PNG.*decoded as a whole/,
    },
  ];
}

async function odd(): Promise<DifficultFile[]> {
  const jpeg = await photo().jpeg().toBuffer();
  const blank = await sheet(720, 240, "white").png().toBuffer();
  const frames = [await photo().png().toBuffer(), blank];
  const moving = sharp(frames, { join: { animated: true } });
  // Written by a program that made the image smaller and left the camera's notes as they were.
  const notes = { IFD2: { PixelXDimension: "9999", PixelYDimension: "1" } };
  const ink = await photo().greyscale().negate().normalise().raw().toBuffer();
  const clear = sharp(
    Uint8Array.from({ length: 4 * ink.length }, (_, i) => {
      return i % 4 === 3 ? (ink[i >> 2] > 140 ? 255 : 0) : 20;
    }),
    { raw: { width: 720, height: 240, channels: 4 } },
  );
  const files: Record<string, Sharp | Uint8Array> = {
    "jpeg.png": jpeg,
    "cmyk.jpg": photo().toColourspace("cmyk").jpeg({ quality: 95 }),
    "deep.png": photo().toColourspace("rgb16").png(),
    "clear_palette.png": clear.png({ palette: true, colours: 8 }),
    "moving.gif": moving.clone().gif(),
    "moving.webp": moving.clone().webp(),
    "progressive.jpg": photo().jpeg({ progressive: true }),
    "interlaced.png": photo().png({ progressive: true }),
    "stale.jpg": photo().jpeg().withExif(notes),
    "broken_notes.jpg": withBrokenNotes(jpeg),
  };
  return await Promise.all(
    Object.entries(files).map(async ([name, file]) => {
      const bytes = file instanceof Uint8Array ? file : await file.toBuffer();
      return { name, bytes, wanted: number };
    }),
  );
}

async function bare(): Promise<DifficultFile[]> {
  const file = async (name: string, side: number, colour: string): Promise<DifficultFile> => {
    return { name, bytes: await sheet(side, side, colour).png().toBuffer(), wanted: "" };
  };
  return [
    await file("pixel.png", 1, "black"),
    await file("white.png", 300, "white"),
    await file("black.png", 300, "black"),
  ];
}

/** Large pages on which everything may be a mark, and nothing is writing. */
async function hopeless(): Promise<DifficultFile[]> {
  const rng = rngFromSeed(1);
  const [width, height] = [2000, 3000];
  const page = (isInk: (x: number, y: number) => boolean): Promise<Buffer> => {
    const pixels = Uint8Array.from({ length: width * height }, (_, i) => {
      return isInk(i % width, Math.floor(i / width)) ? 0 : 255;
    });
    return sharp(pixels, { raw: { width, height, channels: 1 } }).png().toBuffer();
  };
  return [
    {
      name: "noise_page.png",
      bytes: await page(() => rng.uniform() < 0.2),
      wanted: /^read as ""$/,
    },
    {
      name: "striped_page.png",
      bytes: await page((x, y) => (x + y) % 12 < 4),
      wanted: /found marks in boxes of [\d.]+ megapixels, wanted at most 6/,
    },
    {
      name: "chequered_page.png",
      bytes: await page((x, y) => (x >> 3) % 2 === (y >> 3) % 2),
      wanted: "",
    },
  ];
}

function sizedBmp(width: number, height: number): Uint8Array {
  const bytes = bmpOf(lightImage(1, 1, Uint8Array.of(0)));
  const view = new DataView(bytes.buffer);
  view.setInt32(18, width, true);
  view.setInt32(22, height, true);
  return bytes;
}

/** A JPEG with EXIF whose one entry lies outside of it, and that claims an orientation of 9. */
function withBrokenNotes(jpeg: Uint8Array): Uint8Array {
  const ifd =
    "\x00\x02\x01\x12\0\x03\0\0\0\x01\0\x09\0\0\x87\x69\0\x04\0\0\0\x01\x7f\xff\xff\xff\0\0\0\0";
  const body = latin(`Exif\0\0MM\0*\0\0\0\x08${ifd}`);
  const length = body.length + 2;
  const segment = Buffer.concat([Buffer.of(0xff, 0xe1, length >> 8, length & 0xff), body]);
  return Buffer.concat([jpeg.subarray(0, 2), segment, jpeg.subarray(2)]);
}
