import { assertEquals, assertThrows } from "../support/assert.ts";
import { type Profile, profileNamed, profileNames } from "@lib/base/profile.ts";
import { profileFromJson } from "@lib/base/profile_from_json.ts";

Deno.test("profileFromJson() takes every profile as it is written", () => {
  for (const name of profileNames) {
    const profile = profileNamed(name);
    assertEquals(profileFromJson(JSON.stringify(profile, null, 2)), profile);
  }
});

Deno.test("profileFromJson() misses whatever is left out, but for the average", () => {
  const whole = profileNamed("handwriting");
  for (const name of Object.keys(whole) as (keyof Profile)[]) {
    const { [name]: _, ...rest } = whole;
    const text = JSON.stringify(rest);
    if (name === "averageDecay") assertEquals(profileFromJson(text).averageDecay, undefined);
    else assertThrows(() => profileFromJson(text), RangeError, `${name}: found `);
  }
});

Deno.test("profileFromJson() takes an optimiser and a width where they are given", () => {
  const given = { ...profileNamed("quick"), optimiser: "adam", width: 1.5 } as const;
  assertEquals(profileFromJson(JSON.stringify(given)), given);
});

Deno.test("profileFromJson() says what it found and what it wanted", () => {
  const good = profileNamed("quick");
  const cases: [string, string][] = [
    ["", "found no JSON"],
    ["[]", "found [], wanted an object"],
    ["null", "found null, wanted an object"],
    ...([
      [{ name: "../up" }, 'name: found "../up", wanted a name of letters'],
      [{ network: "huge" }, 'network: found "huge", wanted compact, deep, wide, line'],
      [{ seed: 0.5 }, "seed: found 0.5, wanted an integer"],
      [{ images: 0 }, "images: found 0"],
      [{ images: 5000 }, "validationSize: found 5000 of 5000 images"],
      [{ epochs: "2" }, 'epochs: found "2", wanted an integer of at least 1'],
      [{ learningRate: 0 }, "learningRate: found 0, wanted a number above 0"],
      [{ schedule: "cosine" }, 'schedule: found "cosine", wanted {"kind": "constant"}'],
      [{ schedule: { kind: "one-cycle", warmUp: 1 } }, "schedule: found {"],
      [{ schedule: { kind: "step", every: 0, factor: 1 } }, "schedule: found {"],
      [{ nesterov: 1 }, "nesterov: found 1, wanted true or false"],
      [{ averageDecay: 1 }, "averageDecay: found 1"],
      [{ optimiser: "lion" }, 'optimiser: found "lion", wanted sgd, adam'],
      [{ width: 0 }, "width: found 0, wanted a number from 0.25 to 8"],
      [{ augmentation: "none" }, 'augmentation: found "none", wanted "handwriting"'],
      [
        { augmentation: { shift: 0.5, rotation: 0, scale: 0, shear: 0, group: 1 } },
        "augmentation: found {",
      ],
      [
        { augmentation: { shift: 1, rotation: 0, scale: 0, shear: 0, group: 1, disturbed: 2 } },
        "augmentation: found {",
      ],
      [{ rate: 1 }, "found rate, wanted none but name, network"],
    ] as const).map(([part, message]): [string, string] => [
      JSON.stringify({ ...good, ...part }),
      message,
    ]),
  ];
  for (const [text, message] of cases) {
    assertThrows(() => profileFromJson(text), RangeError, message);
  }
});
