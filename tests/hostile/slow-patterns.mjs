// Prints as JSON the regular expressions of the program that take time with the square of a text, and the pieces of such texts.
// `--these` looks at other patterns in their place, a list as JSON; `--one-in 10` tries every tenth alone.
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "rolldown";
import { parseAst } from "rolldown/parseAst";

const SOURCE = new URL("../../src/", import.meta.url);
const COMPILED = new URL("../../lib/io/", import.meta.url);

/** Takes time with the square of a text's length: it reads the rest of a run from each of its characters. */
const SQUARE = { source: "a+$", flags: "" };

/** Sizes in characters: one that every piece is tried with, and one at which what has been seen is looked at again. */
const SMALL = 500;
const LARGE = 8_000;

/** Enough to part in a hundred million ways. */
const SHORT = 26;

/**
 * What tells whose references are gets 240 characters and no more (`references/sentence.ts`), and what finds shouted
 * words less.
 */
const BOUNDED = /report[\\/](?:references|abbreviations[\\/]all-caps)/;

/** Characters, one for each kind that patterns tell apart. */
const KINDS = [...' \n\u00a0aA0-.,:(’"['];

/** Patterns as they are tried; making one that is long takes longer than all that it is tried on. */
const tried = new WeakMap();

/** What repeats nothing reads no further from a place than its own length. */
const REPEATS = /[*+{]/;

/** What repeats no group has one way alone to part a text. */
const REPEATS_GROUP = /\)[*+{]/;

const [, , flag, value = ""] = process.argv;
const patterns = flag === "--these" ? JSON.parse(value) : await patternsOfProgram();
const every = flag === "--one-in" ? Number(value) : 1;
const slow = patterns.flatMap((pattern, index) => {
  if (index % every !== 0 || !REPEATS.test(pattern.source)) return [];
  const pieces = slowPieces(pattern);
  return pieces.length === 0 ? [] : [{ ...pattern, pieces }];
});
process.stdout.write(JSON.stringify({ looked: patterns.length, slow }));

async function patternsOfProgram() {
  const found = new Map();
  const add = (pattern) => {
    const key = `/${pattern.source}/${pattern.flags}`;
    if (!found.has(key)) found.set(key, pattern);
  };
  for (const file of readdirSync(SOURCE, { recursive: true, encoding: "utf8" })) {
    if (!file.endsWith(".ts")) continue;
    for (const { pattern, flags } of literalsIn(parseAst(readFileSync(new URL(file, SOURCE), "utf8"), { lang: "ts" })))
      add({ file, source: pattern, flags });
  }
  // Those that are made of parts are made when the program is loaded.
  const Usual = globalThis.RegExp;
  globalThis.RegExp = new Proxy(Usual, {
    construct: (target, args, made) => {
      const pattern = Reflect.construct(target, args, made);
      add({ file: "made of parts", source: pattern.source, flags: pattern.flags });
      return pattern;
    },
  });
  // Those of markings are made when they are needed.
  for (const { markings } of await markingLanguages()) for (const marking of markings) marking.pattern.test("");
  // The program itself would run, and what runs beside it would end this.
  for (const file of readdirSync(COMPILED))
    if (!/^(?:program|load-program|parent-watch|.*-worker)\.js$/.test(file)) await import(new URL(file, COMPILED).href);
  globalThis.RegExp = Usual;
  return [...found.values()];
}

async function markingLanguages() {
  const { output } = await build({
    input: fileURLToPath(new URL("report/markings/languages.ts", SOURCE)),
    write: false,
  });
  const { LANGUAGES } = await import(`data:text/javascript,${encodeURIComponent(output[0].code)}`);
  return LANGUAGES;
}

function literalsIn(node) {
  if (Array.isArray(node)) return node.flatMap(literalsIn);
  if (typeof node !== "object" || node === null) return [];
  return node.regex ? [node.regex] : Object.values(node).flatMap(literalsIn);
}

/** Words and signs of which the pattern is made, characters of every kind, and two of these in both orders. */
function piecesAgainst({ source }) {
  const plain = source
    .replace(/\\u[0-9a-f]{4}|\\u\{[^}]*\}|\\[pP]\{[^}]*\}|\\[bBdDsSwW]|\\k<[^>]*>/gi, "\uFFFD")
    .replace(/\\([^\p{L}])/gu, "$1");
  const words = [...new Set(plain.match(/[\p{L}’']+(?: [\p{L}’']+)*|[^\p{L}\uFFFD]/gu) ?? [])].slice(0, 30);
  const pairs = KINDS.flatMap((one) => KINDS.filter((other) => other !== one).map((other) => one + other));
  const inText = words.slice(0, 10).flatMap((word) => [` ${word}`, ` ${word} A`, ` ${word} a`, `${word}, `]);
  return new Set([...KINDS, ...words, ...inText, ...pairs]);
}

/** A pattern for one place may be tried at each. */
function triedEverywhere(pattern) {
  const known = tried.get(pattern);
  if (known !== undefined) return known;
  const made = new RegExp(pattern.source, `${pattern.flags.replace(/[gy]/g, "")}g`);
  tried.set(pattern, made);
  return made;
}

/**
 * The shortest time of some runs over a text of a piece that is repeated. One run is a first look, by the clock, which is sooner read; what
 * seems slow by it is measured by the time of the processor, in which nothing else that the machine does counts.
 */
function timeOf(written, piece, size, runs) {
  const text = `${piece.repeat(Math.ceil(size / piece.length))}\u0001`;
  const pattern = triedEverywhere(written);
  let least = Number.POSITIVE_INFINITY;
  for (let run = 0; run < runs; run++) {
    const clock = runs === 1 ? () => performance.now() : processorTime;
    const before = clock();
    text.replace(pattern, "");
    least = Math.min(least, clock() - before);
  }
  return least;
}

function processorTime() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** Whether it takes a good part of what a pattern takes whose time grows with the square, on the same machine and at the same time. */
function isSlow(pattern, piece, size) {
  return timeOf(pattern, piece, size, 3) > timeOf(SQUARE, "a", size, 3) / 4;
}

function slowPieces(pattern) {
  const bound = timeOf(SQUARE, "a", SMALL, 3) / 4;
  const found = REPEATS_GROUP.test(pattern.source) ? piecesThatExplode(pattern) : [];
  // A longer text would never end.
  if (found.length > 0) return found;
  if (BOUNDED.test(pattern.file) || pattern.file === "made of parts") return [];
  for (const piece of piecesAgainst(pattern)) {
    if (timeOf(pattern, piece, SMALL, 1) > bound && isSlow(pattern, piece, SMALL) && isSlow(pattern, piece, LARGE))
      found.push(piece);
    if (found.length > 2) break;
  }
  return found;
}

/** Pieces against which it tries all ways to part a text, each after a word that it may ask for. */
function piecesThatExplode(pattern) {
  const bound = timeOf(SQUARE, "a", SMALL, 3);
  const pieces = [...piecesAgainst(pattern)];
  const words = pieces.filter((piece) => /^\p{L}{2,}$/u.test(piece)).slice(0, 12);
  const texts = ["", ...words.map((word) => `${word} `)].flatMap((before) =>
    pieces.map((piece) => before + piece.repeat(Math.ceil(SHORT / piece.length))),
  );
  // Of so many short looks one or the other is long because of what else the processor does.
  const explodes = texts.find((text) => [1, 2, 2, 2].every((runs) => timeOf(pattern, text, 1, runs) > bound));
  return explodes === undefined ? [] : [explodes];
}
