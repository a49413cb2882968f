import type { Place } from "../model/source.ts";
import type { Found, Severity } from "../rules/rule.ts";
import { compareTexts } from "../text/compare.ts";

export type { Severity };

/** Something that an author should know, at its place in the author's file. */
export interface Diagnostic extends Found {
  readonly rule: string;
  readonly severity: Severity;
  /** The rule's own words, which quote nothing: all that is shown of what is or may be withheld. */
  readonly summary: string;
  /** A way to fix it in the rule's own words. */
  readonly remedy: string;
  /** The author's lines at its place, where they may be shown. */
  readonly frame?: Frame | undefined;
}

/** The line that a diagnostic is about, and the last line above it that is not empty. */
export interface Frame {
  readonly line: string;
  readonly above?: { readonly number: number; readonly text: string } | undefined;
}

/**
 * The frame of a place in a text that may be shown, given by its lines; `undefined` where the text has no such line.
 */
export function frameAt(lines: readonly string[], { line: number }: Place): Frame | undefined {
  const line = lines[number - 1];
  if (line === undefined) return undefined;
  let above = number - 1;
  while (above > 0 && lines[above - 1]?.trim() === "") above--;
  const text = lines[above - 1];
  return { line: cutOut(line), ...(text === undefined ? {} : { above: { number: above, text: cutOut(text) } }) };
}

/** A text by itself: V8 holds all of a text as long as a part of it is held. */
function cutOut(part: string): string {
  return structuredClone(part);
}

/** A diagnostic without anything that an author typed: fixed words, and the place. */
export function withoutQuotes(diagnostic: Diagnostic): Diagnostic {
  const { rule, severity, summary, remedy, knownWord, ownWords, place } = diagnostic;
  const { quotesNothing, message, fix, related } = diagnostic;
  const offer = knownWord === undefined ? "" : `: did you mean \`${knownWord}\`?`;
  return {
    rule,
    severity,
    summary,
    remedy,
    knownWord,
    message: quotesNothing ? message : (ownWords?.message ?? summary + offer),
    fix: quotesNothing ? fix : (ownWords?.fix ?? remedy),
    place: { ...place, endColumn: undefined },
    ...(quotesNothing && related && { related: { ...related, place: { ...related.place, endColumn: undefined } } }),
  };
}

/** Orders diagnostics by file, line and column, the same on every machine. */
export function inReadingOrder(a: Diagnostic, b: Diagnostic): number {
  return (
    compareTexts(a.place.path, b.place.path) ||
    a.place.line - b.place.line ||
    a.place.column - b.place.column ||
    compareTexts(a.rule, b.rule) ||
    compareTexts(a.message, b.message)
  );
}
