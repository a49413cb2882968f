import { workerData } from "node:worker_threads";

/**
 * A thread that ends its process soon after the one that started it: while that process computes, it hears of nothing,
 * and where the other was killed there is nobody to end it. Windows goes on naming a parent that is gone, and such a
 * process ends after its document.
 */
setInterval(() => {
  if (process.ppid !== workerData) process.kill(process.pid, "SIGKILL");
}, 500);
