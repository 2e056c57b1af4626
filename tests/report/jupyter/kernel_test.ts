import { assertEquals, assertMatch, assertRejects } from "../../support/assert.ts";
import { withFolder } from "../../support/with_folder.ts";
import { freeConnection } from "@lib/report/jupyter/connection.ts";
import { startKernel } from "@lib/report/jupyter/kernel.ts";
import { KernelError } from "@lib/report/jupyter/kernel_client.ts";
import { KernelProcess } from "@lib/report/jupyter/kernel_process.ts";

Deno.test("freeConnection() names five different ports that can be bound", () => {
  const { ip, key, shell_port, iopub_port, stdin_port, control_port, hb_port } = freeConnection();
  const ports = [shell_port, iopub_port, stdin_port, control_port, hb_port];
  assertEquals(new Set(ports).size, 5);
  for (const port of ports) {
    Deno.listen({ hostname: ip, port }).close();
  }
  assertMatch(key, /^[0-9a-f-]{36}$/);
});

Deno.test("KernelProcess tells that a port was taken, which startKernel() takes as a reason to retry", () =>
  withFolder(async (folder) => {
    const connection = freeConnection();
    const other = Deno.listen({ hostname: connection.ip, port: connection.control_port });
    const process = await KernelProcess.start(connection, { folder, connectionFolder: folder });
    const { how, printed } = await process.ended;
    other.close();
    await process.kill();
    assertEquals(how, "exit code 1");
    assertMatch(printed, /AddrInUse/);
    assertEquals([...Deno.readDirSync(folder)], []);
  }));

Deno.test("startKernel() gives up on a kernel that does not answer", () =>
  withFolder(async (folder) => {
    const options = { folder, connectionFolder: folder, patience: 1 };
    await assertRejects(() => startKernel(options), KernelError, "did not answer within 0.001 s");
    assertEquals([...Deno.readDirSync(folder)], []);
  }));

Deno.test("Kernel.execute() yields messages and returns the reply", () =>
  withFolder(async (folder) => {
    await using kernel = await startKernel({
      folder,
      connectionFolder: folder,
      environment: { PROFILE: "best" },
    });
    const code = `console.log(Deno.env.get("PROFILE")); await Promise.reject(new TypeError("no"));`;
    const running = kernel.execute(code);
    const types: string[] = [];
    let next = await running.next();
    for (; !next.done; next = await running.next()) types.push(next.value.header.msg_type);
    assertEquals(types.sort(), ["error", "stream"]);
    assertEquals(next.value.content.status, "error");
    assertEquals(next.value.content.ename, "TypeError");
  }));

Deno.test("Kernel.execute() misses nothing, though the kernel says that it is idle too early", () =>
  withFolder(async (folder) => {
    await using kernel = await startKernel({ folder, connectionFolder: folder });
    for (let round = 0; round < 100; round++) {
      const results: unknown[] = [];
      for await (const { header, content } of kernel.execute(`${round}`)) {
        if (header.msg_type === "execute_result") results.push(content.data);
      }
      assertEquals(results, [{ "text/plain": `${round}` }]);
    }
  }));

Deno.test("Kernel.execute() takes large outputs whole", () =>
  withFolder(async (folder) => {
    await using kernel = await startKernel({ folder, connectionFolder: folder });
    const code = `for (let i = 0; i < 20; i++) console.log("x".repeat(1_000_000)); "done"`;
    let length = 0;
    for await (const { header, content } of kernel.execute(code)) {
      if (header.msg_type === "stream") length += String(content.text).length;
    }
    assertEquals(length, 20 * 1_000_001);
  }));
