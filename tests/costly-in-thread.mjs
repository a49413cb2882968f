// Loaded into the program before it runs, and into its threads: a text whose name tells to is as costly as one that nobody thought of.
import { isMainThread, parentPort } from "node:worker_threads";

if (!isMainThread && parentPort !== null) {
  const answer = parentPort.postMessage.bind(parentPort);
  parentPort.postMessage = (path) => {
    const held = [];
    while (/endless/.test(path));
    while (/boundless/.test(path)) held.push(new Array(100_000).fill(path.length));
    if (/ending/.test(path)) process.exit(1);
    if (/throwing/.test(path)) throw Object.assign(new Error("Marchbanks"), { code: "ERR_OF_SOME_KIND" });
    answer(path);
  };
}
