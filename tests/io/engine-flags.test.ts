import { spawnSync } from "node:child_process";
import { expect, it } from "vitest";
import { flagsOfEngine } from "../../src/io/engine-flags.ts";
import { EACH_PATTERN_AT_ONCE } from "../../src/io/run-apart.ts";

function run(...args: readonly string[]) {
  const { status, stderr } = spawnSync(process.execPath, args);
  return { status, stderr: String(stderr) };
}

const flags = flagsOfEngine(process.versions.node);

it("gives this Node no flag that it does not take", () => {
  expect(run(EACH_PATTERN_AT_ONCE, ...flags, "-e", "0")).toEqual({ status: 0, stderr: "" });
});

it("gives this Node no flag that it does not take while it runs", () => {
  const set = "for (const flag of process.argv.slice(1)) require('node:v8').setFlagsFromString(flag)";
  expect(run("-e", set, "--", ...flags)).toEqual({ status: 0, stderr: "" });
});

// Node 22.23 and 24.22 do not know the flag of Node 20.
it("gives another Node no flag that is gone from it", () => {
  expect(flagsOfEngine("20.19.0")).toEqual(["--interrupt-budget=600000"]);
  expect(flagsOfEngine("22.12.0")).toEqual(["--invocation-count-for-turbofan=30000"]);
  for (const version of ["21.0.0", "23.0.0", "24.1.0", "26.0.0"]) expect(flagsOfEngine(version)).toEqual([]);
});
