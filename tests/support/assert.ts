/**
 * The assertions of `@std/assert`, taken from JSR, or from a small stand-in where JSR cannot be
 * reached (closed networks, registry proxies). Every test imports them from here.
 */
import * as standIn from "./assert_stand_in.ts";

/** What both sources offer; a test compares their behaviour. */
export type Assertions = typeof standIn;

/** The assertions of JSR's `@std/assert`, or `undefined` where it cannot be reached. */
export async function fromJsr(): Promise<Assertions | undefined> {
  try {
    return await import("@std/assert") as unknown as Assertions;
  } catch {
    return undefined;
  }
}

const source: Assertions = await fromJsr() ?? standIn;

export const assert: Assertions["assert"] = source.assert;
export const assertAlmostEquals: Assertions["assertAlmostEquals"] = source.assertAlmostEquals;
export const assertEquals: Assertions["assertEquals"] = source.assertEquals;
export const assertGreater: Assertions["assertGreater"] = source.assertGreater;
export const assertGreaterOrEqual: Assertions["assertGreaterOrEqual"] = source.assertGreaterOrEqual;
export const assertInstanceOf: Assertions["assertInstanceOf"] = source.assertInstanceOf;
export const assertLess: Assertions["assertLess"] = source.assertLess;
export const assertLessOrEqual: Assertions["assertLessOrEqual"] = source.assertLessOrEqual;
export const assertMatch: Assertions["assertMatch"] = source.assertMatch;
export const assertNotEquals: Assertions["assertNotEquals"] = source.assertNotEquals;
export const assertRejects: Assertions["assertRejects"] = source.assertRejects;
export const assertStringIncludes: Assertions["assertStringIncludes"] = source.assertStringIncludes;
export const assertThrows: Assertions["assertThrows"] = source.assertThrows;
