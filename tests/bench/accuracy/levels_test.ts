import { profileNamed } from "@lib/base/profile.ts";
import { levels, lineOf, recipeOf } from "../../../bench/accuracy/levels.ts";
import { peerLine } from "../../../bench/accuracy/peer_line.ts";
import { assertEquals } from "../../support/assert.ts";

Deno.test("recipeOf() is the profile that the line names, with its epochs", async () => {
  for (const level of levels) {
    const [, name, , epochs] = lineOf(level);
    const recipe = await recipeOf(level);
    if (name.endsWith(".json")) assertEquals(name, `bench/accuracy/${recipe.name}.json`);
    else assertEquals(recipe, { ...profileNamed(name as "best"), epochs: Number(epochs) });
  }
});

Deno.test("peerLine() tells PyTorch all of a recipe, in as many steps as here", async () => {
  const quick = profileNamed("quick"); // groups move by whole pixels
  assertEquals(
    peerLine(quick, 3).join(" "),
    "--network compact --steps 3438 --seed 3 --batch 32 --rate 0.2 --threads 2 --smoothing 0.1",
  );
  const [, ninetyNineFour] = await Promise.all(levels.map(recipeOf));
  assertEquals(
    peerLine({ ...ninetyNineFour, epochs: 2 }, 4).join(" "),
    "--network compact --steps 860 --seed 4 --batch 128 --rate 0.6 --threads 2 --smoothing 0.05 " +
      "--width 1.25 --average 0.998 --warp 0.5",
  );
});
