import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { Sealed } from "../model/sealed.ts";
import { compile, openReport } from "../report/compile/compile.ts";
import { compilePlainFile, type PlainFileName } from "../report/compile/compile-page.ts";
import type { CompileContext } from "../report/compile/context.ts";
import { decode } from "../report/markdown/decode-utf8.ts";
import { applyEdits } from "./edit.ts";
import type { Correction, FileFix, FixOf, IsAsked, IsAskedAt, Moved, Remark, ReportFix } from "./fix.ts";
import { fileText, fixablePlainFile, fixableReport, fixableText } from "./fixable.ts";
import { type Counts, countsOf, rejectionReasonInFile, rejectionReasonInReport } from "./safety.ts";
import type { FixableReport, FixableText } from "./types.ts";
import { isFence } from "./withholding.ts";

/** What became of files when they were fixed. */
export interface FixResult {
  /** The bytes of the files that change, by path. */
  readonly texts: ReadonlyMap<string, Uint8Array>;
  readonly corrections: readonly Correction[];
  readonly remarks: readonly Remark[];
  readonly moved: Moved;
}

/** What is tried, and by which names the user asked for it. */
interface AskedFixes<Fix> {
  readonly fixes: readonly Fix[];
  readonly isAsked: IsAsked;
  /** Whether what is wrong at a place is to be fixed, if not all is. */
  readonly isAskedAt?: IsAskedAt | undefined;
}

const NOTHING: FixResult = { texts: new Map(), corrections: [], remarks: [], moved: new Map() };

/** Fixes one file by itself, as far as it must be for it to be read. */
export function fixFile(path: string, bytes: Uint8Array, isReport: boolean, asked: AskedFixes<FileFix>): FixResult {
  const file = fileText(path, bytes, isReport);
  // Most files need nothing, and to parse them is what takes time.
  if (file === undefined || asked.fixes.every((fix) => fix.find(file).corrections.length === 0)) return NOTHING;
  const text = fixableText(path, bytes, isReport);
  if (text === undefined) return NOTHING;
  const result = repeat(text, asked, {
    textsOf: (one) => [one],
    write: (_one, texts) => fixableText(path, texts.get(path) ?? bytes, isReport),
    rejectionReasonOf: rejectionReasonInFile,
  });
  return { ...result, texts: changed([text], [result.subject]) };
}

/** Fixes a report that can be read, with its annexes that are Markdown files; `bytesOf` gives a file as it is now. */
export function fixReport(
  path: string,
  bytesOf: (path: string) => Uint8Array | undefined,
  context: CompileContext,
  asked: AskedFixes<ReportFix>,
): FixResult {
  const report = fixableReport(path, bytesOf, context);
  if (report === undefined) return NOTHING;
  const written = (texts: ReadonlyMap<string, Uint8Array>) => (asked: string) => texts.get(asked) ?? bytesOf(asked);
  const contextWith = (bytes: (path: string) => Uint8Array | undefined): CompileContext => ({
    ...context,
    annexSource: (asked, raise) => {
      const source = context.annexSource(asked, () => {});
      const decoded = source && decode(asked, bytes(asked) ?? new Uint8Array(), raise);
      return decoded && { path: asked, text: new Sealed(decoded.text) };
    },
  });
  const errors = new Map<FixableReport, Counts>();
  const errorsOf = (one: FixableReport): Counts => {
    const known = errors.get(one) ?? errorsOfReport(one, contextWith(written(bytesOfTexts(one.texts))));
    errors.set(one, known);
    return known;
  };
  const result = repeat(report, asked, {
    textsOf: ({ texts }) => texts,
    write: (one, texts) => {
      const bytes = written(new Map([...bytesOfTexts(one.texts), ...texts]));
      return fixableReport(path, bytes, contextWith(bytes));
    },
    rejectionReasonOf: (before, after, fix) =>
      rejectionReasonInReport(before, after, fix, { before: errorsOf(before), after: errorsOf(after) }),
  });
  return { ...result, texts: changed(report.texts, result.subject.texts) };
}

/** Fixes the file of a meeting, or a plain page. */
export function fixPlainFile(
  name: PlainFileName,
  bytes: Uint8Array,
  context: CompileContext,
  asked: AskedFixes<ReportFix>,
): FixResult {
  const { path } = name;
  const file = fixablePlainFile(path, bytes, context);
  if (file === undefined) return NOTHING;
  const errorsOf = ({ texts: [own] }: FixableReport): Counts => {
    const source = { path, text: new Sealed(own?.text ?? "") };
    return countsOf(compilePlainFile({ name, source }, context).diagnostics.filter(isError));
  };
  const result = repeat(file, asked, {
    textsOf: ({ texts }) => texts,
    write: (_one, texts) => fixablePlainFile(path, texts.get(path) ?? bytes, context),
    rejectionReasonOf: (before, after, fix) =>
      rejectionReasonInReport(before, after, fix, { before: errorsOf(before), after: errorsOf(after) }),
  });
  return { ...result, texts: changed(file.texts, result.subject.texts) };
}

function isError({ severity }: Diagnostic): boolean {
  return severity === "error";
}

function errorsOfReport({ path, texts: [own] }: FixableReport, context: CompileContext): Counts {
  if (own === undefined) return new Map();
  const { diagnostics } = compile(openReport({ path, text: new Sealed(own.text) }), context, "public");
  return countsOf(diagnostics.filter(isError));
}

/** How a file, or a report, is written anew, and what would make that wrong. */
interface Workings<Subject, Fix> {
  readonly textsOf: (subject: Subject) => readonly FixableText[];
  readonly write: (subject: Subject, texts: ReadonlyMap<string, Uint8Array>) => Subject | undefined;
  readonly rejectionReasonOf: (before: Subject, after: Subject, fix: Fix) => string | undefined;
}

/** Some fixes make room for others; so often they are tried again. */
const ROUNDS = 6;

/** Tries each fix by itself, keeps what is safe, and begins again until nothing changes. */
function repeat<Subject, Fix extends FixOf<Subject>>(
  start: Subject,
  { fixes, isAsked, isAskedAt }: AskedFixes<Fix>,
  { textsOf, write, rejectionReasonOf }: Workings<Subject, Fix>,
): Omit<FixResult, "texts"> & { readonly subject: Subject } {
  const asked = fixes.filter(({ names }) => names.some(isAsked));
  const corrections: Correction[] = [];
  const moved = new Map<string, string | undefined>();
  const kept: Remark[] = [];
  let remarks: Remark[] = [];
  let subject = start;
  for (let round = 0; round < ROUNDS; round++) {
    const before = subject;
    remarks = [];
    for (const fix of asked) {
      const texts = textsOf(subject);
      const fences = fencesIn(texts);
      const found = fix.find(subject);
      const own = found.remarks.filter(({ name }) => isAsked(name));
      const named = found.corrections.filter(
        (correction) => isAsked(correction.name) && !fences.has(lineOf(correction)),
      );
      const wanted = isAskedAt === undefined ? named : withTheirGroups(named, isAskedAt, fix.isEachAlone);
      const { written, made, refused } = tryGroups(wanted, (some): Attempt<Subject> => {
        const after = write(subject, bytesWith(texts, some));
        const why = after === undefined ? "the file could no longer be read" : rejectionReasonOf(subject, after, fix);
        return why === undefined ? { written: after } : { why };
      });
      remarks.push(...refused);
      if (written === undefined) {
        remarks.push(...own);
        continue;
      }
      subject = written;
      corrections.push(...made);
      kept.push(...own);
      for (const [typed, due] of found.moved ?? []) moved.set(typed, due);
    }
    if (subject === before) break;
  }
  return { subject, corrections, remarks: withoutDoubles([...kept, ...remarks]), moved };
}

/** The corrections of some places, and those that are made together with them. */
function withTheirGroups(
  corrections: readonly Correction[],
  isAskedAt: IsAskedAt,
  isEachAlone = false,
): readonly Correction[] {
  const asked = corrections.filter(({ place }) => isAskedAt(place));
  if (isEachAlone) return asked;
  // Those without a group are made together in all texts: references follow a number.
  const keyOf = ({ group, place }: Correction): string => (group === undefined ? "" : `${group} ${place.path}`);
  const groups = new Set(asked.map(keyOf));
  return corrections.filter((one) => groups.has(keyOf(one)));
}

/** What a text becomes, or why it must not. */
interface Attempt<Subject> {
  readonly written?: Subject | undefined;
  readonly why?: string;
}

/** No text has so many groups; each takes a compilation. */
const MOST_GROUPS = 40;

/**
 * Tries all corrections; where these are refused, each group of them by itself, and then together those that are not.
 */
function tryGroups<Subject>(
  wanted: readonly Correction[],
  attempt: (some: readonly Correction[]) => Attempt<Subject>,
): Pick<Attempt<Subject>, "written"> & { readonly made: readonly Correction[]; readonly refused: readonly Remark[] } {
  if (wanted.length === 0) return { made: [], refused: [] };
  const whole = attempt(wanted);
  if (whole.written !== undefined) return { written: whole.written, made: wanted, refused: [] };
  const groups = groupsOf(wanted);
  const none = { made: [], refused: refusedAt(wanted, whole.why) };
  if (groups.length === 1 || groups.length > MOST_GROUPS) return none;
  const alone = groups.map((group) => ({ group, ...attempt(group) }));
  const made = alone.flatMap(({ group, written }) => (written === undefined ? [] : group));
  const { written } = made.length === 0 ? {} : attempt(made);
  if (written === undefined) return none;
  return { written, made, refused: alone.flatMap(({ group, why }) => refusedAt(group, why)) };
}

function groupsOf(corrections: readonly Correction[]): readonly (readonly Correction[])[] {
  const groups = new Map<string, Correction[]>();
  for (const correction of corrections) {
    const key = `${correction.group ?? ""} ${correction.place.path}`;
    groups.set(key, [...(groups.get(key) ?? []), correction]);
  }
  return [...groups.values()];
}

function refusedAt([first]: readonly Correction[], why: string | undefined): readonly Remark[] {
  if (first === undefined || why === undefined) return [];
  const where = first.group === undefined ? "in this file" : "here";
  const message = `${first.name} ${where}: nothing was changed, because ${why}`;
  return [{ name: first.name, place: first.place, message, summary: message }];
}

function lineOf({ place }: Correction): string {
  return `${place.line} ${place.path}`;
}

/** The lines that no fix touches. */
function fencesIn(texts: readonly FixableText[]): ReadonlySet<string> {
  return new Set(
    texts.flatMap(({ path, text }) =>
      text.split("\n").flatMap((line, index) => (isFence(line) ? [`${index + 1} ${path}`] : [])),
    ),
  );
}

function bytesWith(texts: readonly FixableText[], corrections: readonly Correction[]): ReadonlyMap<string, Uint8Array> {
  return new Map(
    texts.flatMap(({ path, original }) => {
      const edits = corrections.filter(({ place }) => place.path === path).flatMap((correction) => correction.edits);
      return edits.length === 0 ? [] : [[path, encode(applyEdits(original, edits))] as const];
    }),
  );
}

function bytesOfTexts(texts: readonly FixableText[]): ReadonlyMap<string, Uint8Array> {
  return new Map(texts.map(({ path, original }) => [path, encode(original)]));
}

function changed(before: readonly FixableText[], after: readonly FixableText[]): ReadonlyMap<string, Uint8Array> {
  const originals = new Map(before.map(({ path, original }) => [path, original]));
  return bytesOfTexts(after.filter(({ path, original }) => originals.get(path) !== original));
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

function withoutDoubles(remarks: readonly Remark[]): readonly Remark[] {
  return [...new Map(remarks.map((one) => [`${one.place.path} ${one.place.line} ${one.message}`, one])).values()];
}
