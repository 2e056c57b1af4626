const [start, end] = ["<!-- results -->", "<!-- /results -->"];

/** A page with the summary between its two marks, instead of what stands there.
 *
 * @throws {RangeError} if the page has no marks
 */
export function withSummary(page: string, text: string): string {
  const [from, to] = [page.indexOf(start), page.indexOf(end)];
  if (from < 0 || to < from) {
    throw new RangeError(`Cannot place the summary: found no ${start} with ${end} after it`);
  }
  return `${page.slice(0, from)}${start}\n\n${text}\n\n${page.slice(to)}`;
}
