// Loaded before the program: kills it after so many milliseconds, wherever it is, also in the middle of a step.
import { Worker } from "node:worker_threads";

const worker = new Worker(
  `setTimeout(() => process.kill(process.pid, "SIGKILL"), ${Number(process.env["KILLED_AFTER"])});`,
  { eval: true, execArgv: [], env: { ...process.env, NODE_OPTIONS: "" } },
);
worker.unref();
