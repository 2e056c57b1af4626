import { QueueError } from "@lib/queue/queue_error.ts";
import { assertEquals, assertStringIncludes } from "../support/assert.ts";

const url = new URL("postgres://me:word@host:5433/digits");

Deno.test("QueueError.ofDatabase() says what to do, on one line, without the password", () => {
  const cases: [code: string, message: string][] = [
    ["28P01", "in PGUSER and PGPASSWORD"],
    ["3D000", "make it by createdb"],
    ["42501", "grant create on the database"],
    ["ECONNREFUSED", "check that it runs"],
    ["42601", "wanted PostgreSQL 13 or newer"],
  ];
  for (const [code, wanted] of cases) {
    const cause = Object.assign(new Error("it failed"), { code });
    const error = QueueError.ofDatabase(url, cause);
    assertEquals(error.message.split("\n").length, 1);
    assertStringIncludes(error.message, "Cannot use the queue at postgres://host:5433/digits: ");
    assertStringIncludes(error.message, wanted);
    assertEquals(error.message.includes("me:word"), false);
    assertEquals(QueueError.ofDatabase(url, error), error);
  }
});
