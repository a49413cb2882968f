import { defineConfig } from "vitest/config";

const FAULTS = "tests/isolation.test.ts";

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "unit",
          globalSetup: "tests/compiled-program.ts",
          // Loading the program anew for each file of tests takes as long as most tests do.
          isolate: false,
          testTimeout: 30_000,
          include: ["tests/**/*.test.ts"],
          exclude: ["tests/browser/**", FAULTS],
        },
      },
      {
        test: {
          // Puts faults into the program's own modules, which no other test may have loaded, or load after it.
          name: "faults",
          globalSetup: "tests/compiled-program.ts",
          testTimeout: 60_000,
          include: [FAULTS],
        },
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
