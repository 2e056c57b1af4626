import { basename, join } from "node:path";

/** Finds the CSV files of a folder by their names: `mnist_train.csv` and `mnist_test.csv`, `train.csv`
 * and `test.csv`, also with `.gz`. A file that is the only one may have any name.
 *
 * @param folder its path
 * @param names the files of data in it, seen from it
 * @returns their paths; neither if there are no CSV files
 * @throws {Error} if it cannot be told which of them are meant
 */
export function findCsv(
  folder: string,
  names: readonly string[],
): { readonly train?: string; readonly test?: string } {
  const all = names.filter((name) => /\.csv(\.gz)?$/i.test(name));
  const [train, test] = [/(^|[^a-z])train(ing)?$/i, /(^|[^a-z])test(ing)?$/i].map((ending) =>
    only(folder, all.filter((name) => ending.test(stem(name))))
  );
  if (train !== undefined || test !== undefined) {
    return {
      ...(train && { train: join(folder, train) }),
      ...(test && { test: join(folder, test) }),
    };
  }
  const one = only(folder, all);
  return one === undefined ? {} : { train: join(folder, one) };
}

/** The one of them, be it packed, unpacked, or both. */
function only(folder: string, names: readonly string[]): string | undefined {
  const other = names.find((name) => stem(name) !== stem(names[0]));
  if (other === undefined) return names[0];
  throw new Error(
    `Cannot load images from "${folder}": found ${names[0]} and ${other}, wanted train.csv, ` +
      "test.csv, or one file alone; move the others elsewhere",
  );
}

function stem(name: string): string {
  return basename(name).replace(/\.csv(\.gz)?$/i, "");
}
