import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { withShared } from "./shared-getters.ts";

/** What is held of a finding: what orders it, and says whether it stops a build. */
export type HeldFinding = Pick<Diagnostic, "rule" | "severity" | "place" | "quotesNothing">;

/** Where the words of each finding are. */
const words = new WeakMap<HeldFinding, { readonly read: () => string; readonly index: number }>();

/** The findings that were read last: those of a file are printed one after the other. */
let last: { readonly read: () => string; readonly findings: readonly Diagnostic[] } | undefined;

function whole(held: HeldFinding): Diagnostic {
  const place = words.get(held);
  if (place === undefined) throw new Error("a finding was not put aside");
  const { read, index } = place;
  if (last?.read !== read) last = { read, findings: JSON.parse(read()) };
  const finding = last.findings[index];
  if (finding === undefined) throw new Error("a finding that was put aside is gone");
  return finding;
}

const withWords = withShared<
  HeldFinding,
  Required<{ [Key in Exclude<keyof Diagnostic, keyof HeldFinding>]: Diagnostic[Key] }>
>({
  summary: (held) => whole(held).summary,
  remedy: (held) => whole(held).remedy,
  message: (held) => whole(held).message,
  fix: (held) => whole(held).fix,
  knownWord: (held) => whole(held).knownWord,
  ownWords: (held) => whole(held).ownWords,
  related: (held) => whole(held).related,
  frame: (held) => whole(held).frame,
});

/** Puts away the words of findings, of a file at a time, until they are asked for, which is when they are printed. */
export type PutFindingsAside = (findings: readonly Diagnostic[]) => readonly Diagnostic[];

/** Makes what puts findings away; `putText` puts a text away, and gives what reads it. */
export function puttingFindingsAside(putText: (text: string) => () => string): PutFindingsAside {
  const held = holdingFindings();
  return (findings) => {
    if (findings.every((finding) => words.has(finding))) return findings;
    return held(findings, putText(wordsOf(findings)));
  };
}

/** What is held of findings whose words `read` gives. */
export type HoldFindings = (findings: readonly HeldFinding[], read: () => string) => readonly Diagnostic[];

/** Makes what gives findings of which no more is held than what orders them. */
export function holdingFindings(): HoldFindings {
  const texts = new Map<string, string>();
  /** The same text each time: every finding has one of few rules, and of few paths. */
  const same = (text: string): string => {
    const known = texts.get(text) ?? text;
    texts.set(text, known);
    return known;
  };
  return (findings, read) =>
    findings.map(({ rule, severity, quotesNothing, place }, index) => {
      const { path, line, column, endColumn } = place;
      const held = withWords({
        ...{ rule: same(rule), severity, ...(quotesNothing && { quotesNothing }) },
        place: { path: same(path), line, column, endColumn },
      });
      words.set(held, { read, index });
      return held;
    });
}

/** What is held of findings, without their words. */
export function withoutWords(findings: readonly Diagnostic[]): readonly HeldFinding[] {
  return findings.map(({ rule, severity, place, quotesNothing }) => ({
    ...{ rule, severity, place },
    ...(quotesNothing && { quotesNothing }),
  }));
}

/** All of findings, their words too, as a text. */
export function wordsOf(findings: readonly Diagnostic[]): string {
  return JSON.stringify(findings);
}
