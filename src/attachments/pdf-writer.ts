import { zlibSync } from "fflate";
import { concatenate, fromLatin1 } from "./byte-sequences.ts";
import { damagedPdf, type PdfDictionary, type PdfReference, type PdfValue } from "./pdf-syntax.ts";

/** A stream that is to be written, with its data as the filters of the dictionary have them. */
export interface NewStream {
  readonly kind: "new stream";
  readonly dictionary: PdfDictionary;
  readonly data: Uint8Array;
}

/** A PDF that is being written. */
export interface PdfWriter {
  /** An object whose value is given later with `fill`. */
  readonly reserve: () => PdfReference;
  readonly fill: (reference: PdfReference, value: PdfValue | NewStream) => void;
  readonly add: (value: PdfValue | NewStream) => PdfReference;
  /** The whole file, of the same bytes each time. */
  readonly finish: (catalog: PdfReference, info: PdfReference | undefined) => Uint8Array;
}

/** Objects that are no streams are packed into object streams of so many. */
const PACKED = 200;

/** Begins a PDF 1.7 (ISO 32000-1), which will hold what is given to it and nothing else. */
export function writePdf(): PdfWriter {
  const objects: (PdfValue | NewStream)[] = [null];
  const reserve = (): PdfReference => ({ kind: "reference", number: objects.push(null) - 1, generation: 0 });
  const fill = (reference: PdfReference, value: PdfValue | NewStream): void => {
    objects[reference.number] = value;
  };
  const add = (value: PdfValue | NewStream): PdfReference => {
    const reference = reserve();
    fill(reference, value);
    return reference;
  };
  const finish = (catalog: PdfReference, info: PdfReference | undefined): Uint8Array => {
    const parts = [fromLatin1("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")];
    let length = parts[0]?.length ?? 0;
    const rows: (readonly [type: number, second: number, third: number])[] = [[0, 0, 0]];
    const put = (number: number, { dictionary, data }: Omit<NewStream, "kind">): void => {
      rows[number] = [1, length, 0];
      const entries = new Map([...dictionary, ["Length", data.length]]);
      const head = fromLatin1(`${number} 0 obj\n${written(entries)}\nstream\n`);
      const tail = fromLatin1("\nendstream\nendobj\n");
      parts.push(head, data, tail);
      length += head.length + data.length + tail.length;
    };
    let packed: string[] = [];
    let numbers: number[] = [];
    let next = objects.length;
    const flush = (): void => {
      if (numbers.length === 0) return;
      let offset = 0;
      const header = numbers.map((number, index) => {
        rows[number] = [2, next, index];
        const place = `${number} ${offset} `;
        offset += (packed[index] ?? "").length + 1;
        return place;
      });
      const first = header.join("");
      put(
        next++,
        deflated(fromLatin1(`${first}${packed.join("\n")}`), {
          Type: "ObjStm",
          N: numbers.length,
          First: first.length,
        }),
      );
      [packed, numbers] = [[], []];
    };
    for (const [number, value] of objects.entries()) {
      if (number === 0) continue;
      if (isNewStream(value)) put(number, value);
      else {
        packed.push(written(value));
        if (numbers.push(number) === PACKED) flush();
      }
    }
    flush();
    const start = length;
    rows[next] = [1, start, 0];
    const widths = [1, 4, 2];
    const table = new Uint8Array(rows.length * 7);
    const view = new DataView(table.buffer);
    for (const [index, [type, second, third]] of rows.entries()) {
      view.setUint8(index * 7, type);
      view.setUint32(index * 7 + 1, second);
      view.setUint16(index * 7 + 5, third);
    }
    const section = deflated(table, { Type: "XRef", Size: rows.length });
    const entries: [string, PdfValue][] = [
      ["W", widths],
      ["Root", catalog],
    ];
    if (info !== undefined) entries.push(["Info", info]);
    put(next, { dictionary: new Map([...section.dictionary, ...entries]), data: section.data });
    parts.push(fromLatin1(`startxref\n${start}\n%%EOF\n`));
    return concatenate(parts);
  };
  return { reserve, fill, add, finish };
}

/** A stream whose data are compressed, the same bytes on every machine. */
function deflated(data: Uint8Array, entries: Readonly<Record<string, string | number>> = {}): NewStream {
  const values = Object.entries(entries).map(([key, value]): [string, PdfValue] => [
    key,
    typeof value === "number" ? value : pdfName(value),
  ]);
  return {
    kind: "new stream",
    dictionary: new Map([...values, ["Filter", pdfName("FlateDecode")]]),
    data: zlibSync(data),
  };
}

/** A name as a value of a PDF. */
export function pdfName(name: string): PdfValue {
  return { kind: "name", name };
}

function isNewStream(value: PdfValue | NewStream | undefined): value is NewStream {
  return typeof value === "object" && value !== null && "kind" in value && value.kind === "new stream";
}

function written(value: PdfValue): string {
  if (value === null) return "null";
  if (typeof value === "boolean") return String(value);
  if (typeof value === "number") return writtenNumber(value);
  if (Array.isArray(value)) return `[${value.map(written).join(" ")}]`;
  if (value instanceof Map)
    return `<<${[...value].map(([key, each]) => `${writtenName(key)} ${written(each)}`).join("")}>>`;
  if (!("kind" in value)) throw damagedPdf();
  if (value.kind === "name") return writtenName(value.name);
  if (value.kind === "reference") return `${value.number} ${value.generation} R`;
  if (value.kind === "string") return writtenString(value.text);
  throw damagedPdf();
}

function writtenNumber(value: number): string {
  const text = String(value);
  if (!text.includes("e")) return text;
  if (Math.abs(value) > 1) throw damagedPdf();
  return value.toFixed(12).replace(/(?:\.|(?<![.0]))0+$/, "");
}

function writtenName(name: string): string {
  const spelt = name.replace(
    /[^!"$&'*-.0-;=?-Z\\^-z|~]/g,
    (character) => `#${character.charCodeAt(0).toString(16).padStart(2, "0")}`,
  );
  return `/${spelt}`;
}

function writtenString(text: string): string {
  return `(${text.replace(/[\\()]/g, "\\$&").replace(/\r/g, "\\r")})`;
}
