import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import type { CompileDocArgs, NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import { z } from "zod";
import { patchListNumbering } from "./list-numbering.ts";
import { addressOfProgramFile } from "./program-files.ts";
import { programVersion } from "./program-version.ts";
import { PublishError } from "./publish-error.ts";
import { formatSystemError } from "./system-errors.ts";

const require = createRequire(import.meta.url);

const FONT_PACKAGES = {
  "@expo-google-fonts/source-sans-3": "SourceSans3",
  "@expo-google-fonts/source-code-pro": "SourceCodePro",
} as const;
const WEIGHTS = [
  "200ExtraLight",
  "300Light",
  "400Regular",
  "500Medium",
  "600SemiBold",
  "700Bold",
  "800ExtraBold",
  "900Black",
];

/**
 * The fonts of PDFs, under the Open Font License. The engine knows those of the machine, too, and would take from there
 * a weight that it lacks here: it gets every weight, so that a PDF is the same on every machine.
 */
export const FONTS = Object.entries(FONT_PACKAGES).flatMap(([owner, name]) =>
  WEIGHTS.flatMap((weight) =>
    ["", "_Italic"].map((slant) => `${owner}/${weight}${slant}/${name}_${weight}${slant}.ttf`),
  ),
);

/** A document as the engine takes it: data, and the bytes of the pictures that it names. */
export interface PdfInput {
  readonly template: string;
  readonly document: string;
  readonly images: ReadonlyMap<string, Uint8Array>;
  /** PDFs whose pages are laid on sheets of the document, by the names that it calls them. */
  readonly annexes: ReadonlyMap<string, Uint8Array>;
  /** The number of the first page. */
  readonly firstPage: number;
}

export interface Pdf {
  readonly bytes: Uint8Array;
  readonly pages: number;
  /** The names of annexes that could not be laid in; the document says so of each. */
  readonly notLaidIn: readonly string[];
}

/**
 * Whether a document takes so much memory, some 2 MB for a page, that it is made alone: from about a hundred pages on.
 */
export function isLarge(document: string): boolean {
  return document.length > 400_000;
}

/** Makes a PDF/UA-1 file. Throws where the engine refuses the document. */
export type PdfEngine = (input: PdfInput) => Promise<Pdf>;

/** Where the templates lie in the engine's own file system, which holds nothing else. */
const ROOT = "/pdf";

/**
 * Starts the engine, which is Typst. Throws `PublishError` where its binary for this machine is not installed.
 */
export function startPdfEngine(): PdfEngine {
  const compiler = createCompiler();
  for (const [name, source] of readPdfTemplates()) compiler.addSource(`${ROOT}/${name}`, source);
  return async ({ template, document, images, annexes, firstPage }) => {
    const setAndLayIn = async (text: string, notLaidIn: readonly string[]): Promise<Pdf> => {
      compiler.mapShadow(`${ROOT}/document.json`, Buffer.from(text));
      const compilation = { mainFilePath: `${ROOT}/${template}.typ`, inputs: { "first-page": String(firstPage) } };
      const pages = findPlaces(compiler, compilation, isLarge(document));
      const made = compiler.pdf(compilation, { pdfStandard: "ua-1" });
      patchListNumbering(made);
      const bytes = new Uint8Array(made);
      const wanted = new Map([...annexes].filter(([name]) => !notLaidIn.includes(name)));
      if (wanted.size === 0) return { bytes, pages, notLaidIn };
      const { layInAnnexes } = await import("./lay-in-annexes.ts");
      const sheets: unknown = compiler.query(compilation, { selector: "<reserved>", field: "value" });
      const laidIn = await layInAnnexes(bytes, sheets, wanted);
      if (laidIn.failed.length === 0) return { bytes: laidIn.bytes, pages, notLaidIn };
      const { withoutAnnexes } = await import("../print/print-pack.ts");
      return setAndLayIn(withoutAnnexes(text, laidIn.failed), [...notLaidIn, ...laidIn.failed]);
    };
    for (const [name, bytes] of images)
      compiler.mapShadow(`${ROOT}/${name}`, name.endsWith(".svg") ? inTextFont(bytes) : Buffer.from(bytes));
    try {
      return await setAndLayIn(document, []);
    } catch (error) {
      throw new Error(reasonOf(error));
    } finally {
      for (const name of [...images.keys(), "document.json"]) compiler.unmapShadow(`${ROOT}/${name}`);
      compiler.evictCache(CACHE_AGE);
    }
  };
}

/**
 * Sets a document until the places that its links lead to lie where they were found before, and gives the number of its
 * pages. The engine is never asked for a document by itself: it would be held until the garbage of this thread is
 * collected.
 */
function findPlaces(compiler: NodeCompiler, compilation: CompileDocArgs, forgets: boolean): number {
  let known = JSON.stringify({ places: {}, pages: 1 });
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    compiler.mapShadow(PLACES, Buffer.from(known));
    const found = foundPlaces.parse(compiler.query(compilation, { selector: "<found>", field: "value" }));
    const now = JSON.stringify(found[0]);
    if (now === known) return found[0].pages;
    known = now;
    if (forgets) compiler.evictCache(0);
  }
  throw new Error("the places that links lead to differ each time that it is set");
}

const foundPlaces = z.tuple([z.looseObject({ pages: z.number() })]);

/**
 * A drawing whose words are in the font of the text, whichever it names: the engine would take the machine's, and where
 * that has none of the name, the font of the text all the same. The last of several rules that are important holds.
 */
function inTextFont(drawing: Uint8Array): Buffer {
  const text = new TextDecoder().decode(drawing);
  const end = text.lastIndexOf("</");
  if (end === -1) return Buffer.from(drawing);
  return Buffer.from(`${text.slice(0, end)}${TEXT_FONT_STYLE}${text.slice(end)}`);
}

const TEXT_FONT_STYLE = `<style xmlns="http://www.w3.org/2000/svg">*{font-family:"Source Sans 3" !important}</style>`;

const PLACES = `${ROOT}/places.json`;
const MOST_ROUNDS = 5;

/** How many documents long the engine keeps what it worked out for one, in case that another is alike. */
const CACHE_AGE = 1;

function createCompiler(): NodeCompiler {
  const engine = requirePdfEngine();
  const fontBlobs = FONTS.map((font) => readFileSync(require.resolve(font)));
  return engine.NodeCompiler.create({ workspace: ROOT, fontArgs: [{ fontBlobs }] });
}

/** Loads the engine. Throws `PublishError` where its binary for this machine is not installed. */
export function requirePdfEngine(): typeof import("@myriaddreamin/typst-ts-node-compiler") {
  try {
    return require("@myriaddreamin/typst-ts-node-compiler");
  } catch (error) {
    if (formatSystemError(error) !== undefined) throw error;
    throw new PublishError(
      `the PDF engine is not installed for this machine (${process.platform}, ${process.arch}): run npm install again without --omit=optional, or build with --no-pdf, which makes the site without PDFs`,
    );
  }
}

/**
 * The first of the engine's reasons: what it says of a document is in a code, as "0: reason", and of a PDF among much
 * else.
 */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const [, ofPdf] = /message: ("(?:[^"\\]|\\.)*")/.exec(error.message) ?? [];
  if (ofPdf !== undefined) return String(JSON.parse(ofPdf));
  const [, ofDocument] = /^0: (.*)/.exec("code" in error ? String(error.code) : "") ?? [];
  return ofDocument ?? (error.message || "the engine gives no reason");
}

/** The templates of PDFs that come with the program, by their names. */
function readPdfTemplates(): ReadonlyMap<string, string> {
  const folder = addressOfProgramFile("templates/pdf/");
  const names = readdirSync(folder).filter((name) => name.endsWith(".typ"));
  return new Map(names.sort().map((name) => [name, readFileSync(fileURLToPath(new URL(name, folder)), "utf8")]));
}

/**
 * What the bytes of every PDF depend on beside the document: templates, fonts, and the versions of the engine and of
 * this program.
 */
export function pdfEngineVersion(): string {
  const hash = createHash("sha256");
  for (const [name, source] of readPdfTemplates()) hash.update(`${name}\0${source}\0`);
  for (const owner of ["@myriaddreamin/typst-ts-node-compiler", ...Object.keys(FONT_PACKAGES)])
    hash.update(readFileSync(require.resolve(`${owner}/package.json`)));
  hash.update(programVersion());
  return hash.digest("hex");
}
