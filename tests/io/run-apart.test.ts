import { spawnSync } from "node:child_process";
import { expect, it } from "vitest";
import { flagsOfEngine } from "../../src/io/run-apart.ts";

it("gives this Node no flag that it does not take", () => {
  const { status, stderr } = spawnSync(process.execPath, [...flagsOfEngine(process.versions.node), "-e", "0"]);
  expect({ status, stderr: String(stderr) }).toEqual({ status: 0, stderr: "" });
});

// Node 22.23 and 24.22 end with "bad option" at it.
it("gives a newer Node no flag that is gone from it", () => {
  expect(flagsOfEngine("20.19.0")).toContain("--interrupt-budget=600000");
  for (const version of ["22.12.0", "24.1.0", "26.0.0"])
    expect(flagsOfEngine(version)).toEqual(["--no-regexp-tier-up"]);
});
