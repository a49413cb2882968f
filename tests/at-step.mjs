// Loaded before the program: at one of its steps on the disk, named by AT_STEP, the program is killed, waits, or gets an error; or it is
// killed once something has the name that ends so. What it does with its own files, as it is loaded, is no step, unless AT_STEP_OF says that
// these alone are.
import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import { fileURLToPath } from "node:url";

const [what, names, nth, more] = (process.env["AT_STEP"] ?? "").split(" ");
const isOfProgram = process.env["AT_STEP_OF"] === "program";
const PROGRAM = fileURLToPath(new URL("..", import.meta.url));
const OWN_FILE = /^(?:lib|templates|\.code-cache)(?:\/|$)/;
let left = Number(nth);

/** @param {string} name */
function wrap(name) {
  const real = fs[name];
  fs[name] = (...args) => {
    const path = args[0] instanceof URL ? fileURLToPath(args[0]) : String(args[0]);
    const isOwn = path.startsWith(PROGRAM) && OWN_FILE.test(path.slice(PROGRAM.length));
    if (isOwn !== isOfProgram) return real(...args);
    left -= 1;
    if (left === 0 && what !== "kill-after") act(name, args);
    const result = real(...args);
    if (what === "kill-after" && String(args[1]).endsWith(more)) process.kill(process.pid, "SIGKILL");
    return result;
  };
}

/** @param {string} name @param {unknown[]} args */
function act(name, [path]) {
  if (what === "kill") process.kill(process.pid, "SIGKILL");
  if (what === "fail") throw Object.assign(new Error(more), { code: more, syscall: name.replace("Sync", ""), path });
  // Whoever runs it knows by this file that it waits, and lets it go on by deleting it.
  fs.appendFileSync(more, "");
  while (fs.existsSync(more)) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
}

// Or it is left alone, and how many steps it took is written into a file.
if (what === "count") process.once("exit", () => fs.writeFileSync(more, String(Number(nth) - left)));

for (const name of names.split(",")) wrap(name);
syncBuiltinESMExports();
