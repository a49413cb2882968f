#!/usr/bin/env node
// An old Node reads this before it can be told that it is too old: it is written for Node 10, and the program is loaded after.
const needed = "NODE_NEEDED";
const here = process.versions.node;

// What has nothing to do with how the program was installed.
const ADVICE = {
  EMFILE: "too many files are open: raise the limit (ulimit -n), and run it again",
  ENFILE: "too many files are open on this computer: close other programs, and run it again",
  ENOMEM: "this computer has too little memory left: close other programs, and run it again",
  EACCES: "you have no permission to read its files: ask for it, or change who may read them",
  EPERM: "you have no permission to read its files: ask for it, or change who may read them",
  EIO: "the disk that it is on gives an error: it may be broken, or no longer connected",
  ESTALE: "the disk that it is on is no longer connected: connect it, and run it again",
};

function isOlder(one, other) {
  const parts = one.split(".").map(Number);
  const others = other.split(".").map(Number);
  return parts[0] < others[0] || (parts[0] === others[0] && parts[1] < others[1]);
}

function stop(why) {
  process.exitCode = 2;
  process.stderr.write(`error: ${why}\n`);
}

if (isOlder(here, needed)) stop(`scrutineer needs Node.js ${needed} or newer; this is ${here}`);
else {
  try {
    require("./io/load-program.js");
  } catch (error) {
    const code = error.code || error.name;
    stop(`scrutineer cannot be loaded (${code}): ${ADVICE[code] || "run npm install again"}`);
  }
}
