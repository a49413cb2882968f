import { concatenate } from "./byte-sequences.ts";
import { UNKNOWN } from "./colours.ts";
import { type Dots, type Matrix, moved, rectangle, times, whiteDots } from "./dots.ts";
import { boxOf } from "./pdf-boxes.ts";
import type { PdfFile } from "./pdf-file.ts";
import { type DecodingBudget, unpredict, unwrap } from "./pdf-filters.ts";
import type { PdfPage } from "./pdf-page-tree.ts";
import { boundsOf, matrixOf, paintForm, paintStream, type Scene, type ShownLetter, startOf } from "./pdf-painting.ts";
import { entriesOf, nameOf, type PdfDictionary, type PdfStream, streamOf } from "./pdf-syntax.ts";
import { RefusedFile } from "./refused-file.ts";

const [MOST_WORK, MOST_DECODED] = [2_000_000_000, 512 * 1024 * 1024];
/** Dots to a point, and the most for a page: letters of four points are then four dots high. */
const [FINENESS, MOST_DOTS] = [1.5, 4_000_000];
/** In centimetres; what is nearer is told as one place. */
const NEAR = 1.5;

const COVERED = "under a filled shape or a picture";
const ALIKE = "in the colour of what is beneath them";
const UNDRAWN = "not drawn at all";

/**
 * Where pages hold words that nobody sees and everybody can copy, each place in an officer's words: under a filled
 * shape or a picture, in the colour of what is beneath them, or not drawn at all. Words over a scanned page that are
 * not drawn are what a program read on it: they are seen, in the picture.
 */
export function unseenWords(pages: readonly PdfPage[], bytes: Uint8Array, file: PdfFile): readonly string[] {
  const budget: DecodingBudget = { decoded: MOST_DECODED };
  const decode = (stream: PdfStream): Uint8Array | undefined => decoded(stream, bytes, file, budget);
  const work = { left: MOST_WORK };
  const fonts: Scene["fonts"] = new Map();
  const places: string[] = [];
  for (const [index, page] of pages.entries()) {
    const { matrix, width, height, fineness } = seenAs(page);
    const scene: Scene = { dots: whiteDots(width, height), file, decode, fonts, work, letters: [], moment: 0, run: 0 };
    work.left -= width * height;
    paintPage(page, matrix, scene);
    if (work.left < 0) return [...places, `page ${index + 1} and what follows, which have too many parts to look at`];
    places.push(...placesOf(scene, index + 1, (fineness * 72) / 2.54 / page.unit));
  }
  return places;
}

function decoded(stream: PdfStream, bytes: Uint8Array, { resolve }: PdfFile, budget: DecodingBudget) {
  try {
    const encoded = bytes.subarray(stream.start, stream.end);
    const { data, codec, parameters } = unwrap(stream.dictionary, encoded, resolve, budget);
    if (codec !== undefined) return undefined;
    return parameters === undefined ? data : unpredict(data, parameters, resolve);
  } catch (error) {
    if (error instanceof RefusedFile) return undefined;
    throw error;
  }
}

/** A page as it is seen, turned, in dots from its left and its top. */
function seenAs({ mediaBox: [left, bottom, right, top], turn }: PdfPage) {
  const [across, up] = [right - left, top - bottom];
  const fineness = Math.min(FINENESS, Math.sqrt(MOST_DOTS / (across * up)));
  const upright: Matrix = [1, 0, 0, -1, -left, top];
  const turned: Readonly<Record<number, Matrix>> = {
    90: [0, 1, -1, 0, up, 0],
    180: [-1, 0, 0, -1, across, up],
    270: [0, -1, 1, 0, 0, across],
  };
  const matrix = times(times(upright, turned[turn] ?? [1, 0, 0, 1, 0, 0]), [fineness, 0, 0, fineness, 0, 0]);
  const dots = (side: number): number => Math.max(1, Math.min(MOST_DOTS, Math.round(side * fineness)));
  const [width, height] = turn % 180 === 0 ? [dots(across), dots(up)] : [dots(up), dots(across)];
  return { matrix, width, height: Math.min(height, Math.ceil(MOST_DOTS / width)), fineness };
}

function paintPage(page: PdfPage, matrix: Matrix, scene: Scene): void {
  const { resolve } = scene.file;
  const contents = [resolve(page.entries.get("Contents"))].flat();
  const parts = contents.flatMap((each): readonly Uint8Array[] => {
    const stream = streamOf(resolve(each));
    return [(stream === undefined ? undefined : scene.decode(stream)) ?? new Uint8Array(), Uint8Array.of(10)];
  });
  const start = { state: startOf(matrix, scene.dots), depth: 0 };
  paintStream(concatenate(parts), entriesOf(resolve(page.resources)), start, scene);
  const fields = resolve(page.entries.get("Annots"));
  for (const each of Array.isArray(fields) ? fields : []) paintField(entriesOf(resolve(each)), matrix, scene);
}

/** A field is drawn over the page (12.5.5): its look, fitted into its place. */
function paintField(field: PdfDictionary | undefined, matrix: Matrix, scene: Scene): void {
  const { file, dots } = scene;
  const { resolve } = file;
  const normal = resolve(entriesOf(resolve(field?.get("AP")))?.get("N"));
  const state = nameOf(resolve(field?.get("AS"))) ?? "";
  const look = streamOf(normal) ?? streamOf(resolve(entriesOf(normal)?.get(state)));
  const [place, box] = [boxOf(field?.get("Rect"), file), boxOf(look?.dictionary.get("BBox"), file)];
  if (look === undefined || place === undefined || box === undefined) return;
  const [left, bottom, right, top] = boundsOf(moved(rectangle(...box), matrixOf(look.dictionary.get("Matrix"), file)));
  const [wider, higher] = [(place[2] - place[0]) / (right - left || 1), (place[3] - place[1]) / (top - bottom || 1)];
  const fitted: Matrix = [wider, 0, 0, higher, place[0] - left * wider, place[1] - bottom * higher];
  paintForm(look, undefined, { state: startOf(times(fitted, matrix), dots), depth: 0 }, scene);
}

interface Group {
  readonly why: string;
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** Where words of a page are that are not seen, with those together that are near to one another. */
function placesOf(scene: Scene, page: number, dotsInCentimetre: number): readonly string[] {
  const groups: Group[] = [];
  const near = NEAR * dotsInCentimetre;
  const undrawn = undrawnLetters(scene);
  for (const letter of scene.letters) {
    const why = undrawn.has(letter) ? UNDRAWN : whyUnseen(letter, scene.dots);
    if (why === undefined) continue;
    const [left, top, right, bottom] = letter.box;
    const group = groups.findLast(
      (one) =>
        one.why === why &&
        left < one.right + near &&
        right > one.left - near &&
        top < one.bottom + near &&
        bottom > one.top - near,
    );
    if (group === undefined) groups.push({ why, left, top, right, bottom });
    else {
      group.left = Math.min(group.left, left);
      group.top = Math.min(group.top, top);
      group.right = Math.max(group.right, right);
      group.bottom = Math.max(group.bottom, bottom);
    }
  }
  const centimetres = (dots: number): number => Math.max(0, Math.round(dots / dotsInCentimetre));
  return groups.map(
    ({ why, left, top }) =>
      `page ${page}, ${centimetres(left)} cm from the left and ${centimetres(top)} cm from the top, ${why}`,
  );
}

/**
 * Why a letter is not seen: at least half of it is hidden by what was painted later, or does not differ from what was
 * painted before. With less than half of it, a reader still knows it, and lines through and around words hide less.
 */
function whyUnseen(letter: ShownLetter, dots: Dots): string | undefined {
  const isMost = (some: readonly number[]): boolean => some.length * 2 >= letter.dots.length;
  const hidden = letter.dots.filter((dot) => hiddenAfter(letter, dot, dots));
  if (isMost(hidden)) return COVERED;
  if (!letter.isDrawn) return undefined;
  const alike = letter.alike.filter((dot) => !hidden.includes(dot));
  return isMost([...hidden, ...alike]) ? ALIKE : undefined;
}

/** Whether a dot of a letter was hidden; one that is not drawn is hidden with the picture that it was read on. */
function hiddenAfter(
  { isDrawn, moment }: ShownLetter,
  dot: number,
  { hidden, firstPicture, lastPicture }: Dots,
): boolean {
  if (isDrawn) return (hidden[dot] ?? 0) > moment;
  const first = firstPicture[dot] ?? 0;
  return first > 0 && (lastPicture[dot] ?? 0) > Math.max(first, moment);
}

/**
 * Letters that are not drawn, where nothing else is to be seen either. Of words with no picture beneath them that is
 * asked of the whole string, because what is seen there may be letters drawn as shapes.
 */
function undrawnLetters({ letters, dots }: Scene): ReadonlySet<ShownLetter> {
  const blank = letters.filter((letter) => !letter.isDrawn && isBlank(letter, dots));
  const seen = new Set<number>();
  for (const letter of letters) {
    const isOverPicture = letter.dots.some((dot) => (dots.firstPicture[dot] ?? 0) > 0);
    if (!letter.isDrawn && !isOverPicture && !isBlank(letter, dots)) seen.add(letter.run);
  }
  return new Set(blank.filter(({ run }) => !seen.has(run)));
}

function isBlank(
  { box: [left, top, right, bottom], dots: [first] }: ShownLetter,
  { colours, width, height }: Dots,
): boolean {
  const colour = colours[first ?? 0];
  if (colour === UNKNOWN) return false;
  for (let y = Math.max(0, Math.floor(top)); y < Math.min(height, bottom); y++)
    for (let x = Math.max(0, Math.floor(left)); x < Math.min(width, right); x++)
      if (colours[y * width + x] !== colour) return false;
  return true;
}
