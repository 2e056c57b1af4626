import { readPages } from "./read_pages.ts";
import { loadReaders, type Readers } from "./readers.ts";
import type { ReadingReply, ReadingRequest } from "./reading_messages.ts";

/** One of several workers that read files, one after the other. Started as a module worker by `ReaderPool`. */
interface WorkerScope {
  postMessage(reply: ReadingReply): void;
  addEventListener(
    kind: "message",
    listener: (event: MessageEvent<ReadingRequest>) => void,
  ): void;
}

const scope = globalThis as unknown as WorkerScope;
let readers: Readers | undefined;
let givePath: (path: string) => void = () => {};

async function answer(request: ReadingRequest): Promise<void> {
  if (request.kind === "path") return givePath(request.path);
  if (request.kind === "end") {
    readers?.dispose();
    scope.postMessage({ kind: "ended" });
    return close();
  }
  if (request.kind === "load") readers = await loadReaders(request.setup);
  else if (readers !== undefined) {
    const { file, bytes, isAnnotated } = request;
    const pathOf = isAnnotated ? askForPath : undefined;
    for await (const page of readPages(readers.model, { file, bytes, pathOf }, readers.options)) {
      scope.postMessage({ kind: "page", page });
    }
  }
  scope.postMessage({ kind: "ready" });
}

function askForPath(suffix: string): Promise<string> {
  const path = new Promise<string>((resolve) => givePath = resolve);
  scope.postMessage({ kind: "pathOf", suffix });
  return path;
}

scope.addEventListener("message", ({ data }) => {
  answer(data).catch((error: Error) => {
    scope.postMessage({ kind: "failed", message: error.message });
  });
});
