import type { Heading } from "mdast";

/** The number that an author typed before the words of a heading. */
export interface HeadingNumber {
  /** As it was typed: "3.", "3.0", "3.2". */
  readonly typed: string;
  /** Its levels: 3 for "3.0", 3 and 2 for "3.2". */
  readonly counts: readonly number[];
}

const NUMBER = /^((\d{1,3}(?:\.\d{1,3})*)[.):]?)\s+(?=["'“‘(]?[\p{Lu}\d£])/u;

/** Reads the number of a heading such as `## 3. Background`, `## 3.0 Background` or `### 3.2 Costs`. */
export function readHeadingNumber({ children: [first] }: Heading): HeadingNumber | undefined {
  const [, typed, digits] = (first?.type === "text" ? NUMBER.exec(first.value) : null) ?? [];
  if (typed === undefined || digits === undefined) return undefined;
  const counts = digits.split(".").map(Number);
  while (counts.length > 1 && counts.at(-1) === 0) counts.pop();
  return { typed, counts };
}

/** Takes the number off the words of a heading. */
export function withoutNumber(heading: Heading): void {
  const [first] = heading.children;
  if (first?.type === "text") first.value = first.value.replace(NUMBER, "");
}

const UNNUMBERED = /(?<!\s)\s*\{unnumbered\}\s*$/;

/** Whether a heading says that it is not counted, with `{unnumbered}` at its end. */
export function isUncounted({ children }: Heading): boolean {
  const last = children.at(-1);
  return last?.type === "text" && UNNUMBERED.test(last.value);
}

/** Takes `{unnumbered}` off a heading. */
export function withoutSign({ children }: Heading): void {
  const last = children.at(-1);
  if (last?.type === "text") last.value = last.value.replace(UNNUMBERED, "");
}
