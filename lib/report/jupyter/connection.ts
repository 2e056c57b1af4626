/** How a client and a kernel meet, as the connection file says it.
 * https://jupyter-client.readthedocs.io/en/stable/kernels.html#connection-files */
export interface Connection {
  readonly transport: "tcp";
  readonly ip: string;
  readonly shell_port: number;
  readonly iopub_port: number;
  readonly stdin_port: number;
  readonly control_port: number;
  readonly hb_port: number;
  readonly key: string;
  readonly signature_scheme: "hmac-sha256";
}

/** A connection over five ports of this machine that are free right now, with a fresh key.
 *
 * The operating system picks the ports. Another process may take one before the kernel does: then
 * the kernel ends at once, and its starter asks for a new connection.
 */
export function freeConnection(): Connection {
  const ip = "127.0.0.1";
  // All five are held before the first is let go, so that no port comes twice.
  const held = Array.from({ length: 5 }, () => Deno.listen({ hostname: ip, port: 0 }));
  const [shell_port, iopub_port, stdin_port, control_port, hb_port] = held.map(({ addr }) =>
    addr.port
  );
  for (const listener of held) listener.close();
  return {
    transport: "tcp",
    ip,
    shell_port,
    iopub_port,
    stdin_port,
    control_port,
    hb_port,
    key: crypto.randomUUID(),
    signature_scheme: "hmac-sha256",
  };
}
