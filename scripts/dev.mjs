// `npm run dev`: compiles the program and runs it on the sample site, again at each save of src/ or templates/.
// What runs looks at content/ by itself: `npx scrutineer serve`, or `check --watch` where the program has no server.
import { spawn, spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { watch } from "chokidar";

/** Editors write a file in several steps, which follow each other faster than this; in milliseconds. */
const STILL_FOR = 100;

process.chdir(fileURLToPath(new URL("..", import.meta.url)));

let running;
let timer;
let last = Promise.resolve();

await startAgain();
const watcher = watch(["src", "templates", "compile.mjs", "package.json"], { ignoreInitial: true }).on("all", () => {
  clearTimeout(timer);
  timer = setTimeout(() => {
    last = last.then(startAgain);
  }, STILL_FOR);
});
watcher.once("ready", () => tell("watching src and templates; Ctrl-C ends it"));
for (const signal of ["SIGINT", "SIGTERM"])
  process.once(signal, async () => {
    clearTimeout(timer);
    await watcher.close();
    await last;
    await stop();
  });

/** The program is stopped first: it loads parts of itself while it runs, and these are about to be others. */
async function startAgain() {
  await stop();
  const { status } = spawnSync(process.execPath, ["compile.mjs", "--if-changed"], { stdio: "inherit" });
  if (status !== 0) return tell("it does not compile; save it again when that is fixed");
  const args = hasServer() ? ["serve", "content"] : ["check", "--watch", "content"];
  tell(`scrutineer ${args.join(" ")}`);
  running = spawn(process.execPath, ["lib/cli.js", ...args], { stdio: "inherit" });
}

function stop() {
  const child = running;
  running = undefined;
  if (child === undefined || child.exitCode !== null || child.signalCode !== null) return undefined;
  return new Promise((resolve) => {
    child.once("exit", resolve);
    child.kill("SIGTERM");
  });
}

function hasServer() {
  const { stdout } = spawnSync(process.execPath, ["lib/cli.js", "--help"], { encoding: "utf8" });
  return /^ {2}serve\b/m.test(stdout);
}

function tell(words) {
  process.stderr.write(`dev: ${words}\n`);
}
