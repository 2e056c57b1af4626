import type { Metadata, Sharp } from "sharp";
import { paperLimits } from "./limits.ts";

/** The paper that the ink of a picture with transparent parts can be seen on: white, but for bright
 * ink on a mostly transparent sheet black.
 *
 * @param image left to be used again
 * @param metadata whether there is a channel of opacity
 * @returns a colour that `flatten` takes
 */
export async function paperFor(
  image: Sharp,
  { hasAlpha }: Pick<Metadata, "hasAlpha">,
): Promise<"white" | "black"> {
  if (!hasAlpha) return "white";
  const { data } = await image.clone()
    .resize(64, 64, { fit: "fill" })
    .toColourspace("srgb")
    .ensureAlpha()
    .raw({ depth: "uchar" })
    .toBuffer({ resolveWithObject: true });
  let [opaque, light] = [0, 0];
  for (let i = 0; i < data.length; i += 4) {
    const alpha = data[i + 3];
    opaque += alpha;
    light += alpha * (0.21 * data[i] + 0.72 * data[i + 1] + 0.07 * data[i + 2]);
  }
  const isSeeThrough = opaque < paperLimits.seeThrough * (data.length / 4);
  const isBright = opaque > 0 && light / opaque > paperLimits.bright;
  return isSeeThrough && isBright ? "black" : "white";
}
