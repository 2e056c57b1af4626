import { UsageError } from "../cli/arguments.ts";

/** The variables that `--set` gives: `seed=3,name=a`. A value that reads as JSON is taken as that, any
 * other as text.
 *
 * @returns them by their names; none where the option was not given
 * @throws {UsageError} if there is a part without a name or without `=`
 */
export function parametersOption(given: string | boolean | undefined): Record<string, unknown> {
  if (given === undefined) return {};
  return Object.fromEntries(
    String(given).split(/,(?=[^,=]*=)/).map((part) => {
      const [, name, value] = /^\s*([^=\s]+)\s*=(.*)$/s.exec(part) ?? [];
      if (name === undefined) {
        throw new UsageError(`Cannot take "${part}" for --set: must be NAME=VALUE, as in seed=3`);
      }
      return [name, valueOf(value)];
    }),
  );
}

function valueOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
