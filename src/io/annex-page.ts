import {
  decodePDFRawStream,
  PDFArray,
  type PDFContext,
  PDFDict,
  PDFName,
  PDFNumber,
  type PDFObjectCopier,
  type PDFPage,
  PDFRawStream,
  PDFRef,
} from "pdf-lib";

type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];
type Box = readonly [left: number, bottom: number, right: number, top: number];

/** Where something is laid on a sheet, in points from its lower left corner. */
export interface Frame {
  readonly left: number;
  readonly bottom: number;
  readonly width: number;
  readonly height: number;
}

/** A page as a drawing that another document can hold, and the matrix that lays it into a frame. */
export function pageAsForm(
  page: PDFPage,
  frame: Frame,
  copier: PDFObjectCopier,
): { readonly form: (context: PDFContext) => PDFRawStream; readonly matrix: Matrix } {
  const box = visibleBox(page);
  const resources = copier.copy(page.node.Resources() ?? page.doc.context.obj({}));
  const marks = drawMarks(page, resources, copier);
  // What the page's own operators set is undone before its marks are drawn.
  const content = Buffer.concat([Buffer.from("q\n"), ...contentsOf(page), Buffer.from(`Q\n${marks}`)]);
  const group = page.node.lookupMaybe(PDFName.of("Group"), PDFDict);
  const form = (context: PDFContext): PDFRawStream =>
    context.flateStream(content, {
      Type: "XObject",
      Subtype: "Form",
      BBox: [...box],
      Resources: resources,
      ...(group === undefined ? {} : { Group: copier.copy(group) }),
    });
  return { form, matrix: placeIn(page, box, frame) };
}

/** What a viewer shows of a page: as much of the crop box as lies within the media box. */
function visibleBox(page: PDFPage): Box {
  const media = cornersOf(page.node.MediaBox());
  const crop = page.node.CropBox();
  if (crop === undefined) return media;
  const [left, bottom, right, top] = cornersOf(crop);
  return [Math.max(left, media[0]), Math.max(bottom, media[1]), Math.min(right, media[2]), Math.min(top, media[3])];
}

/** A rectangle is given by any two of its opposite corners. */
function cornersOf(rectangle: PDFArray): Box {
  const [a, b, c, d] = numbersOf(rectangle);
  if (a === undefined || b === undefined || c === undefined || d === undefined)
    throw new Error("a rectangle has four numbers");
  return [Math.min(a, c), Math.min(b, d), Math.max(a, c), Math.max(b, d)];
}

function numbersOf(list: PDFArray): readonly number[] {
  return Array.from({ length: list.size() }, (_, index) => list.lookup(index, PDFNumber).asNumber());
}

/** The matrix that puts a page into the frame, turned clockwise as its `Rotate` says. */
function placeIn(page: PDFPage, [left, bottom, right, top]: Box, frame: Frame): Matrix {
  const turn = ((page.getRotation().angle % 360) + 360) % 360;
  const unit = page.node.lookupMaybe(PDFName.of("UserUnit"), PDFNumber)?.asNumber() ?? 1;
  const isOnSide = turn === 90 || turn === 270;
  const [width, height] = isOnSide ? [top - bottom, right - left] : [right - left, top - bottom];
  const scale = Math.min(frame.width / (width * unit), frame.height / (height * unit), 1) * unit;
  const x = frame.left + (frame.width - width * scale) / 2;
  const y = frame.bottom + frame.height - height * scale;
  if (turn === 90) return [0, -scale, scale, 0, x - scale * bottom, y + scale * right];
  if (turn === 180) return [-scale, 0, 0, -scale, x + scale * right, y + scale * top];
  if (turn === 270) return [0, scale, -scale, 0, x + scale * top, y - scale * left];
  return [scale, 0, 0, scale, x - scale * left, y - scale * bottom];
}

/** The content streams of a page, decoded; an empty page has none. */
function contentsOf(page: PDFPage): readonly Uint8Array[] {
  const contents = page.node.Contents();
  const streams =
    contents instanceof PDFArray
      ? Array.from({ length: contents.size() }, (_, index) => contents.lookup(index))
      : contents === undefined
        ? []
        : [contents];
  return streams.flatMap((stream) => {
    if (!(stream instanceof PDFRawStream)) throw new Error("a content stream is none");
    return [decodePDFRawStream(stream).decode(), Buffer.from("\n")];
  });
}

/** Operators that draw the looks of fields and links where they lie on the page (ISO 32000-1, 12.5.5). */
function drawMarks(page: PDFPage, resources: PDFDict, copier: PDFObjectCopier): string {
  const marks = page.node.Annots();
  if (marks === undefined) return "";
  const drawings = resources.lookupMaybe(XOBJECT, PDFDict) ?? resources.context.obj({});
  resources.set(XOBJECT, drawings);
  return Array.from({ length: marks.size() }, (_, index) => {
    const mark = marks.lookup(index, PDFDict);
    const look = lookOf(mark);
    const stream = page.doc.context.lookup(look);
    if (look === undefined || !(stream instanceof PDFRawStream)) return "";
    const name = PDFName.of(`Mark${index}OfAnnex`);
    drawings.set(name, copier.copy(look));
    return `q ${onto(cornersOf(mark.lookup(PDFName.of("Rect"), PDFArray)), stream.dict)
      .map(spelt)
      .join(" ")} cm ${name} Do Q\n`;
  }).join("");
}

const XOBJECT = PDFName.of("XObject");

/** How a mark looks, in the state that it is in. */
function lookOf(mark: PDFDict): PDFRef | undefined {
  const looks = mark.lookupMaybe(PDFName.of("AP"), PDFDict);
  const normal = looks?.lookup(PDFName.of("N"));
  const state = mark.lookupMaybe(PDFName.of("AS"), PDFName);
  const look = normal instanceof PDFDict ? state && normal.get(state) : looks?.get(PDFName.of("N"));
  return look instanceof PDFRef ? look : undefined;
}

/** The matrix that puts the box of a drawing, as its own matrix turns it, onto a rectangle. */
function onto(target: Box, drawing: PDFDict): Matrix {
  const matrix = drawing.lookupMaybe(PDFName.of("Matrix"), PDFArray);
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = matrix === undefined ? [] : numbersOf(matrix);
  const [left, bottom, right, top] = cornersOf(drawing.lookup(PDFName.of("BBox"), PDFArray));
  const corners = [left, right].flatMap((x) =>
    [bottom, top].map((y) => [a * x + c * y + e, b * x + d * y + f] as const),
  );
  const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)];
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  const across = (target[2] - target[0]) / (Math.max(...xs) - x || 1);
  const up = (target[3] - target[1]) / (Math.max(...ys) - y || 1);
  return [across, 0, 0, up, target[0] - across * x, target[1] - up * y];
}

/** Operators have no exponents. */
function spelt(number: number): string {
  return number.toFixed(6);
}
