import { readFileSync } from "node:fs";
import { globSync } from "tinyglobby";
import { defineConfig } from "vitest/config";

/** It puts faults into the program's own modules, which no other test may have loaded, or load after it. */
const FAULTS = "tests/isolation.test.ts";
const shared = { globalSetup: "tests/compiled-program.ts", testTimeout: 30_000 };
// Loading the program anew for each file of tests takes as long as most tests do.
const unit = { ...shared, isolate: false };

export default defineConfig({
  test: {
    projects: [
      { test: { ...unit, name: "unit", include: ["tests/**/*.test.ts"], exclude: ["tests/browser/**", FAULTS] } },
      { test: { ...shared, name: "faults", include: [FAULTS], testTimeout: 60_000 } },
      {
        // The files whose properties and tables are longer in this lane; all others are in the quick one as a whole.
        test: { ...unit, name: "thorough", include: filesWithLanes(), env: { SCRUTINEER_LANE: "thorough" } },
      },
      {
        test: {
          name: "browser",
          include: ["tests/browser/**/*.test.ts"],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          fileParallelism: false,
        },
      },
    ],
  },
});

function filesWithLanes(): string[] {
  return globSync("tests/**/*.test.ts").filter((file) => /from "[./]+\/lane\.ts"/.test(readFileSync(file, "utf8")));
}
