/** The browser that Debian's package chromium installs. */
export const chromium = "/usr/bin/chromium";

/** Whether it is there. */
export async function hasChromium(): Promise<boolean> {
  return await Deno.stat(chromium).then(() => true, () => false);
}
