import { assertEquals, assertThrows } from "../support/assert.ts";
import { figureTitle } from "@lib/figures/parts/figure_title.ts";
import { theme } from "@lib/figures/parts/theme.ts";
import { type DrawnImportance, settingImportance } from "@lib/figures/setting_importance.ts";
import { assertDrawable } from "./assert_drawable.ts";

function said(settings: readonly DrawnImportance[]): string {
  return figureTitle(settingImportance(settings)).replaceAll("\u00a0", " ");
}

Deno.test("settingImportance() draws a bar for each setting and accents the longest", async () => {
  const settings = [
    { name: "epochs", explained: 0.1 },
    { name: "learning rate", explained: 0.412 },
    { name: "momentum", explained: 0 },
    { name: "network", explained: undefined },
  ];
  const figure = settingImportance(settings);
  assertEquals(
    figureTitle(figure).replaceAll("\u00a0", " "),
    "Most depends on the learning rate: it explains 41 % of the ranks",
  );
  const [bars] = figure.data as unknown as {
    x: number[];
    y: string[];
    text: string[];
    marker: { color: string[] };
  }[];
  assertEquals(bars.x.map(Math.round), [10, 41, 0, 0]);
  assertEquals(bars.y, settings.map(({ name }) => name));
  assertEquals(bars.text.at(-1), "too few trials to tell");
  assertEquals(bars.marker.color.map((color) => color === theme.accent), [
    ...[false, true, false, false],
  ]);
  await assertDrawable(figure);
});

Deno.test("settingImportance() says where nothing matters, and where nobody can tell", async () => {
  const none = [{ name: "momentum", explained: 0 }];
  assertEquals(said(none), "No setting explains anything by itself");
  const few = [{ name: "momentum", explained: undefined }];
  assertEquals(said(few), "There are too few trials to tell which settings matter");
  for (const settings of [none, few, [{ name: "momentum", explained: 1 }]]) {
    await assertDrawable(settingImportance(settings));
  }
});

Deno.test("settingImportance() refuses no setting, and shares that are none", () => {
  assertThrows(() => settingImportance([]), RangeError, "wanted at least one");
  for (const explained of [-0.1, 1.1, NaN]) {
    assertThrows(
      () => settingImportance([{ name: "momentum", explained }]),
      RangeError,
      `importance ${explained} of momentum`,
    );
  }
});
