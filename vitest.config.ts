import { readFileSync } from "node:fs";
import { globSync } from "tinyglobby";
import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** It puts faults into the program's own modules, which no other test may have loaded, or load after it. */
const FAULTS = "tests/isolation.test.ts";
const TEMPORARY = "tests/temporary-place.ts";
// A bound against what never ends, and no measure: a busy machine takes many times what a quiet one does.
const shared = { globalSetup: [TEMPORARY, "tests/compiled-program.ts"], testTimeout: 600_000, hookTimeout: 600_000 };
// Loading the program anew for each file of tests takes as long as most tests do.
const unit = { ...shared, isolate: false };

const quick = [
  { test: { ...unit, name: "unit", include: ["tests/**/*.test.ts"], exclude: ["tests/browser/**", FAULTS] } },
  { test: { ...shared, name: "faults", include: [FAULTS] } },
  {
    test: {
      name: "browser",
      include: ["tests/browser/**/*.test.ts"],
      globalSetup: TEMPORARY,
      testTimeout: 60_000,
      hookTimeout: 60_000,
      fileParallelism: false,
    },
  },
];

/** These take minutes in the thorough lane: one that is begun last runs alone at its end. */
const LONGEST =
  /(?:io\/kept-builds|faults\/publishing|withheld\/(?:non-interference|canaries)|hostile\/hostile|reference-phrases\/properties)\.test/;

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isLong = ({ moduleId }: TestSpecification): boolean => LONGEST.test(moduleId);
    const sorted = await super.sort(files);
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
  }
}

export default defineConfig(({ mode }) => ({
  test: {
    maxWorkers: "100%",
    // To read and compile all sources anew takes the time of a whole file of tests.
    experimental: { fsModuleCache: true },
    sequence: { sequencer: LongestFirst },
    // Only `--mode thorough` has this project, so that a file of tests that is named runs once, and quickly.
    projects: mode === "thorough" ? thorough() : quick,
  },
}));

/**
 * The files whose properties and tables are longer in this lane, or that run the compiled program in it. Other tests of single commands are
 * whole in the quick lane, from the sources; that the compiled program does the same is seen in those of the command line and the editions.
 */
function thorough() {
  const include = globSync("tests/**/*.test.ts").filter((file) => {
    const text = readFileSync(file, "utf8");
    const runsProgram = /from "[./]+\/compiled-cli\.ts"/.test(text) && !file.startsWith("tests/commands/");
    return file !== FAULTS && (runsProgram || /from "[./]+\/lane\.ts"/.test(text));
  });
  const lane = { testTimeout: 3_600_000, env: { SCRUTINEER_LANE: "thorough" } };
  return [
    { test: { ...unit, ...lane, name: "thorough", include } },
    { test: { ...shared, ...lane, name: "faults", include: [FAULTS] } },
  ];
}
