/** Tables in a notebook.
 *
 * @module
 */

import { sendDisplay } from "./send_display.ts";
import { tableDisplay } from "./table_display.ts";

/** Shows a table below the running cell of a notebook.
 *
 * In a notebook: `await showTable([{ digit: 0, images: 5923 }, { digit: 1, images: 6742 }])`.
 *
 * @param rows the columns are those of the first row; numbers get thousands separators and at most
 * four decimals, texts stay as they are
 * @param options.caption a sentence for above the table
 * @throws {RangeError} if there is no row
 * @throws {Error} outside a notebook
 */
export async function showTable<Row extends { readonly [Key in keyof Row]: string | number }>(
  rows: readonly Row[],
  options: { caption?: string } = {},
): Promise<void> {
  await sendDisplay(tableDisplay(rows, options.caption));
}
