// Loaded before the program: a fault of the kind that the harness is to find.
import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import { join } from "node:path";

const real = { ...fs };

/** @param {string} from @param {string} to */
function copy(from, to) {
  fs.mkdirSync(to);
  for (const entry of real.readdirSync(from, { withFileTypes: true }))
    if (entry.isDirectory()) copy(join(from, entry.name), join(to, entry.name));
    else fs.writeFileSync(join(to, entry.name), real.readFileSync(join(from, entry.name)));
}

if (process.env["PLANTED"] === "copies in place of renaming")
  fs.renameSync = (from, to) => {
    if (!String(to).endsWith("/site")) return real.renameSync(from, to);
    copy(from, to);
    real.rmSync(from, { recursive: true });
  };

if (process.env["PLANTED"] === "takes every lock")
  fs.renameSync = (from, to) => {
    if (String(to).endsWith("-lock")) real.rmSync(to, { recursive: true, force: true });
    return real.renameSync(from, to);
  };

if (process.env["PLANTED"] === "says that all is well")
  process.on("exit", () => {
    process.exitCode = 0;
  });

syncBuiltinESMExports();
