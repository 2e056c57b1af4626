/** What Deno itself says on stderr while its cache fills, as lines without colours: what it fetches and
 * checks, and that it leaves out the build scripts of packages. No setting silences these in the
 * process that a task starts. */
const notice =
  /^(?:(?:Download|Initialize|Check) (?:https?|file|npm|jsr):\S+\n|╭ Warning\n│\n│ {2}Ignored build scripts for packages:\n(?:│.*\n)+╰─\n)/gm;

/** Parts what a program wrote on stderr from what the runtime wrote there, so that no test depends on
 * a cache that is filled already. */
export function partNotices(stderr: string): { readonly own: string; readonly notices: string } {
  return { own: stderr.replace(notice, ""), notices: (stderr.match(notice) ?? []).join("") };
}
