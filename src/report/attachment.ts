import { imageSize } from "image-size";
import type { Attachment } from "../model.ts";

type Facts = Omit<Attachment, "path" | "bytes">;

const OFFICE = "comments, tracked changes, hidden sheets and the names of authors travel in files of this kind";

const FORMATS: ReadonlyMap<string, Facts> = new Map(
  Object.entries({
    pdf: { format: "PDF" },
    csv: { format: "CSV" },
    txt: { format: "text" },
    png: { format: "PNG" },
    jpg: { format: "JPEG" },
    jpeg: { format: "JPEG" },
    gif: { format: "GIF" },
    webp: { format: "WebP" },
    svg: { format: "SVG" },
    docx: { format: "Word", refusal: OFFICE },
    doc: { format: "Word", refusal: OFFICE },
    xlsx: { format: "Excel", refusal: OFFICE },
    xls: { format: "Excel", refusal: OFFICE },
    pptx: { format: "PowerPoint", refusal: OFFICE },
    odt: { format: "OpenDocument text", refusal: OFFICE },
    ods: { format: "OpenDocument spreadsheet", refusal: OFFICE },
  }),
);

/** Learns what readers are told about a file, and whether it may be published at all, from its name and its bytes. */
export async function inspectAttachment(path: string, bytes: Uint8Array): Promise<Attachment> {
  const extension = /\.([^./]+)$/.exec(path)?.[1]?.toLowerCase() ?? "";
  const known = FORMATS.get(extension) ?? {
    format: "file",
    refusal: "files of this kind are not published; PDF, CSV, PNG, JPEG and SVG are",
  };
  const facts = known.refusal === undefined ? await inspect(extension, bytes) : {};
  return { path, bytes: bytes.length, ...known, ...facts };
}

async function inspect(extension: string, bytes: Uint8Array): Promise<Partial<Facts>> {
  switch (extension) {
    case "pdf":
      return pdfFacts(bytes);
    case "csv":
    case "txt":
      return bytes.includes(0) ? { refusal: "it does not hold plain text" } : {};
    case "svg":
      return { ...imageFacts(bytes), ...svgRefusal(new TextDecoder().decode(bytes)) };
    default:
      return imageFacts(bytes);
  }
}

function imageFacts(bytes: Uint8Array): Partial<Facts> {
  try {
    const { width, height } = imageSize(bytes);
    return { width: Math.round(width), height: Math.round(height) };
  } catch {
    return { refusal: "it is not an image of the kind that its name says" };
  }
}

/** An SVG can run script and fetch from other sites when it is opened on its own. */
function svgRefusal(text: string): Partial<Facts> {
  const isActive =
    /<(?:\w+:)?(?:script|foreignObject|iframe|handler)\b|\son\w+\s*=|javascript:|<!ENTITY|(?:href|src)\s*=\s*["']\s*(?!#|data:image\/(?:png|jpeg))[^"'\s]|url\(\s*["']?(?!#|["']?#)|@import/i.test(
      text,
    );
  if (/<!--|<(?:\w+:)?metadata\b/i.test(text))
    return { refusal: "it holds comments or metadata; save it as a plain SVG" };
  return isActive
    ? { refusal: "it holds script, or takes something from elsewhere; save it as a plain SVG, or as PNG" }
    : {};
}

/** Loads the PDF reader only where there is a PDF. */
async function pdfFacts(bytes: Uint8Array): Promise<Partial<Facts>> {
  const { PDFDocument } = await import("pdf-lib");
  try {
    const document = await PDFDocument.load(bytes, { updateMetadata: false });
    return { pages: document.getPageCount() };
  } catch {
    return { refusal: "it is damaged or locked by a password" };
  }
}
