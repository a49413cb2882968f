import { readFileSync } from "node:fs";
import path from "node:path";

/** A text, and what a careful reader finds in it. */
export interface Labelled {
  readonly text: string;
  readonly labels: readonly string[];
}

/** Reads a Markdown list in a folder below tests/: a text is an item, which may go on in the next line; what is to be found in it are the items below it. */
export function readLabelled(folder: string, file: string): readonly Labelled[] {
  const items: { text: string; labels: string[] }[] = [];
  for (const line of readFileSync(path.join(import.meta.dirname, folder, file), "utf8").split("\n")) {
    const last = items.at(-1);
    if (line.startsWith("- ")) items.push({ text: line.slice(2), labels: [] });
    else if (line.startsWith("  - ")) last?.labels.push(line.slice(4));
    else if (line.startsWith("  ") && last) last.text += `\n${line.slice(2)}`;
  }
  return items;
}

export interface Measured {
  /** Of what was found, the share that is right. */
  readonly precision: number;
  /** Of what is labelled, the share that was found. */
  readonly recall: number;
  /** Each text with a mistake, and below it what was found wrongly (+) and not found (-). */
  readonly mistakes: string;
}

/** Compares what `find` gives with the labels. */
export function measure(all: readonly Labelled[], find: (text: string) => readonly string[]): Measured {
  let [right, found, labelled] = [0, 0, 0];
  const mistakes: string[] = [];
  for (const { text, labels } of all) {
    const given = find(text);
    const wrong = given.filter((one) => !labels.includes(one));
    const missed = labels.filter((one) => !given.includes(one));
    right += given.length - wrong.length;
    found += given.length;
    labelled += labels.length;
    if (wrong.length + missed.length > 0)
      mistakes.push([text, ...wrong.map((one) => `+ ${one}`), ...missed.map((one) => `- ${one}`)].join("\n  "));
  }
  return { precision: right / found, recall: right / labelled, mistakes: mistakes.join("\n") };
}
