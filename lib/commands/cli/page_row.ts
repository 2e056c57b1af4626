import type { PageReading } from "../../files/read_pages.ts";
import { readingJson } from "./reading_json.ts";

/** A page as `--json` prints it: what it says, or why it could not be read.
 *
 * @param name of its file; pages of documents have their number after it, and in `page`
 */
export function pageRow(name: string, { suffix, result }: PageReading): Record<string, unknown> {
  const page = name + suffix;
  return {
    ...("error" in result ? { file: page, ...result } : readingJson(page, result)),
    ...(suffix !== "" && { page: Number(suffix.slice(1)) }),
  };
}
