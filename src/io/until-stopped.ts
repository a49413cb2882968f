/** Comes back when the process is told to end, as by Ctrl-C. */
export function untilStopped(): Promise<void> {
  return new Promise((end) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => end());
  });
}
