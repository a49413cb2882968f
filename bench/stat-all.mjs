#!/usr/bin/env node
/** Asks the system about each file below the content, the output and what is kept: the least that any look at them costs. */
import { readdirSync, statSync } from "node:fs";
import path from "node:path";

for (const name of ["content", "dist"]) {
  const entries = readdirSync(path.join(process.argv[2], name), { recursive: true, withFileTypes: true });
  for (const entry of entries) if (entry.isFile()) statSync(path.join(entry.parentPath, entry.name));
}
