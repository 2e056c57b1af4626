/** The Deno that this project is made for: older ones lack what its modules import. */
export const denoVersion = "2.9.6";

/** Makes sure that this Deno is new enough for the notebooks.
 *
 * @param found the version that runs
 * @throws {RangeError} if it is older than the minor version of {@link denoVersion}
 */
export function checkDenoVersion(found: string = Deno.version.deno): void {
  const [major, minor] = found.split(".").map(Number);
  const [wantedMajor, wantedMinor] = denoVersion.split(".").map(Number);
  if (major > wantedMajor || (major === wantedMajor && minor >= wantedMinor)) return;
  throw new RangeError(
    `Cannot run the notebooks on Deno ${found}: wanted ${denoVersion} or newer; ` +
      `"npx --yes deno@${denoVersion} jupyter --install" installs its kernel`,
  );
}
