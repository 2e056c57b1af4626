import { parseArgs, type ParseArgsOptionsConfig } from "node:util";

/** One option of a command: what `--help` says of it, and its kind. */
export interface Option {
  readonly type: "string" | "boolean";
  /** What stands for the value in the help text: `N`, `DIR`. */
  readonly value?: string;
  readonly help: string;
}

/** What a command takes, in words and as data. */
export interface Command<Names extends string> {
  /** As typed after `deno task`. */
  readonly name: string;
  readonly summary: string;
  /** How the positional arguments are shown, `FILE…`; none are taken where it is missing. */
  readonly positionals?: string;
  readonly options: Readonly<Record<Names, Option>>;
}

/** A command line, read. */
export interface Arguments<Names extends string> {
  readonly values: Partial<Record<Names, string | boolean>>;
  readonly positionals: readonly string[];
}

/** The command line is wrong: the command ends with exit code 2. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/** Reads a command line. Every command takes `--help` beside its own options.
 *
 * @param command what it takes
 * @param line the words after the command, `Deno.args`
 * @returns the values, or the help text where `--help` was asked for
 * @throws {UsageError} if an option is unknown, lacks its value, or a positional is not taken
 */
export function parseArguments<Names extends string>(
  command: Command<Names>,
  line: readonly string[],
): Arguments<Names> | string {
  const options: ParseArgsOptionsConfig = { help: { type: "boolean", short: "h" } };
  for (const [name, option] of Object.entries<Option>(command.options)) {
    options[name] = { type: option.type };
  }
  try {
    const { values, positionals } = parseArgs({
      args: [...line],
      options,
      allowPositionals: command.positionals !== undefined,
    });
    if (values.help) return helpText(command);
    return { values: values as Arguments<Names>["values"], positionals };
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

/** A number given on the command line.
 *
 * @param limits.least the least value that is taken; `Number.MIN_VALUE` for all above 0
 * @returns `undefined` where the option was not given
 * @throws {UsageError} if the text is not a number, is below `least`, or not an integer where one is due
 */
export function numberOf(
  name: string,
  text: string | boolean | undefined,
  { least = -Infinity, integer = false }: { least?: number; integer?: boolean } = {},
): number | undefined {
  if (text === undefined) return undefined;
  const value = text === "" ? NaN : Number(text);
  if (!Number.isFinite(value) || value < least || (integer && !Number.isSafeInteger(value))) {
    const kind = integer ? "an integer" : "a number";
    throw new UsageError(`Cannot take "${text}" for --${name}: must be ${kind}${bound(least)}`);
  }
  return value;
}

function bound(least: number): string {
  if (least === -Infinity) return "";
  return least === Number.MIN_VALUE ? " above 0" : ` of at least ${least}`;
}

function helpText<Names extends string>(command: Command<Names>): string {
  const rows = Object.entries<Option>(command.options).map(([name, option]) => [
    `--${name}${option.value === undefined ? "" : ` ${option.value}`}`,
    option.help,
  ]);
  rows.push(["--help", "Shows this text."]);
  const width = Math.max(...rows.map(([left]) => left.length)) + 2;
  const positionals = command.positionals === undefined ? "" : ` ${command.positionals}`;
  return [
    command.summary,
    "",
    `Usage: deno task ${command.name} [OPTIONS]${positionals}`,
    "",
    ...rows.map(([left, right]) => `  ${left.padEnd(width)}${right}`),
    "",
    "Exit code: 0 done, 1 some input failed, 2 wrong usage.",
  ].join("\n");
}
