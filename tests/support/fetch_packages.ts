const done = new Map<string, Promise<void>>();

/** Fetches what a program imports, so that Deno has nothing to say of downloads when the program itself is
 * run: on a machine whose cache is empty, its notices would stand among the program's own words.
 *
 * @param entry the program's first module
 * @param options.config the configuration that it is run with
 * @param options.env variables of the process that runs it
 * @throws {Error} if it cannot be fetched
 */
export async function fetchPackages(
  entry: string,
  { config, env = {} }: {
    readonly config: string;
    readonly env?: Readonly<Record<string, string>>;
  },
): Promise<void> {
  const key = JSON.stringify([entry, config, env]);
  const fetching = done.get(key) ?? fetchOnce(entry, config, env);
  done.set(key, fetching);
  await fetching;
}

async function fetchOnce(
  entry: string,
  config: string,
  env: Readonly<Record<string, string>>,
): Promise<void> {
  const { success, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["cache", "--quiet", "--config", config, entry],
    env: { ...env, NO_COLOR: "1" },
  }).output();
  if (success) return;
  throw new Error(`Cannot fetch what ${entry} imports: ${new TextDecoder().decode(stderr)}`);
}
