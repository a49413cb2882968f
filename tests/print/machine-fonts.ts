import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { FONTS } from "../../src/io/pdf-engine.ts";
import { temporaryFolder } from "../content-folders.ts";

const require = createRequire(import.meta.url);

/** The names of a family, and of a family of several weights (OpenType, name table). */
const FAMILY_NAMES = [1, 16];

/** A font with the letters of another, that says that it is of the family. */
function renamed(font: string, family: string): Uint8Array {
  const bytes = readFileSync(require.resolve(font));
  const tables = Array.from({ length: bytes.readUInt16BE(4) }, (_, index) => 12 + index * 16);
  const entry = tables.find((offset) => bytes.toString("latin1", offset, offset + 4) === "name");
  if (entry === undefined) throw new Error("the font has no names");
  const table = bytes.readUInt32BE(entry + 8);
  const strings = table + bytes.readUInt16BE(table + 4);
  for (let index = 0; index < bytes.readUInt16BE(table + 2); index++) {
    const record = table + 6 + index * 12;
    if (bytes.readUInt16BE(record) !== 3 || !FAMILY_NAMES.includes(bytes.readUInt16BE(record + 6))) continue;
    const name = Buffer.from(family, "utf16le").swap16();
    if (name.length > bytes.readUInt16BE(record + 8)) throw new Error("the name is longer than the font's own");
    bytes.writeUInt16BE(name.length, record + 8);
    name.copy(bytes, strings + bytes.readUInt16BE(record + 10));
  }
  return bytes;
}

/** Settings of a machine whose fonts of these families look like none that the program brings. */
export function machineWithFonts(...families: readonly string[]): Readonly<Record<string, string>> {
  const folder = temporaryFolder();
  const letters = FONTS.find((font) => font.includes("SourceCodePro_400Regular.ttf")) ?? "";
  for (const [index, family] of families.entries())
    writeFileSync(join(folder, `${index}.ttf`), renamed(letters, family));
  const settings = join(folder, "fonts.conf");
  writeFileSync(settings, `<?xml version="1.0"?><fontconfig><dir>${folder}</dir></fontconfig>`);
  return { FONTCONFIG_FILE: settings };
}
