/** Whether a cell has a tag. */
export function isTagged(
  { metadata }: { readonly metadata?: { readonly tags?: unknown } },
  wanted: string,
): boolean {
  return Array.isArray(metadata?.tags) && metadata.tags.includes(wanted);
}
