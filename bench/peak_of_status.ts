/** The most memory that a process has had so far, in whole MiB.
 *
 * @param status the text of its `/proc/PID/status`
 *   (https://man7.org/linux/man-pages/man5/proc_pid_status.5.html)
 * @returns `undefined` where the text has no such line: the process has ended
 */
export function peakOfStatus(status: string): number | undefined {
  const found = /^VmHWM:\s*(\d+) kB$/m.exec(status);
  return found === null ? undefined : Math.ceil(Number(found[1]) / 1024);
}
