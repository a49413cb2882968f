import { mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/** Asked once: a test beside may run the program with another TMPDIR in this very process. */
const TEMPORARY = tmpdir();

/** An empty folder that is gone after the tests, with the one in which it is. */
export function temporaryFolder(): string {
  return realpathSync(mkdtempSync(join(TEMPORARY, "scrutineer-test-")));
}

/** Writes files below a folder, by their paths there. */
export function writeFiles(folder: string, files: Readonly<Record<string, string | Uint8Array>>): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
}

/** Every file below a folder, by its path there, as text in which each byte is a character. */
export function filesIn(folder: string): Readonly<Record<string, string>> {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  return Object.fromEntries(
    paths.map((path) => [path.slice(folder.length + 1), readFileSync(path).toString("latin1")]),
  );
}
