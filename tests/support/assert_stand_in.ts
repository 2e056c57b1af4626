/** A stand-in for the part of `@std/assert` that the tests use, on `node:assert`: same names, same
 * signatures, and like there every failure is an `AssertionError` that shows a difference. It is stricter where
 * `@std/assert` is not: 0 and -0 differ, and so do objects with and without a prototype. */
import nodeAssert, { AssertionError } from "node:assert";

type ErrorClass = new (...parameters: never[]) => Error;

function check(condition: boolean, text: string, message?: string): void {
  if (!condition) fail(text, message);
}

function fail(text: string, message?: string): never {
  throw new AssertionError({ message: message === undefined ? text : `${text}: ${message}` });
}

export function assert(condition: unknown, message = ""): asserts condition {
  if (!condition) throw new AssertionError({ message });
}

export function assertEquals<T>(actual: T, expected: T, message?: string): void {
  try {
    nodeAssert.deepStrictEqual(actual, expected);
  } catch (error) {
    fail((error as Error).message, message);
  }
}

export function assertNotEquals<T>(actual: T, expected: T, message?: string): void {
  try {
    nodeAssert.notDeepStrictEqual(actual, expected);
  } catch (error) {
    fail((error as Error).message, message);
  }
}

/** The default tolerance is a ten-millionth of the expected value, as in `@std/assert`. */
export function assertAlmostEquals(
  actual: number,
  expected: number,
  tolerance?: number,
  message?: string,
): void {
  if (Object.is(actual, expected)) return;
  const allowed = tolerance ?? (Number.isFinite(expected) ? Math.abs(expected * 1e-7) : 1e-7);
  const difference = Math.abs(expected - actual);
  const text = `Expected ${actual} to be within ${allowed} of ${expected}`;
  check(difference <= allowed, `${text}, off by ${difference}`, message);
}

export function assertGreater<T>(actual: T, expected: T, message?: string): void {
  check(actual > expected, `Expected ${actual} > ${expected}`, message);
}

export function assertGreaterOrEqual<T>(actual: T, expected: T, message?: string): void {
  check(actual >= expected, `Expected ${actual} >= ${expected}`, message);
}

export function assertLess<T>(actual: T, expected: T, message?: string): void {
  check(actual < expected, `Expected ${actual} < ${expected}`, message);
}

export function assertLessOrEqual<T>(actual: T, expected: T, message?: string): void {
  check(actual <= expected, `Expected ${actual} <= ${expected}`, message);
}

// deno-lint-ignore no-explicit-any -- The signature of `@std/assert`.
export function assertInstanceOf<T extends abstract new (...parameters: any[]) => unknown>(
  actual: unknown,
  expected: T,
  message?: string,
): asserts actual is InstanceType<T> {
  if (!(actual instanceof expected)) fail(`Expected an instance of ${expected.name}`, message);
}

export function assertMatch(actual: string, expected: RegExp, message?: string): void {
  check(expected.test(actual), `Expected "${actual}" to match ${expected}`, message);
}

export function assertStringIncludes(actual: string, expected: string, message?: string): void {
  check(actual.includes(expected), `Expected "${actual}" to contain "${expected}"`, message);
}

export function assertThrows<E extends Error = Error>(
  call: () => unknown,
  errorClass?: new (...parameters: never[]) => E,
  messageIncludes?: string,
  message?: string,
): E {
  try {
    call();
  } catch (error) {
    return checkError(error, errorClass, messageIncludes, message) as E;
  }
  fail("Expected function to throw", message);
}

export async function assertRejects<E extends Error = Error>(
  call: () => PromiseLike<unknown>,
  errorClass?: new (...parameters: never[]) => E,
  messageIncludes?: string,
  message?: string,
): Promise<E> {
  let promise: PromiseLike<unknown>;
  try {
    promise = call();
  } catch {
    fail("Function throws when expected to reject", message);
  }
  try {
    await promise;
  } catch (error) {
    return checkError(error, errorClass, messageIncludes, message) as E;
  }
  fail("Expected function to reject", message);
}

function checkError(
  error: unknown,
  errorClass: ErrorClass | undefined,
  messageIncludes = "",
  message?: string,
): unknown {
  if (errorClass === undefined) return error; // whatever was thrown, as in `@std/assert`
  if (!(error instanceof errorClass)) {
    fail(`Expected error to be instance of "${errorClass.name}", but was "${error}"`, message);
  }
  check(
    (error as Error).message.includes(messageIncludes),
    `Expected error message to include "${messageIncludes}", but got "${(error as Error).message}"`,
    message,
  );
  return error;
}
