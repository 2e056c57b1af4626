import type { RunNews } from "./run_news.ts";
import type { RunSettings } from "./run_settings.ts";
import { Session, type Trainer, type TrainerContent } from "./session.ts";

/** What the page asks of its worker. */
type Request =
  | { readonly kind: "load"; readonly content: TrainerContent }
  | { readonly kind: "train"; readonly settings: RunSettings }
  | { readonly kind: "stop" };

/** What the worker answers. */
type Reply =
  /** The program runs, or the images are there. */
  | { readonly kind: "ready" }
  | { readonly kind: "news"; readonly news: readonly RunNews[] }
  | { readonly kind: "end"; readonly error?: { readonly name: string; readonly message: string } };

/** Milliseconds that the worker trains between two looks at its messages. */
const slice = 40;

/** Trains in a worker of the page, which has nothing to do then but to draw. */
export class WorkerTrainer implements Trainer {
  readonly images: number;
  readonly #worker: Worker;

  private constructor(worker: Worker, images: number) {
    this.#worker = worker;
    this.images = images;
  }

  /** Starts a worker, and gives it what the page holds.
   *
   * @param program of the worker: one that calls `serveTrainer`
   * @throws {Error} if the browser starts none here; the content is as it was then
   */
  static async start(program: string, content: TrainerContent): Promise<WorkerTrainer> {
    const address = URL.createObjectURL(new Blob([program], { type: "text/javascript" }));
    try {
      const worker = new Worker(address);
      await readiness(worker);
      const ready = readiness(worker);
      const request: Request = { kind: "load", content };
      worker.postMessage(request, [content.images.buffer, content.weights.buffer]);
      await ready;
      return new WorkerTrainer(worker, content.setup.images.train);
    } finally {
      URL.revokeObjectURL(address);
    }
  }

  async train(settings: RunSettings, hear: (news: readonly RunNews[]) => void): Promise<void> {
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    this.#worker.onmessage = ({ data }: MessageEvent<Reply>) => {
      if (data.kind === "news") hear(data.news);
      if (data.kind !== "end") return;
      if (data.error === undefined) resolve();
      else reject(Object.assign(new Error(data.error.message), { name: data.error.name }));
    };
    this.#worker.onerror = ({ message }) => reject(new Error(message));
    this.#ask({ kind: "train", settings });
    await promise;
  }

  stop(): void {
    this.#ask({ kind: "stop" });
  }

  #ask(request: Request): void {
    this.#worker.postMessage(request);
  }
}

/** Makes a trainer of the worker that this runs in. */
export function serveTrainer(scope: Pick<Worker, "postMessage" | "addEventListener">): void {
  const answer = (reply: Reply): void => scope.postMessage(reply);
  let session: Session;
  const train = async (settings: RunSettings): Promise<void> => {
    try {
      await session.train(settings, (news) => answer({ kind: "news", news }));
      answer({ kind: "end" });
    } catch (error) {
      const { name, message } = error as Error;
      answer({ kind: "end", error: { name, message } });
    }
  };
  scope.addEventListener("message", (event) => {
    const { data } = event as MessageEvent<Request>;
    if (data.kind === "train") train(data.settings);
    if (data.kind === "stop") session.stop();
    if (data.kind !== "load") return;
    session = new Session(data.content, { slice });
    answer({ kind: "ready" });
  });
  answer({ kind: "ready" });
}

/** Waits until a worker says that it is ready; rejects where it cannot run. */
function readiness(worker: Worker): Promise<void> {
  return new Promise((resolve, reject) => {
    worker.onmessage = () => resolve();
    worker.onerror = (event) => {
      event.preventDefault();
      reject(new Error(event.message ?? "no worker was started"));
    };
  });
}
