import { assertEquals, assertGreater, assertThrows } from "../../support/assert.ts";
import { rngFromSeed } from "@lib/base/rng.ts";
import { imageAt, subset } from "@lib/download/dataset.ts";
import { corrupted } from "@lib/evaluate/corruptions/corrupted.ts";
import type { Severity } from "@lib/evaluate/corruptions/corruption.ts";
import { type CorruptionName, corruptions } from "@lib/evaluate/corruptions/corruptions.ts";
import { blank, change, digits, spoilt } from "./spoilt.ts";

const names = Object.keys(corruptions) as CorruptionName[];

Deno.test("there are the 15 corruptions of MNIST-C", () => {
  assertEquals(names.length, 15);
});

for (const name of names) {
  Deno.test(`${name} depends on the seed and the image alone, and changes it`, () => {
    const images = spoilt(digits, name);
    assertEquals(images.length, digits.images.length);
    assertEquals(spoilt(digits, name), images);
    const first = subset(digits, [0, 1, 2]);
    assertEquals(spoilt(first, name), images.slice(0, first.images.length));
    const hasChance = !["scale", "brightness", "stripe", "canny edges"].includes(name);
    assertEquals(change(spoilt(digits, name, 2), images) > 0, hasChance);
    for (let i = 0; i < digits.size; i++) {
      assertGreater(change(imageAt(digits, i), imageAt({ ...digits, images }, i)), 0.5);
    }
  });

  const { severity } = corruptions[name];
  if (severity === undefined) {
    Deno.test(`${name} has one strength only`, () => {
      assertEquals(spoilt(digits, name, 1, 1), spoilt(digits, name, 1, 5));
    });
  } else if (name !== "spatter" && name !== "glass blur") { // whose strengths are not in order
    Deno.test(`${name} changes more with its severity`, () => {
      const changes = ([1, 3, 5] as const).map((severity) =>
        change(digits.images, spoilt(digits, name, 1, severity))
      );
      assertEquals(changes, changes.toSorted((a, b) => a - b));
      assertGreater(changes[2], 1.2 * changes[0]);
    });
  }
}

Deno.test("corrupted() refuses what is no corruption, and no severity", () => {
  const rng = rngFromSeed(1);
  assertThrows(
    () => corrupted(blank, "snow" as CorruptionName, { rng }),
    RangeError,
    'Cannot corrupt by "snow": wanted shot noise, ',
  );
  for (const severity of [0, 6, 1.5]) {
    assertThrows(
      () => corrupted(blank, "fog", { rng, severity: severity as Severity }),
      RangeError,
      `severity ${severity}`,
    );
  }
});
