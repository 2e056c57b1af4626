import { Buffer } from "node:buffer";
import { assertEquals, assertRejects } from "../../support/assert.ts";
import { ZmtpSocket } from "@lib/report/jupyter/zmtp_socket.ts";

const text = (value: string): Uint8Array => new TextEncoder().encode(value);

/** As https://rfc.zeromq.org/spec/23/ lays it out. */
const greeting = Buffer.concat([
  Uint8Array.of(0xff, 0, 0, 0, 0, 0, 0, 0, 0, 0x7f, 3, 0),
  text("NULL"),
  new Uint8Array(48),
]);
const ready = (type: string): Uint8Array =>
  Buffer.concat([
    Uint8Array.of(4, 1 + 5 + 1 + 11 + 4 + type.length),
    text("\x05READY\x0bSocket-Type\0\0\0"),
    Uint8Array.of(type.length),
    text(type),
  ]);

async function read(connection: Deno.Conn, length: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(length);
  for (let filled = 0; filled < length;) {
    filled += await connection.read(bytes.subarray(filled)) ?? length;
  }
  return bytes;
}

/** Writes in small pieces, as a network may hand them on. */
async function write(connection: Deno.Conn, bytes: Uint8Array): Promise<void> {
  for (let start = 0; start < bytes.length; start += 50) {
    await connection.write(bytes.subarray(start, start + 50));
  }
}

async function withPeer(
  test: (address: Deno.NetAddr, accept: () => Promise<Deno.Conn>) => Promise<void>,
): Promise<void> {
  const listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  try {
    await test(listener.addr, () => listener.accept());
  } finally {
    listener.close();
  }
}

const never = new AbortController().signal;

Deno.test("ZmtpSocket shakes hands, sends and receives messages of frames", () =>
  withPeer(async (address, accept) => {
    const connecting = ZmtpSocket.connect("DEALER", address, never);
    const peer = await accept();
    assertEquals(await read(peer, 64), new Uint8Array(greeting));
    await write(peer, greeting);
    const command = new Uint8Array(ready("DEALER"));
    assertEquals(await read(peer, command.length), command);
    await write(peer, ready("ROUTER"));
    const socket = await connecting;

    await socket.send([text("a"), new Uint8Array(300).fill(7)]);
    assertEquals([...await read(peer, 3)], [1, 1, 97]);
    assertEquals([...await read(peer, 309)], [2, 0, 0, 0, 0, 0, 0, 1, 44, ...Array(300).fill(7)]);

    const long = Uint8Array.of(3, 0, 0, 0, 0, 0, 0, 1, 0, ...Array(256).fill(5));
    await write(peer, Uint8Array.of(...long, 0, 1, 98, 4, 1, 0, 0, 0));
    peer.close();
    const received: string[] = [];
    for await (const frames of socket.messages()) {
      received.push(frames.map((frame) => frame.length).join());
    }
    assertEquals(received, ["256,1", "0"], "two messages; the command between them is none");
    socket.close();
  }));

Deno.test("ZmtpSocket tries again where the peer is another, and subscribes to everything", () =>
  withPeer(async (address, accept) => {
    const connecting = ZmtpSocket.connect("SUB", address, never);
    const stranger = await accept();
    await write(stranger, new Uint8Array(64));
    const peer = await accept();
    stranger.close();
    await read(peer, 64);
    await write(peer, Buffer.concat([greeting, ready("PUB")]));
    await read(peer, ready("SUB").length);
    assertEquals([...await read(peer, 3)], [0, 1, 1]);
    (await connecting).close();
    peer.close();
  }));

Deno.test("ZmtpSocket gives up waiting for a peer when it is told to", async () => {
  const listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  const { addr } = listener;
  const controller = new AbortController();
  const silent = ZmtpSocket.connect("SUB", addr, controller.signal);
  const peer = await listener.accept();
  controller.abort(new RangeError("enough"));
  await assertRejects(() => silent, RangeError, "enough");
  peer.close();
  listener.close();
  await assertRejects(() => ZmtpSocket.connect("SUB", addr, controller.signal), RangeError);
});
