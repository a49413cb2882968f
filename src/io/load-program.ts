import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { cachedDataVersionTag, setFlagsFromString } from "node:v8";
import { Script } from "node:vm";
import { flagsOfEngine } from "./engine-flags.ts";

/*
 * V8 takes as long to read the program as to check a report with it. So what it made of each file is kept beside the
 * program once that has run, where its folder can be written to, and read the next time (`cachedData` of `vm.Script`).
 * One V8 and its flags alone can read that, so it cannot be in the package.
 */

const itself = fileURLToPath(import.meta.url);
const folder = dirname(itself);

/** What is kept is of the flags that hold when it is made, so they are set before all else. */
function setFlags(): void {
  // V8 lets the heap grow to some four times what was alive when it last looked, where a machine has much memory; twice
  // is enough, and a runner has little.
  setFlagsFromString("--heap-growing-percent=100");
  for (const flag of flagsOfEngine(process.versions.node)) setFlagsFromString(flag);
}

setFlags();
const engine = `${process.versions.node}-${process.arch}-${cachedDataVersionTag()}`;

interface Module {
  exports: object;
}

/** A file of the program, as V8 runs it. */
type Program = (module: Module, exports: object, require: (id: string) => unknown, file: string) => void;

const DIGEST_BYTES = 32;
const CACHE = join(folder, "../../.code-cache");
/** What tells those of one version of this file, and so of its flags, from others, which are deleted. */
const version = createHash("sha256").update(readFileSync(itself)).digest("hex").slice(0, 16);

const modules = new Map<string, Module>();
const toKeep: { readonly file: string; readonly text: Buffer; readonly script: Script }[] = [];

/** Does of a file of the program what `require` does. */
function load(file: string): object {
  const known = modules.get(file);
  if (known !== undefined) return known.exports;
  const module: Module = { exports: {} };
  modules.set(file, module);
  const text = readFileSync(file);
  const cachedData = keptOf(file, text);
  const script = new Script(`(function (module, exports, require, __filename) {${text}\n})`, {
    filename: file,
    ...(cachedData === undefined ? {} : { cachedData }),
  });
  if (script.cachedDataRejected !== false) toKeep.push({ file, text, script });
  const program: Program = script.runInThisContext();
  const requireElsewhere = createRequire(file);
  const require = (id: string): unknown =>
    id.startsWith(".") ? load(resolve(dirname(file), id)) : requireElsewhere(id);
  program(module, module.exports, require, file);
  return module.exports;
}

/** What V8 made of a file when it ran before. V8 asks neither whether it is whole, nor whether it is of this text. */
function keptOf(file: string, text: Buffer): Buffer | undefined {
  try {
    const kept = readFileSync(placeOf(file));
    const made = kept.subarray(DIGEST_BYTES);
    return digestOf(text, made).equals(kept.subarray(0, DIGEST_BYTES)) ? made : undefined;
  } catch {
    return undefined;
  }
}

function keep(): void {
  // Another version may have been installed in its place, or none.
  if (toKeep.length === 0 || !existsSync(itself)) return;
  // A build may have set others.
  setFlags();
  try {
    mkdirSync(dirname(placeOf("program.js")), { recursive: true });
    for (const { file, text, script } of toKeep) {
      const made = script.createCachedData();
      writeFileSync(placeOf(file), Buffer.concat([digestOf(text, made), made]));
    }
    for (const name of readdirSync(CACHE))
      if (name !== version) rmSync(join(CACHE, name), { recursive: true, force: true });
  } catch {
    // The folder cannot be written to, or the disk is full: the next run reads the program as this one did.
  }
}

function placeOf(file: string): string {
  return join(CACHE, version, engine, basename(file));
}

function digestOf(text: Buffer, made: Buffer): Buffer {
  return createHash("sha256").update(text).update(made).digest();
}

process.once("exit", keep);
load(join(folder, "program.js"));
