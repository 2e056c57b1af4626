import { isConnectionLost } from "@lib/queue/is_connection_lost.ts";
import { assertEquals } from "../support/assert.ts";

const coded = (code: string): Error => Object.assign(new Error("it failed"), { code });

Deno.test("isConnectionLost() tells a database that is away from one that refuses", () => {
  const away = [
    ...["ECONNREFUSED", "ECONNRESET", "ENOTFOUND", "08006", "57P01", "57P03", "53300"].map(coded),
    new Error("Connection terminated unexpectedly"),
    new Error("Query read timeout"),
    new AggregateError([coded("ECONNREFUSED"), coded("ENETUNREACH")]),
    new Error("Cannot use the queue", { cause: coded("57P03") }),
  ];
  const refusing = [
    ...["28P01", "3D000", "42P01", "23505", "57014"].map(coded),
    new Error("it failed"),
    new AggregateError([]),
    new Error("Cannot use the queue", { cause: coded("28P01") }),
    "ECONNREFUSED",
  ];
  assertEquals(away.map(isConnectionLost), away.map(() => true));
  assertEquals(refusing.map(isConnectionLost), refusing.map(() => false));
});
