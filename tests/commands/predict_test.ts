import {
  assert,
  assertEquals,
  assertGreater,
  assertMatch,
  assertStringIncludes,
} from "../support/assert.ts";
import { runTask } from "../support/run_task.ts";
import { saidLines } from "../support/said_lines.ts";
import { templateModel } from "../support/template_model.ts";
import { withFolder } from "../support/with_folder.ts";
import { basename, join } from "node:path";
import * as tf from "@tensorflow/tfjs";
import sharp from "sharp";
import { initBackend } from "@lib/backend/backend.ts";
import { projectPath } from "@lib/base/paths.ts";
import { predictCommand } from "@lib/commands/predict.ts";
import { loadMnist } from "@lib/download/load_mnist.ts";
import { saveModel } from "@lib/model/save_model.ts";
import { assertRefused } from "./assert_refused.ts";

interface Run {
  readonly code: number;
  readonly out: string[];
  readonly errors: string[];
}

/** Runs the task; its output without empty lines. */
async function predictIn(folder: string | undefined, ...line: string[]): Promise<Run> {
  const options = folder === undefined ? {} : { folder };
  const { code, stdout, stderr } = await runTask("predict", line, options);
  const out = stdout.split("\n").filter((line) => line !== "");
  return { code, out, errors: saidLines(stderr) };
}

const predict = (...line: string[]): Promise<Run> => predictIn(undefined, ...line);

const sample = projectPath("data", "samples", "zero_white_on_blue.gif");
const number = projectPath("data", "samples", "postal_code.jpg");

/** A folder with a model, for as long as the work takes. */
async function withModel(work: (folder: string) => Promise<void>): Promise<void> {
  await initBackend("wasm");
  const model = templateModel((await loadMnist("small")).train);
  await withFolder(async (folder) => {
    await saveModel(model, folder);
    await work(folder);
  });
  model.dispose();
}

Deno.test("predict prints digit, confidence and probabilities, and numbers", async () => {
  await withModel(async (folder) => {
    const { code, out, errors } = await predict("--model", folder, sample, number);
    assertEquals([code, errors], [0, []]);
    assertMatch(out[0], /zero_white_on_blue\.gif: 0 \(\d+\.\d %\)$/);
    assertMatch(out[1], /^ {2}0 +\d+\.\d % █+$/);
    assertMatch(out[11], /postal_code\.jpg: \d{5}$/);
    assertEquals(out.length, 13);
  });
});

Deno.test("predict --json reads on after a bad file, and ends with exit code 1", async () => {
  await withModel(async (folder) => {
    const page = join(folder, "page.png");
    await Deno.writeTextFile(page, "<!doctype html>");
    const blank = join(folder, "blank.png");
    await sharp({ create: { width: 40, height: 30, channels: 3, background: "white" } })
      .png().toFile(blank);
    const missing = join(folder, "missing.png");
    const files = [missing, sample, page, blank, number];
    const { code, out, errors } = await predict("--json", "--model", folder, ...files);
    assertEquals(code, 1);
    assertEquals(errors.length, 2);
    assertEquals(errors[0], `predict: Cannot read ${missing}: found no such file`);
    assertStringIncludes(errors[1], "page.png: found an HTML page");
    const lines = out.map((text) => JSON.parse(text));
    assertEquals(lines.map(({ file }) => file), files);
    assertEquals(Object.keys(lines[0]), ["file", "error"]);
    assertEquals(Object.keys(lines[1]), [
      ...["file", "text", "written", "confidence", "turned"],
      ...["digits", "separators", "alternatives", "rejected"],
    ]);
    assertEquals([lines[1].text, lines[1].written, lines[1].turned], ["0", "0", 0]);
    assertEquals(Object.keys(lines[1].digits[0]), ["digit", "confidence", "box"]);
    assertEquals(Object.keys(lines[1].digits[0].box), ["x", "y", "width", "height"]);
    assertEquals(lines[3], {
      ...{ file: blank, text: "", written: "", confidence: 0, turned: 0 },
      ...{ digits: [], separators: [], alternatives: [], rejected: [] },
    });
    assertEquals(lines[4].digits.length, 5);
  });
});

Deno.test("predict --single reads one digit, whatever there is", async () => {
  await withModel(async (folder) => {
    const { code, out } = await predict("--single", "--json", "--model", folder, number);
    assertEquals([code, JSON.parse(out[0]).digits.length], [0, 1]);
  });
});

Deno.test("predict reads all sample images with the model that comes with the project", async () => {
  const folder = projectPath("data", "samples");
  const labels = JSON.parse(await Deno.readTextFile(join(folder, "labels.json")));
  const files = Object.keys(labels).map((file) => join(folder, file));
  const { code, out } = await predict("--json", ...files);
  assertEquals(code, 0);
  assertEquals(out.map((text) => JSON.parse(text).text), Object.values(labels));
});

Deno.test("predict reads the sample pages: a date, a table, a turned page, a letter of two", async () => {
  const folder = projectPath("data", "samples");
  const labels = JSON.parse(await Deno.readTextFile(join(folder, "page_labels.json")));
  const files = new Set(Object.keys(labels).map((page) => join(folder, page.split("#")[0])));
  const { code, out } = await predict("--json", ...files);
  assertEquals(code, 0);
  const read = out.map((text) => JSON.parse(text)).map(({ file, written, turned, rows }) => {
    return [basename(file), { written, turned, ...(rows && { rows }) }];
  });
  assertEquals(Object.fromEntries(read), labels);
});

Deno.test("predict refuses a wrong command line with exit code 2, and shows its help", async () => {
  await assertRefused("predict", predictCommand, [
    [[], "found no FILE"],
    [["--nonsense", sample], "--nonsense"],
    [["--model=", sample], 'Cannot take "" for --model'],
  ]);
  const help = await predict("--help");
  assertEquals(help.code, 0);
  assert(help.out.some((text) => text.includes("predict [OPTIONS] FILE…")));
});

Deno.test("predict says that there is no model, with exit code 1", async () => {
  await withFolder(async (folder) => {
    const { code, out, errors } = await predict("--model", folder, sample);
    assertEquals([code, out, errors.length], [1, [], 1]);
    assertStringIncludes(errors[0], "model.json");
  });
});

Deno.test("predict takes model and files as seen from where the user stands", () =>
  withModel(async (folder) => {
    await Deno.mkdir(join(folder, "photos"));
    await Deno.copyFile(sample, join(folder, "photos", "zero.gif"));
    const line = ["--model", "..", "zero.gif", "./none.gif", "--json"];
    const { code, out, errors } = await predictIn(join(folder, "photos"), ...line);
    assertEquals([code, errors.length], [1, 1], errors.join("\n"));
    const [found, none] = out.map((text) => JSON.parse(text));
    assertEquals([found.file, found.text], ["zero.gif", "0"], "the file as it was typed");
    assertEquals(none.file, "./none.gif");
    assertStringIncludes(none.error, join("photos", "none.gif"));
  }));

Deno.test("predict refuses a model that reads no digits, with one line and exit code 1", () =>
  withFolder(async (folder) => {
    await initBackend("wasm");
    const model = tf.sequential({ layers: [tf.layers.dense({ units: 10, inputShape: [784] })] });
    await saveModel(model, folder);
    model.dispose();
    const { code, out, errors } = await predict("--model", folder, sample);
    assertEquals([code, out, errors.length], [1, [], 1]);
    assertStringIncludes(errors[0], "found input [batch, 784], wanted [batch, 28, 28, 1]");
  }));

Deno.test("predict reads the images of a folder in order, and says of one what is wrong", () =>
  withModel(async (folder) => {
    const photos = join(folder, "photos");
    await Deno.mkdir(join(photos, "inside"), { recursive: true });
    for (const name of ["scan10.jpg", "scan9.jpg", "no_extension", ".hidden.jpg"]) {
      await Deno.copyFile(number, join(photos, name));
    }
    await Deno.writeTextFile(join(photos, "notes.txt"), "not an image");
    await Deno.writeTextFile(join(photos, "page.png"), "<!doctype html>");
    const { code, out, errors } = await predictIn(folder, "--json", "--model", ".", "photos");
    const lines = out.map((text) => JSON.parse(text));
    const wanted = ["no_extension", "page.png", "scan9.jpg", "scan10.jpg"];
    assertEquals(lines.map(({ file }) => file), wanted.map((name) => join("photos", name)));
    assertEquals([code, errors.length], [1, 1]);
    assertStringIncludes(lines[1].error, "page.png: found an HTML page");
  }));

Deno.test("predict reads an image that comes through standard input", async () => {
  const input = await Deno.readFile(number);
  const { code, stdout } = await runTask("predict", ["--json", "-"], { input });
  const { file, text } = JSON.parse(stdout);
  assertEquals([code, file, text], [0, "-", "50823"]);
  const twice = await runTask("predict", ["-", "-"], { input });
  assertEquals(twice.code, 2);
  assertStringIncludes(twice.stderr, 'found "-" twice');
  const none = await runTask("predict", ["-"], { input: new Uint8Array() });
  assertEquals([none.code, none.stdout], [1, ""]);
  assertStringIncludes(none.stderr, "Cannot read standard input: found an empty file");
});

Deno.test("predict --annotate writes a picture of one file, and of several to a folder", () =>
  withFolder(async (folder) => {
    const one = join(folder, "one.png");
    assertEquals((await predict("--annotate", one, number)).code, 0);
    const { format, width } = await sharp(one).metadata();
    assertEquals([format, width], ["png", 720]);
    const broken = join(folder, "broken.jpg");
    await Deno.writeTextFile(broken, "no image");
    const { code } = await predict("--annotate", join(folder, "all"), number, broken, sample);
    assertEquals(code, 1);
    const written = [...Deno.readDirSync(join(folder, "all"))].map(({ name }) => name).sort();
    assertEquals(written, ["postal_code.jpg", "zero_white_on_blue.png"]);
  }));

Deno.test("predict --annotate draws signs in grey, digits in blue", () =>
  withFolder(async (folder) => {
    for (const file of ["date.png", "turned.jpg"]) {
      const drawn = join(folder, "drawn.png");
      const { code } = await predict("--annotate", drawn, projectPath("data", "samples", file));
      assertEquals(code, 0);
      const data = await sharp(drawn).raw().toBuffer();
      const isOf = (...colour: number[]) => (i: number): boolean => {
        return colour.every((level, k) => data[3 * i + k] === level);
      };
      const pixels = [...Array(data.length / 3).keys()];
      const blue = pixels.filter(isOf(0, 114, 178));
      assertGreater(blue.length, 1000);
      // Two signs on the date, none on the other page.
      assertEquals(pixels.filter(isOf(107, 107, 107)).length > 500, file === "date.png");
    }
  }));

Deno.test("predict --annotate never writes over an image that it reads", () =>
  withFolder(async (folder) => {
    const photo = join(folder, "photo.jpg");
    await Deno.copyFile(number, photo);
    const before = await Deno.readFile(photo);
    for (const out of [photo, folder]) {
      const { code, errors } = await predict("--annotate", out, photo);
      assertEquals(code, 2);
      assertStringIncludes(errors[0], "it is an image to be read");
    }
    assertEquals(await Deno.readFile(photo), before);
    assertEquals([...Deno.readDirSync(folder)].length, 1);
  }));
