import { Buffer } from "node:buffer";

/** A client's socket of ZeroMQ's wire protocol, ZMTP 3.0 without encryption, over TCP.
 *
 * Just what talking to a kernel of this machine takes. The native library's addon crashes now and
 * then in Deno, and asks for `--allow-ffi`; this needs `--allow-net=127.0.0.1` alone.
 * https://rfc.zeromq.org/spec/23/
 */
export class ZmtpSocket {
  readonly #connection: Deno.TcpConn;
  #sending: Promise<void> = Promise.resolve();

  private constructor(connection: Deno.TcpConn) {
    this.#connection = connection;
  }

  /** Connects to a peer, trying again until it listens.
   *
   * @param type of the socket; a `SUB` receives everything
   * @throws the signal's reason if it is aborted before there is a connection
   */
  static async connect(
    type: "DEALER" | "SUB",
    address: { readonly hostname: string; readonly port: number },
    signal: AbortSignal,
  ): Promise<ZmtpSocket> {
    for (;; await new Promise((resolve) => setTimeout(resolve, retryAfter))) {
      signal.throwIfAborted();
      const connection = await Deno.connect(address).catch(() => undefined);
      if (connection === undefined) continue;
      const socket = new ZmtpSocket(connection);
      const stop = (): void => socket.close();
      signal.addEventListener("abort", stop);
      if (signal.aborted) stop();
      try {
        await socket.#shakeHands(type);
        return socket;
      } catch {
        socket.close(); // A peer that is no ZeroMQ, or one that goes: try again.
      } finally {
        signal.removeEventListener("abort", stop);
      }
    }
  }

  /** Sends a message of some frames. */
  send(frames: readonly Uint8Array[]): Promise<void> {
    const parts = frames.map((frame, index) =>
      frameOf(index < frames.length - 1 ? flags.more : 0, frame)
    );
    // One after the other, so that the parts of two messages never mix.
    const sent = this.#sending.then(() => this.#write(Buffer.concat(parts)));
    this.#sending = sent.catch(() => {});
    return sent;
  }

  /** The messages that arrive, until either side closes. */
  async *messages(): AsyncGenerator<Uint8Array[], void> {
    let frames: Uint8Array[] = [];
    for (;;) {
      const found = await this.#readFrame().catch(() => undefined);
      if (found === undefined) return;
      if (found.flag & flags.command) continue;
      frames.push(found.body);
      if (found.flag & flags.more) continue;
      yield frames;
      frames = [];
    }
  }

  close(): void {
    try {
      this.#connection.close();
    } catch {
      // It was closed already.
    }
  }

  async #shakeHands(type: "DEALER" | "SUB"): Promise<void> {
    const { localAddr, remoteAddr } = this.#connection;
    if (localAddr.port === remoteAddr.port) {
      throw new Error("Cannot shake hands: TCP connected a free port with itself");
    }
    await this.#write(greeting());
    const signature = await this.#read(64);
    if (signature[0] !== 0xff || signature[9] !== 0x7f) {
      throw new TypeError("Cannot shake hands: the peer does not speak ZMTP");
    }
    await this.#write(frameOf(flags.command, ready(type)));
    await this.#readFrame();
    if (type === "SUB") await this.#write(frameOf(0, Uint8Array.of(1)));
  }

  async #readFrame(): Promise<{ flag: number; body: Uint8Array }> {
    const [flag] = await this.#read(1);
    const size = await this.#read(flag & flags.long ? 8 : 1);
    const view = new DataView(size.buffer);
    const length = size.length === 1 ? size[0] : Number(view.getBigUint64(0));
    return { flag, body: await this.#read(length) };
  }

  async #read(length: number): Promise<Uint8Array<ArrayBuffer>> {
    const bytes = new Uint8Array(length);
    for (let filled = 0; filled < length;) {
      const count = await this.#connection.read(bytes.subarray(filled));
      if (count === null) throw new Error("Cannot read on: the peer closed the connection");
      filled += count;
    }
    return bytes;
  }

  async #write(bytes: Uint8Array): Promise<void> {
    for (let written = 0; written < bytes.length;) {
      written += await this.#connection.write(bytes.subarray(written));
    }
  }
}

/** How long to wait for a peer that does not listen yet, in milliseconds. */
const retryAfter = 20;

/** The first byte of a frame. */
const flags = { more: 1, long: 2, command: 4 } as const;

function frameOf(flag: number, body: Uint8Array): Uint8Array {
  const isLong = body.length > 255;
  const frame = new Uint8Array((isLong ? 9 : 2) + body.length);
  frame[0] = flag | (isLong ? flags.long : 0);
  if (isLong) new DataView(frame.buffer).setBigUint64(1, BigInt(body.length));
  else frame[1] = body.length;
  frame.set(body, isLong ? 9 : 2);
  return frame;
}

/** 64 bytes: signature, version 3.0, the mechanism that encrypts nothing, padding. */
function greeting(): Uint8Array {
  const bytes = new Uint8Array(64);
  bytes.set([0xff, 0, 0, 0, 0, 0, 0, 0, 0, 0x7f, 3, 0]);
  bytes.set(new TextEncoder().encode("NULL"), 12);
  return bytes;
}

/** The command that tells the type of the socket; each text behind its length. */
function ready(type: string): Uint8Array {
  const text = `\x05READY\x0bSocket-Type\0\0\0${String.fromCharCode(type.length)}${type}`;
  return new TextEncoder().encode(text);
}
