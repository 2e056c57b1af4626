import { join } from "node:path";
import { withFolder } from "./with_folder.ts";

/** A PostgreSQL of the test's own. */
export interface Postgres {
  /** The address of its database. */
  readonly url: string;
  /** Stops it, whatever its clients do, and starts it again on the same data. */
  readonly restart: () => Promise<void>;
  /** Runs a statement. */
  readonly run: (statement: string) => Promise<string>;
}

const debian = "/usr/lib/postgresql";

/** The folder of the newest PostgreSQL that Debian's package has put here. */
function programs(): string | undefined {
  try {
    const versions = [...Deno.readDirSync(debian)].map(({ name }) => Number(name));
    return join(debian, `${Math.max(...versions)}`, "bin");
  } catch {
    return undefined;
  }
}

/** Why there is none for tests; `undefined` where there is. It refuses to run as root, so that root must change to
 * its user. */
export const noPostgres = programs() === undefined
  ? "PostgreSQL is not installed"
  : Deno.uid() !== 0
  ? "not root, who may become the user postgres"
  : undefined;

/** Runs `work` with a fresh PostgreSQL on a free port of this machine, and removes it afterwards. */
export async function withPostgres<T>(work: (postgres: Postgres) => Promise<T>): Promise<T> {
  return await withFolder(async (folder) => {
    const [data, listener] = [
      join(folder, "data"),
      Deno.listen({ hostname: "127.0.0.1", port: 0 }),
    ];
    const { port } = listener.addr as Deno.NetAddr;
    listener.close();
    const passwordFile = join(folder, "password");
    await Deno.writeTextFile(passwordFile, "secret");
    await Deno.mkdir(data);
    for (const path of [folder, data, passwordFile]) {
      await command("chown", ["postgres", path], "/");
    }
    const bin = programs()!;
    const as = (program: string, args: readonly string[]): Promise<string> =>
      command("runuser", ["-u", "postgres", "--", join(bin, program), ...args], folder);
    await as("initdb", [
      ...["-D", data, "-U", "digits", "--encoding", "UTF8", "--locale", "C"],
      ...["--auth-local", "trust", "--auth-host", "scram-sha-256", "--pwfile", passwordFile],
      "--no-sync",
    ]);
    const settings = `-p ${port} -k ${folder} -c listen_addresses=127.0.0.1 -c fsync=off`;
    const start = (): Promise<string> =>
      as("pg_ctl", ["-D", data, "-w", "-l", join(folder, "log"), "-o", settings, "start"]);
    const stop = (): Promise<string> => as("pg_ctl", ["-D", data, "-w", "-m", "immediate", "stop"]);
    const run = (statement: string): Promise<string> =>
      as("psql", [
        ...["-h", folder, "-p", `${port}`, "-U", "digits", "-d", "postgres", "-Atc", statement],
      ]);
    await start();
    try {
      return await work({
        url: `postgres://digits:secret@127.0.0.1:${port}/postgres`,
        restart: async () => {
          await stop();
          await start();
        },
        run,
      });
    } finally {
      await stop();
    }
  });
}

async function command(name: string, args: readonly string[], cwd: string): Promise<string> {
  // A server that is started keeps what it inherits: with a pipe, this would wait for it to end.
  const out = args.includes("start") ? "null" : "piped";
  const child = new Deno.Command(name, { args: [...args], cwd, stdout: out, stderr: out }).spawn();
  const [{ success }, text, error] = await Promise.all([
    child.status,
    out === "piped" ? new Response(child.stdout).text() : "",
    out === "piped" ? new Response(child.stderr).text() : "",
  ]);
  if (success) return text.trim();
  throw new Error(`${name} ${args.join(" ")}: ${error}`);
}
