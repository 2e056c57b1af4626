/** A way to a server of this machine that can fall silent, as a network does: nothing comes through any more, and
 * nothing is closed. */
export class SilentProxy implements Disposable {
  readonly #listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  readonly #connections = new Set<Deno.Conn>();
  /** Of the connections that let nothing through any more. */
  readonly #silent = new Set<Deno.Conn>();

  /** @param port of the server */
  constructor(port: number) {
    this.#accept(port);
  }

  get port(): number {
    return (this.#listener.addr as Deno.NetAddr).port;
  }

  /** Lets nothing through what is connected now; new connections work. */
  fallSilent(): void {
    for (const connection of this.#connections) this.#silent.add(connection);
  }

  [Symbol.dispose](): void {
    this.#listener.close();
    for (const connection of this.#connections) connection.close();
  }

  async #accept(port: number): Promise<void> {
    for await (const client of this.#listener) {
      const server = await Deno.connect({ hostname: "127.0.0.1", port });
      this.#carry(client, server);
      this.#carry(server, client);
    }
  }

  async #carry(from: Deno.Conn, to: Deno.Conn): Promise<void> {
    this.#connections.add(from);
    try {
      for await (const bytes of from.readable) {
        for (let sent = 0; sent < bytes.length && !this.#silent.has(from);) {
          sent += await to.write(bytes.subarray(sent));
        }
      }
      if (!this.#silent.has(from)) await to.closeWrite();
    } catch {
      // The other side is gone.
    } finally {
      this.#connections.delete(from); // its stream has closed it
    }
  }
}
