import type { Drawing, Resource } from "./pdf-content-stream.ts";
import {
  type Copy,
  type Copying,
  type CopyObject,
  copyDrawing,
  dictionaryOf,
  entriesFor,
  listOf,
  namedOf,
  object,
  plain,
  plainKeys,
  streamFor,
  streamOrDictionaryOf,
  text,
  textKeys,
} from "./pdf-copy.ts";
import {
  damagedPdf,
  entriesOf,
  nameOf,
  type PdfDictionary,
  type PdfValue,
  referenceOf,
  streamOf,
} from "./pdf-syntax.ts";
import { pdfName } from "./pdf-writer.ts";

/** Functions (ISO 32000-1, 7.10), or a name in their place. */
const copyFunction: CopyObject = (value, copying) => {
  if (Array.isArray(value)) return value.map((each) => object(copyFunction)(each, copying));
  return nameOf(value) === undefined ? copyOneFunction(value, copying) : value;
};
const copyOneFunction = streamOrDictionaryOf(() => ({
  ...plainKeys("FunctionType Domain Range Size BitsPerSample Order Encode Decode C0 C1 N Bounds"),
  Functions: listOf(object(copyFunction)),
}));

/** Colour spaces (8.6): a name, or a list in which streams, functions and further colour spaces are. */
const copyColour: CopyObject = (value, copying) => {
  if (Array.isArray(value)) return value.map((each) => colour(each, copying));
  return entriesOf(value) === undefined ? text(value, copying) : copyColourPart(value, copying);
};
const colour: Copy = object(copyColour);
const copyColourPart = streamOrDictionaryOf(() => ({
  ...plainKeys("WhitePoint BlackPoint Gamma Matrix Range N Subtype Components Solidities PrintingOrder"),
  ...plainKeys("FunctionType Domain Size BitsPerSample Order Encode Decode C0 C1 Bounds"),
  Functions: listOf(object(copyFunction)),
  Alternate: colour,
  ColorSpace: colour,
  Colorants: namedOf(colour),
  Process: colour,
  MixingHints: colour,
  DotGain: namedOf(object(copyFunction)),
}));

const fontFile: Copy = object(streamOrDictionaryOf(() => plainKeys("Length1 Length2 Length3 Subtype")));
const characterSystem: Copy = object(dictionaryOf(() => textKeys("Registry Ordering Supplement")));
const characterMap: Copy = (value, copying) =>
  nameOf(copying.file.resolve(value)) === undefined ? object(copyCharacterMap)(value, copying) : plain(value, copying);
const copyCharacterMap = streamOrDictionaryOf(() => ({
  ...plainKeys("Type CMapName WMode BaseEncoding Differences"),
  CIDSystemInfo: characterSystem,
  UseCMap: characterMap,
}));
const fontDescriptor: Copy = object(
  dictionaryOf(() => ({
    ...plainKeys("Type FontName FontStretch FontWeight Flags FontBBox ItalicAngle Ascent Descent Leading CapHeight"),
    ...plainKeys("XHeight StemV StemH AvgWidth MaxWidth MissingWidth Lang"),
    ...textKeys("FontFamily CharSet"),
    FontFile: fontFile,
    FontFile2: fontFile,
    FontFile3: fontFile,
    CIDSet: fontFile,
    Style: object(dictionaryOf(() => textKeys("Panose"))),
  })),
);

/** Fonts (9.5 to 9.8). */
const copyFont: CopyObject = (value, copying) => {
  const entries = entriesOf(value);
  if (entries === undefined) throw damagedPdf();
  const kept = entriesFor(entries, FONT, copying);
  if (nameOf(copying.file.resolve(entries.get("Subtype"))) !== "Type3") return kept;
  kept.set("CharProcs", namedOf(object(copyGlyph))(entries.get("CharProcs"), copying));
  if (hasResources(entries, copying))
    kept.set("Resources", copyResources(entries.get("Resources"), glyphsOf(entries, copying), copying));
  return kept;
};
const FONT: Readonly<Record<string, Copy>> = {
  ...plainKeys("Type Subtype Name BaseFont FirstChar LastChar Widths W DW W2 DW2 FontBBox FontMatrix"),
  FontDescriptor: fontDescriptor,
  Encoding: characterMap,
  ToUnicode: characterMap,
  DescendantFonts: listOf(object(copyFont)),
  CIDSystemInfo: characterSystem,
  CIDToGIDMap: (value, copying) =>
    nameOf(copying.file.resolve(value)) === undefined ? fontFile(value, copying) : plain(value, copying),
};
const copyGlyph: CopyObject = (value, copying) => {
  const stream = streamOf(value);
  return stream === undefined ? null : copyDrawing(stream, copying).stream(new Map());
};

/** Pictures (8.9.5). */
const copyPicture: CopyObject = (value, copying) => {
  const stream = streamOf(value);
  if (stream === undefined) return null;
  const kept = entriesFor(stream.dictionary, PICTURE, copying);
  return streamFor(stream, kept, copying, lengthOfPicture(stream.dictionary, copying));
};

/**
 * How many bytes a picture has before its filters; rows beyond its height are seen by nobody. Without end, where that
 * is not known.
 */
function lengthOfPicture(entries: PdfDictionary, { file: { resolve } }: Copying): number {
  const numberOf = (value: PdfValue | undefined): number => {
    const found = resolve(value);
    return typeof found === "number" ? found : Number.NaN;
  };
  const [width, height] = [numberOf(entries.get("Width")), numberOf(entries.get("Height"))];
  const isMask = resolve(entries.get("ImageMask")) === true;
  const bits = isMask ? 1 : numberOf(entries.get("BitsPerComponent"));
  const row = Math.ceil((width * bits * (isMask ? 1 : componentsOf(entries.get("ColorSpace"), resolve))) / 8);
  const parameters = resolve(entries.get("DecodeParms"));
  const predictor = numberOf(
    entriesOf(Array.isArray(parameters) ? resolve(parameters.at(-1)) : parameters)?.get("Predictor"),
  );
  const length = (row + (predictor >= 10 ? 1 : 0)) * height;
  return length > 0 ? length : Number.POSITIVE_INFINITY;
}

const COMPONENTS = new Map(
  Object.entries({
    DeviceGray: 1,
    CalGray: 1,
    Indexed: 1,
    Separation: 1,
    DeviceRGB: 3,
    CalRGB: 3,
    Lab: 3,
    DeviceCMYK: 4,
  }),
);

function componentsOf(space: PdfValue | undefined, resolve: Copying["file"]["resolve"]): number {
  const found = resolve(space);
  const [family, second] = Array.isArray(found) ? found : [found];
  const name = nameOf(resolve(family)) ?? "";
  const [names, components] = [resolve(second), resolve(entriesOf(resolve(second))?.get("N"))];
  if (name === "DeviceN") return Array.isArray(names) ? names.length : Number.NaN;
  if (name === "ICCBased") return typeof components === "number" ? components : Number.NaN;
  return COMPONENTS.get(name) ?? Number.NaN;
}
const PICTURE: Readonly<Record<string, Copy>> = {
  ...plainKeys("Type Subtype Width Height BitsPerComponent Intent ImageMask Decode Interpolate SMaskInData Matte"),
  ...plainKeys("StructParent"),
  ColorSpace: colour,
  SMask: object(copyPicture),
  Mask: (value, copying) =>
    Array.isArray(copying.file.resolve(value)) ? plain(value, copying) : object(copyPicture)(value, copying),
};

const group: Copy = object(dictionaryOf(() => ({ ...plainKeys("Type S I K"), CS: colour })));

/** Drawings of their own (8.10), with the resources that they name. */
export const copyForm: CopyObject = (value, copying) => {
  const stream = streamOf(value);
  if (stream === undefined) return null;
  const { dictionary } = stream;
  const { drawing, stream: written } = copyDrawing(stream, copying);
  const kept = entriesFor(dictionary, FORM, copying);
  kept.set("Type", pdfName("XObject"));
  kept.set("Subtype", pdfName("Form"));
  if (hasResources(dictionary, copying))
    kept.set("Resources", copyResources(dictionary.get("Resources"), [drawing], copying));
  return written(kept);
};
const FORM: Readonly<Record<string, Copy>> = {
  ...plainKeys("FormType BBox Matrix StructParent StructParents"),
  Group: group,
};

/** A picture or a drawing; of any other kind nobody knows what it shows. */
const copyExternal: CopyObject = (value, copying) => {
  const subtype = nameOf(copying.file.resolve(entriesOf(value)?.get("Subtype")));
  if (subtype === "Image") return copyPicture(value, copying);
  if (subtype === "Form") return copyForm(value, copying);
  throw damagedPdf();
};

const shading: Copy = object(
  streamOrDictionaryOf(() => ({
    ...plainKeys(
      "ShadingType Background BBox AntiAlias Domain Matrix Coords Extend BitsPerCoordinate BitsPerComponent",
    ),
    ...plainKeys("BitsPerFlag Decode VerticesPerRow"),
    ColorSpace: colour,
    Function: object(copyFunction),
  })),
);

const copyPattern: CopyObject = (value, copying) => {
  const [stream, entries] = [streamOf(value), entriesOf(value)];
  if (entries === undefined) throw damagedPdf();
  const kept = entriesFor(entries, PATTERN, copying);
  if (stream === undefined) return kept;
  const { drawing, stream: written } = copyDrawing(stream, copying);
  if (hasResources(entries, copying))
    kept.set("Resources", copyResources(entries.get("Resources"), [drawing], copying));
  return written(kept);
};
const PATTERN: Readonly<Record<string, Copy>> = {
  ...plainKeys("Type PatternType PaintType TilingType BBox XStep YStep Matrix"),
  Shading: shading,
  ExtGState: (value, copying) => object(copyState)(value, copying),
};

/** A soft mask (11.6.5), or the name of none. */
const copyMask: CopyObject = (value, copying) => (nameOf(value) === undefined ? copySoftMask(value, copying) : value);
const copySoftMask = dictionaryOf(() => ({
  ...plainKeys("Type S BC"),
  G: object(copyForm),
  TR: object(copyFunction),
}));
const copyState: CopyObject = dictionaryOf(() => ({
  ...plainKeys("Type LW LC LJ ML D RI OP op OPM FL SM SA BM CA ca AIS TK"),
  Font: (value, copying) => {
    const found = copying.file.resolve(value);
    return Array.isArray(found) ? [object(copyFont)(found[0], copying), plain(found[1], copying)] : null;
  },
  SMask: object(copyMask),
  BG: object(copyFunction),
  BG2: object(copyFunction),
  UCR: object(copyFunction),
  UCR2: object(copyFunction),
  TR: object(copyFunction),
  TR2: object(copyFunction),
}));

/**
 * What marked content is said to be (14.6). No layer can be switched in what is published, so that all of them are one.
 */
const copyProperties: CopyObject = (value, copying) => {
  const entries = entriesOf(value);
  const type = nameOf(copying.file.resolve(entries?.get("Type")));
  if (type === "OCG" || type === "OCMD")
    return new Map<string, PdfValue>([
      ["Type", pdfName("OCG")],
      ["Name", { kind: "string", text: "" }],
    ]);
  return entries === undefined ? null : entriesFor(entries, PROPERTIES, copying);
};
const PROPERTIES = {
  ...plainKeys("Type Subtype MCID BBox Attached"),
  ...textKeys("ActualText Alt E Lang"),
};

const RESOURCES: readonly (readonly [Resource, Copy])[] = [
  ["ColorSpace", colour],
  ["ExtGState", object(copyState)],
  ["Font", object(copyFont)],
  ["Pattern", object(copyPattern)],
  ["Properties", object(copyProperties)],
  ["Shading", shading],
  ["XObject", object(copyExternal)],
];
/** Colour spaces that hold without being named (8.6.5.6). */
const DEFAULTS = ["DefaultGray", "DefaultRGB", "DefaultCMYK"];

/** A group of a page (11.6.6). */
export const pageGroup: Copy = group;

/** The fonts of fields, which their settings name. */
export const fieldResources: Copy = (value, copying) => {
  const fonts = copying.file.resolve(entriesOf(copying.file.resolve(value))?.get("Font"));
  return new Map([["Font", namedOf(object(copyFont))(fonts, copying)]]);
};

/**
 * What is kept of a dictionary of resources: what these content streams name. Throws `RefusedFile` where it is none.
 */
export function copyResources(value: PdfValue | undefined, drawings: readonly Drawing[], copying: Copying): PdfValue {
  const { resolve } = copying.file;
  const found = resolve(value);
  const entries = entriesOf(found);
  if (entries === undefined && found !== null) throw damagedPdf();
  const all = withUnowned(entries ?? new Map(), drawings, copying);
  const trailing = all.flatMap(({ last }) => (last === undefined ? [] : [last]));
  const kept = new Map<string, PdfValue>();
  for (const [kind, copy] of RESOURCES) {
    const part = entriesOf(resolve(entries?.get(kind)));
    const names = new Set([...all.flatMap((drawing) => [...(drawing.names.get(kind) ?? [])]), ...trailing]);
    if (kind === "ColorSpace") for (const name of DEFAULTS) names.add(name);
    const used = [...(part ?? [])].filter(([name]) => names.has(name));
    if (used.length > 0) kept.set(kind, new Map(used.map(([name, each]) => [name, copy(each, copying)])));
  }
  return kept;
}

function hasResources(entries: PdfDictionary, { file }: Copying): boolean {
  return file.resolve(entries.get("Resources")) !== null;
}

function glyphsOf(font: PdfDictionary, copying: Copying): readonly Drawing[] {
  const glyphs = entriesOf(copying.file.resolve(font.get("CharProcs"))) ?? new Map<string, PdfValue>();
  return [...glyphs.values()].flatMap((glyph) => {
    const stream = streamOf(copying.file.resolve(glyph));
    return stream === undefined ? [] : [copyDrawing(stream, copying).drawing];
  });
}

/** These content streams, and those of what they draw that have no resources of their own and take these (7.8.3). */
function withUnowned(resources: PdfDictionary, drawings: readonly Drawing[], copying: Copying): readonly Drawing[] {
  const { resolve } = copying.file;
  const all = [...drawings];
  const visited = new Set<PdfValue>();
  for (const { names } of all) {
    for (const kind of ["XObject", "Font", "Pattern"] as const) {
      const part = entriesOf(resolve(resources.get(kind)));
      for (const name of names.get(kind) ?? []) {
        const value = resolve(part?.get(name));
        const entries = entriesOf(value);
        if (entries === undefined || visited.has(value) || hasResources(entries, copying)) continue;
        visited.add(value);
        if (kind === "Font") all.push(...glyphsOf(entries, copying));
        const stream = streamOf(value);
        const isDrawing = kind === "Pattern" || nameOf(resolve(entries.get("Subtype"))) === "Form";
        if (stream !== undefined && isDrawing) all.push(copyDrawing(stream, copying).drawing);
      }
    }
  }
  return all;
}

/** What is kept of a picture or a drawing to which a tag leads; null, where no page shows it. */
export function drawnCopy(value: PdfValue | undefined, copying: Copying): PdfValue {
  const reference = referenceOf(value);
  return copying.copyOf(reference, copyExternal) ?? copying.copyOf(reference, copyForm) ?? null;
}
