import { textHashOf } from "../model/file-digests.ts";
import type { Attachment } from "../model/report.ts";
import { cleanExcel } from "./excel.ts";
import type { Clean } from "./format.ts";
import { cleanGif } from "./gif.ts";
import { cleanJpeg } from "./jpeg.ts";
import { cleanOpenDocumentSpreadsheet, cleanOpenDocumentText } from "./open-document.ts";
import { cleanPdf } from "./pdf.ts";
import { cleanPlainText } from "./plain-text.ts";
import { cleanPng } from "./png.ts";
import { cleanPowerPoint } from "./powerpoint.ts";
import { RefusedFile } from "./refused-file.ts";
import { cleanSvg } from "./svg.ts";
import { cleanWebp } from "./webp.ts";
import { cleanWord } from "./word.ts";

interface Format {
  /** The format's name as a reader knows it. */
  readonly name: string;
  readonly clean: Clean;
}

const refuseOldOffice: Clean = () => {
  throw new RefusedFile(
    "comments, tracked changes, hidden sheets and the names of authors can be in files of this kind, which cannot be checked",
    "print it to a new PDF, or save the figures as CSV, and attach that",
  );
};

const FORMATS: ReadonlyMap<string, Format> = new Map(
  Object.entries({
    pdf: { name: "PDF", clean: cleanPdf },
    csv: { name: "CSV", clean: cleanPlainText },
    txt: { name: "text", clean: cleanPlainText },
    png: { name: "PNG", clean: cleanPng },
    jpg: { name: "JPEG", clean: cleanJpeg },
    jpeg: { name: "JPEG", clean: cleanJpeg },
    gif: { name: "GIF", clean: cleanGif },
    webp: { name: "WebP", clean: cleanWebp },
    svg: { name: "SVG", clean: cleanSvg },
    docx: { name: "Word", clean: cleanWord },
    xlsx: { name: "Excel", clean: cleanExcel },
    pptx: { name: "PowerPoint", clean: cleanPowerPoint },
    odt: { name: "OpenDocument text", clean: cleanOpenDocumentText },
    ods: { name: "OpenDocument spreadsheet", clean: cleanOpenDocumentSpreadsheet },
    doc: { name: "Word", clean: refuseOldOffice },
    docm: { name: "Word", clean: refuseOldOffice },
    rtf: { name: "RTF", clean: refuseOldOffice },
    xls: { name: "Excel", clean: refuseOldOffice },
    xlsm: { name: "Excel", clean: refuseOldOffice },
    xlsb: { name: "Excel", clean: refuseOldOffice },
    ppt: { name: "PowerPoint", clean: refuseOldOffice },
    pptm: { name: "PowerPoint", clean: refuseOldOffice },
    odp: { name: "OpenDocument presentation", clean: refuseOldOffice },
  }),
);

const OTHER: Format = {
  name: "file",
  clean: () => {
    throw new RefusedFile(
      "files of this kind are not published; PDF, CSV, PNG, JPEG, SVG and office files are",
      "print it to a PDF, or save the figures as CSV, and attach that",
    );
  },
};

/**
 * Learns what readers are told about a file, and whether it may be published at all, from its name, its bytes and their
 * hash (SHA-256, in hexadecimal digits). It never throws.
 */
export function inspectAttachment(path: string, bytes: Uint8Array, hash: string): Attachment {
  const { name, clean } = formatOf(path);
  const known = { path, format: name, hash, textHash: textHashOf(bytes) };
  try {
    const cleaned = cleanOrRefuse(clean, bytes);
    const unseenWords = cleaned.unseenWords?.() ?? [];
    const doubts = unseenWords.length === 0 ? {} : { unseenWords };
    return { ...known, bytes: cleaned.bytes.length, ...cleaned.facts, ...doubts };
  } catch (error) {
    if (!(error instanceof RefusedFile)) throw error;
    return { ...known, bytes: bytes.length, refusal: error.message, remedy: error.remedy };
  }
}

/**
 * The bytes that are published of a file, the same on every day and machine. Throws `RefusedFile` where it must not be
 * published.
 */
export async function cleanAttachment(path: string, bytes: Uint8Array): Promise<Uint8Array> {
  return cleanOrRefuse(formatOf(path).clean, bytes).bytes;
}

function formatOf(path: string): Format {
  return FORMATS.get(/\.([^./]+)$/.exec(path)?.[1]?.toLowerCase() ?? "") ?? OTHER;
}

/**
 * Whatever goes wrong in looking into a file (a place beyond its end, nesting without end) shows that it is damaged.
 */
function cleanOrRefuse(clean: Clean, bytes: Uint8Array): ReturnType<Clean> {
  try {
    return clean(bytes);
  } catch (error) {
    if (error instanceof RefusedFile) throw error;
    throw new RefusedFile("it is damaged", "open it in the program that made it, save it again, and attach that");
  }
}
