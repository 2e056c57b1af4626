import { rngFromSeed } from "@lib/base/rng.ts";
import { assertAlmostEquals, assertEquals } from "../../support/assert.ts";
import { Workspace } from "./workspace.ts";

for (const kind of ["best", "plain"] as const) {
  const workspace = new Workspace(kind);
  const put = (numbers: Uint8Array | Int32Array | Float64Array, more = 0): number => {
    const address = workspace.room(numbers.byteLength + more);
    workspace.bytes(address, numbers.byteLength).set(new Uint8Array(numbers.buffer));
    return address;
  };

  Deno.test(`raiseBytes() of the ${kind} kernels raises from first to last, also where both overlap`, () => {
    const rng = rngFromSeed(1);
    for (let round = 0; round < 300; round++) {
      workspace.clear();
      const [count, away] = [rng.integer(70), 1 + rng.integer(40)];
      const before = Uint8Array.from({ length: count + away }, () => rng.integer(256));
      const address = put(before);
      workspace.kernels.raiseBytes(address, address + away, count);
      workspace.checkGaps();
      const wanted = before.map((level, i) =>
        i < count ? Math.max(level, before[i + away]) : level
      );
      assertEquals(workspace.bytes(address, before.length), wanted);
    }
  });

  Deno.test(`resampleRows() of the ${kind} kernels mixes any taps, and rounds`, () => {
    const rng = rngFromSeed(2);
    for (let round = 0; round < 200; round++) {
      workspace.clear();
      const [width, height] = [1 + rng.integer(50), 1 + rng.integer(9)];
      const [columns, rows] = [1 + rng.integer(50), 1 + rng.integer(6)];
      const [across, down] = [1 + rng.integer(Math.min(width, 9)), 1 + rng.integer(height)];
      const source = Uint8Array.from({ length: width * height }, () => rng.integer(256));
      const fours = Math.ceil(columns / 4);
      const firsts = (length: number, most: number): Int32Array =>
        Int32Array.from({ length }, () => rng.integer(most)).sort();
      const weights = (length: number, taps: number): Float64Array =>
        Float64Array.from({ length }, () => rng.between(-1, 2) / taps);
      const [firstsDown, weightsDown] = [
        firsts(rows, height - down + 1),
        weights(rows * down, down),
      ];
      const firstsAcross = firsts(4 * fours, width - across + 1);
      const weightsAcross = weights(4 * fours * across, across);
      const target = workspace.room(rows * columns + 4);
      workspace.kernels.resampleRows(
        ...[put(source, width + 8), width] as const,
        ...[put(firstsDown), put(weightsDown), down, rows] as const,
        ...[put(firstsAcross), put(weightsAcross), across, columns] as const,
        ...[workspace.room(8 * ((down + 1) * 4 * fours + 2 * (width + 8))), target] as const,
      );
      workspace.checkGaps();
      const found = workspace.bytes(target, rows * columns);
      for (let y = 0; y < rows; y++) {
        for (let x = 0; x < columns; x++) {
          let level = 0;
          for (let j = 0; j < down; j++) {
            for (let i = 0; i < across; i++) {
              const pixel = source[(firstsDown[y] + j) * width + firstsAcross[x] + i];
              const share = weightsAcross[x * across + i];
              level += pixel * share * weightsDown[y * down + j];
            }
          }
          assertAlmostEquals(
            found[y * columns + x],
            Math.min(255, Math.max(0, level)),
            0.5005,
          );
        }
      }
    }
  });
}
