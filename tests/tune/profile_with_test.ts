import { assertEquals, assertThrows } from "../support/assert.ts";
import { profileNamed } from "@lib/base/profile.ts";
import { profileWith } from "@lib/tune/profile_with.ts";

Deno.test("profileWith() sets what is given and leaves the rest", () => {
  const quick = profileNamed("quick");
  assertEquals(profileWith(quick, {}), quick);
  assertEquals(profileWith(quick, { momentum: 0.5, network: "deep" }), {
    ...quick,
    ...{ momentum: 0.5, network: "deep" },
  });
});

Deno.test("profileWith() keeps a shift alone at whole pixels, and scales all there is", () => {
  const shiftOf = (name: string, factor: number): unknown => {
    return (profileWith(profileNamed(name), { augmentation: factor }).augmentation as {
      shift: number;
    }).shift;
  };
  assertEquals([0, 0.4, 0.6, 1.4, 2].map((factor) => shiftOf("quick", factor)), [0, 0, 1, 1, 2]);
  assertEquals([0, 0.4, 1.3].map((factor) => shiftOf("best", factor)), [0, 0.8, 2.6]);
  assertThrows(
    () => profileWith(profileNamed("lines"), { augmentation: 1 }),
    RangeError,
    'found "lines", wanted one of numbers',
  );
});

Deno.test("profileWith() refuses a network that reads other images than the profile's", () => {
  for (const [name, network] of [["quick", "line"], ["lines", "deep"]] as const) {
    assertThrows(
      () => profileWith(profileNamed(name), { network }),
      RangeError,
      `Cannot train network "${network}" on profile ${name}`,
    );
  }
  assertEquals(profileWith(profileNamed("lines"), { network: "line" }), profileNamed("lines"));
});
