import { median } from "@lib/base/statistics.ts";
import { printNote } from "@lib/commands/cli/print.ts";
import type { LightImage } from "@lib/image/light_image.ts";
import sharp, { type Sharp } from "sharp";
import type { Difficulty } from "../pages/layout.ts";
import type { PageKind, WrittenPage } from "../pages/written_page.ts";
import { difficulties } from "./draw_pages.ts";
import type { LabelledSample } from "./labelled_samples.ts";
import type { LineReader } from "./peers/line_reader.ts";
import type { Score } from "./score.ts";

/** Those of the photographs that peers read: one line each, so that what counts is how it is read, not how
 * a page was parted into lines. */
export const peerKinds = ["line", "touching", "cheque"] as const satisfies readonly PageKind[];

/** What a program in JavaScript would take for the job, in the order of the table. */
export const peerNames = ["tesseract", "ppocr"] as const;

/** One of the peers. */
export type PeerName = typeof peerNames[number];

/** What one peer read. */
export interface PeerScore {
  readonly version: string;
  readonly setting: string;
  readonly cheques: Score | null;
  /** Shares of images. */
  readonly synthetic: Record<typeof peerKinds[number], Record<Difficulty, number>>;
  /** Of an image, from its file or pixels to its text; the median. */
  readonly milliseconds: number;
}

/** Of each peer; `null` of one that does not run. */
export type PeerScores = Record<PeerName, PeerScore | null>;

/** How each peer is started. */
export type PeerStarts = Readonly<Record<PeerName, () => Promise<LineReader>>>;

/** What a peer may take to start, far more than the few seconds that it takes on busy cores. */
const secondsToStart = 60;

/** Measures how many images the peers read rightly, all digits of an image, and how long they take.
 *
 * @param samples photographs of amounts; `null` where there are none
 * @param draw gives the synthetic photographs that we were measured on
 * @param from how the peers are started
 * @param options.patience seconds that a peer may take to start
 * @param options.note tells which peer comes next, and why one does not run
 */
export async function measurePeers(
  samples: readonly LabelledSample[] | null,
  draw: (kind: PageKind, difficulty: Difficulty) => Iterable<WrittenPage>,
  from: PeerStarts,
  { patience = secondsToStart, note = printNote }: {
    readonly patience?: number;
    readonly note?: (text: string) => void;
  } = {},
): Promise<PeerScores> {
  const scores = {} as PeerScores;
  for (const name of peerNames) {
    note(`Peer: ${name}`);
    try {
      scores[name] = await measurePeer(await inTime(from[name](), patience), samples, draw);
    } catch (error) {
      note(`No peer ${name}: ${reasonOf(error)}`);
      scores[name] = null;
    }
  }
  return scores;
}

/** The first line of what went wrong. */
function reasonOf(error: unknown): string {
  return String(error instanceof Error ? error.message : error).split("\n")[0];
}

/** Waits no longer than that: a worker that dies as it loads tells nobody. */
async function inTime<Value>(promise: Promise<Value>, seconds: number): Promise<Value> {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => {
    late.reject(new Error(`Cannot start: found nothing ready after ${seconds} seconds`));
  }, seconds * 1000);
  try {
    return await Promise.race([promise, late.promise]);
  } finally {
    clearTimeout(timer);
  }
}

async function measurePeer(
  { version, setting, read, close }: LineReader,
  samples: readonly LabelledSample[] | null,
  draw: (kind: PageKind, difficulty: Difficulty) => Iterable<WrittenPage>,
): Promise<PeerScore> {
  const times: number[] = [];
  const isRight = async (picture: Sharp, isCut: boolean, wanted: string): Promise<number> => {
    const start = performance.now();
    const text = await read(picture, isCut);
    times.push(performance.now() - start);
    return Number(text === wanted);
  };
  try {
    let cheques: Score | null = null;
    if (samples !== null) {
      let right = 0;
      for (const { path, text } of samples) right += await isRight(photograph(path), true, text);
      cheques = { images: samples.length, right };
    }
    const synthetic = {} as Record<typeof peerKinds[number], Record<Difficulty, number>>;
    for (const kind of peerKinds) {
      synthetic[kind] = {} as Record<Difficulty, number>;
      for (const difficulty of difficulties) {
        let [images, right] = [0, 0];
        for (const { image, text } of draw(kind, difficulty)) {
          images++;
          right += await isRight(pictureOf(image), false, text);
        }
        synthetic[kind][difficulty] = right / images;
      }
    }
    return { version, setting, cheques, synthetic, milliseconds: Math.round(median(times)) };
  } finally {
    await close();
  }
}

/** A file as one sees it: upright, on white. */
function photograph(path: string): Sharp {
  return sharp(path).autoOrient().flatten({ background: "white" });
}

function pictureOf({ width, height, pixels }: LightImage): Sharp {
  return sharp(pixels, { raw: { width, height, channels: 1 } });
}
