import { zlibSync } from "fflate";
import { fromLatin1, latin1 } from "../../src/attachments/byte-sequences.ts";

/** Numbers of objects and what they hold. */
export type Objects = Readonly<Record<number, string>>;

/** A catalog, a tree of one page, and that page; `more` is added to each, and further objects from 4 on. */
export function onePage({
  catalog = "",
  page = "",
  more = {},
}: {
  catalog?: string;
  page?: string;
  more?: Objects;
} = {}) {
  return {
    1: `<</Type/Catalog/Pages 2 0 R${catalog}>>`,
    2: "<</Type/Pages/Kids[3 0 R]/Count 1>>",
    3: `<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]${page}>>`,
    ...more,
  } satisfies Objects;
}

/** A stream of these characters. */
export function stream(data: string, entries = ""): string {
  return `<</Length ${data.length}${entries}>>\nstream\n${data}\nendstream`;
}

/** A stream of objects, and the cross-reference stream of all, which is object `number + 1`. */
export function withObjectStream(packed: Objects, number: number, { isCompressed = true } = {}): string {
  const numbers = Object.keys(packed).map(Number);
  const offsets: string[] = [];
  let body = "";
  for (const each of numbers) {
    offsets.push(`${each} ${body.length}`);
    body += `${packed[each]} `;
  }
  const header = `${offsets.join(" ")} `;
  const text = header + body;
  const data = isCompressed ? latin1(zlibSync(fromLatin1(text))) : text;
  const filter = isCompressed ? "/Filter/FlateDecode" : "";
  const head = "%PDF-1.7\n";
  const packedObject = `${number} 0 obj\n${stream(data, `/Type/ObjStm/N ${numbers.length}/First ${header.length}${filter}`)}\nendobj\n`;
  const start = head.length + packedObject.length;
  const rows = Array.from({ length: number + 2 }, (_, each) => {
    const index = numbers.indexOf(each);
    if (index !== -1) return [2, number, index] as const;
    if (each === number) return [1, head.length, 0] as const;
    return each === number + 1 ? ([1, start, 0] as const) : ([0, 0, 0] as const);
  });
  const table = rows
    .map(([type, second, third]) => String.fromCharCode(type, second >> 8, second & 255, third))
    .join("");
  const entries = `/Type/XRef/Size ${number + 2}/W[1 2 1]/Root 1 0 R`;
  return `${head}${packedObject}${number + 1} 0 obj\n${stream(table, entries)}\nendobj\nstartxref\n${start}\n%%EOF\n`;
}

/** A PDF of these objects with a cross-reference table. */
export function pdf(objects: Objects, trailer = ""): string {
  return append("%PDF-1.4\n%\xe2\xe3\xcf\xd3\n", objects, `/Root 1 0 R${trailer}`);
}

/** A further revision of a PDF: objects of its own, those that it frees, and a table of both. */
export function revision(earlier: string, objects: Objects, freed: readonly number[] = [], trailer = ""): string {
  const previous = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(earlier)?.[1];
  return append(earlier, objects, `/Root 1 0 R/Prev ${previous}${trailer}`, freed);
}

function append(earlier: string, objects: Objects, trailer: string, freed: readonly number[] = []): string {
  let text = earlier;
  const rows: string[] =
    earlier.startsWith("%PDF-1.4\n%") && !earlier.includes("xref") ? ["0 1\n0000000000 65535 f \n"] : [];
  for (const [number, value] of Object.entries(objects)) {
    rows.push(`${number} 1\n${String(text.length).padStart(10, "0")} 00000 n \n`);
    text += `${number} 0 obj\n${value}\nendobj\n`;
  }
  for (const number of freed) rows.push(`${number} 1\n0000000000 00001 f \n`);
  return `${text}xref\n${rows.join("") || "0 0\n"}trailer\n<<${trailer}>>\nstartxref\n${text.length}\n%%EOF\n`;
}
