import type { backend_util } from "@tensorflow/tfjs";

/** Attributes of a convolution with the padding "same" in numbers: named so, tfjs's kernels give zeros
 * where a stride is longer than the filter.
 *
 * @param attrs of the convolution
 * @param info its geometry */
export function sideBySide<Attributes extends { readonly pad: unknown }>(
  attrs: Attributes,
  { padInfo: { top, left, bottom, right } }: backend_util.Conv2DInfo,
): Attributes {
  if (attrs.pad !== "same") return attrs;
  return { ...attrs, pad: [[0, 0], [top, bottom], [left, right], [0, 0]] };
}
