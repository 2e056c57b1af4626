import { assertEquals } from "../../support/assert.ts";
import type { Message } from "@lib/report/jupyter/message.ts";
import { OutputRecorder } from "@lib/report/jupyter/output_recorder.ts";

function message(msg_type: string, content: Record<string, unknown>): Message {
  const header = { msg_id: "", msg_type, session: "", username: "", date: "", version: "5.3" };
  return { header, parent: {}, metadata: {}, content };
}

const stream = (name: string, text: string): Message => message("stream", { name, text });

const display = (text: string, id?: string, type = "display_data"): Message =>
  message(type, {
    data: { "text/plain": text },
    metadata: {},
    transient: id === undefined ? {} : { display_id: id },
  });

const texts = (recorder: OutputRecorder, cell: number): unknown[] =>
  recorder.of(cell).map((output) =>
    output.output_type === "stream"
      ? `${output.name}: ${output.text}`
      : "data" in output
      ? output.data["text/plain"]
      : output.ename
  );

Deno.test("OutputRecorder merges neighbours of one stream", () => {
  const recorder = new OutputRecorder();
  recorder.begin(0);
  for (const [name, text] of [["stdout", "a"], ["stdout", "b"], ["stderr", "c"], ["stdout", "d"]]) {
    recorder.record(stream(name, text));
  }
  assertEquals(texts(recorder, 0), ["stdout: ab", "stderr: c", "stdout: d"]);
});

Deno.test("OutputRecorder updates every display of an id, in earlier cells too", () => {
  const recorder = new OutputRecorder();
  recorder.begin(0);
  recorder.record(stream("stdout", "x"));
  recorder.record(display("old", "id"));
  recorder.begin(1);
  recorder.record(display("old again", "id"));
  recorder.record(display("other", "other"));
  const changed = recorder.record(display("new", "id", "update_display_data"));
  assertEquals(changed.map(({ cell }) => cell), [0, 1]);
  assertEquals(texts(recorder, 0), ["stdout: x", "new"]);
  assertEquals(texts(recorder, 1), ["new", "other"]);
  assertEquals(recorder.record(display("?", "unknown", "update_display_data")), []);
});

Deno.test("OutputRecorder clears at once, or as soon as something new comes", () => {
  const recorder = new OutputRecorder();
  recorder.begin(0);
  recorder.record(display("a", "id"));
  recorder.record(message("clear_output", { wait: false }));
  assertEquals(texts(recorder, 0), []);
  assertEquals(recorder.record(display("b", "id", "update_display_data")), []);
  recorder.record(stream("stdout", "c"));
  recorder.record(message("clear_output", { wait: true }));
  assertEquals(texts(recorder, 0), ["stdout: c"]);
  recorder.record(stream("stdout", "d"));
  assertEquals(texts(recorder, 0), ["stdout: d"]);
});

Deno.test("OutputRecorder keeps results, errors, and nothing of other messages", () => {
  const recorder = new OutputRecorder();
  recorder.begin(2);
  recorder.record(message("execute_input", { code: "1" }));
  recorder.record(
    message("execute_result", { data: { "text/plain": "1" }, metadata: {}, execution_count: 9 }),
  );
  recorder.record(message("error", { ename: "E", evalue: "v", traceback: ["t"] }));
  assertEquals([...recorder.of(2)], [
    {
      output_type: "execute_result",
      data: { "text/plain": "1" },
      metadata: {},
      execution_count: 3,
    },
    { output_type: "error", ename: "E", evalue: "v", traceback: ["t"] },
  ]);
});
