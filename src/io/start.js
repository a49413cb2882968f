#!/usr/bin/env node
// An old Node reads this before it can be told that it is too old: it is written for Node 10, and the program is loaded after.
const needed = "NODE_NEEDED";
const here = process.versions.node;

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
else
  import("./io/program.js").catch((error) =>
    stop(`scrutineer cannot be loaded (${error.code || error.name}): run npm install again`),
  );
