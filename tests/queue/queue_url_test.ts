import { queueUrl } from "@lib/queue/queue_url.ts";
import { assertEquals, assertThrows } from "../support/assert.ts";

Deno.test("queueUrl() takes an address of PostgreSQL with a database", () => {
  for (const scheme of ["postgres", "postgresql"]) {
    assertEquals(queueUrl(`${scheme}://me:word@host:5433/digits`).pathname, "/digits");
  }
});

Deno.test("queueUrl() says what is wrong with others, and not their password", () => {
  const wrong = [
    ["", "found no address"],
    ["host/digits", "found no address"],
    ["https://me:word@host/digits", "found https:"],
    ["postgres://me:word@host", "found no database"],
    ["postgres://me:word@host/", "found no database"],
  ];
  for (const [given, message] of wrong) {
    const error = assertThrows(() => queueUrl(given), TypeError, message);
    assertEquals(error.message.includes("me:word"), false);
  }
});
