import { queueLimits } from "./limits.ts";
import { type QueuedFile, queuedFile } from "./queued_file.ts";
import { WorkQueue } from "./work_queue.ts";

/** Sends files to a queue, a thousand at a time, however many they are.
 *
 * @param url of the queue, which is made where it is not there
 * @param files as `queuedFile` takes them
 * @param options.isInline whether their bytes go along
 * @param options.sent is told how many have been sent so far
 * @returns how many were sent, and how many of them were not in the queue yet
 * @throws {QueueError} if the queue cannot be opened
 */
export async function sendToQueue(
  url: URL,
  files: AsyncIterable<Parameters<typeof queuedFile>[0]>,
  { isInline, sent }: { readonly isInline: boolean; readonly sent: (count: number) => void },
): Promise<{ readonly count: number; readonly fresh: number }> {
  const queue = await WorkQueue.open(url);
  let [count, fresh, bytes] = [0, 0, 0];
  const batch: QueuedFile[] = [];
  const send = async (): Promise<void> => {
    if (batch.length === 0) return;
    fresh += await queue.send(batch);
    sent(count += batch.length);
    batch.length = bytes = 0;
  };
  try {
    for await (const file of files) {
      const queued = await queuedFile(file, isInline);
      batch.push(queued);
      bytes += queued.bytes?.length ?? 0;
      if (batch.length >= queueLimits.sentAtOnce || bytes >= queueLimits.bytesAtOnce) await send();
    }
    await send();
    return { count, fresh };
  } finally {
    await queue.close();
  }
}
