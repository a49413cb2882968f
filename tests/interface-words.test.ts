import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { dateIn, dayIn, timeIn } from "../src/dates/format-date.ts";
import { fillIn, type Translations, wordsIn } from "../src/interface/translations.ts";

const templates = fileURLToPath(new URL("../templates", import.meta.url));
const english = wordsIn("en-GB");
const welsh = wordsIn("cy");
const names = Object.keys(english) as (keyof Translations)[];

const blanksIn = (pattern: string): readonly string[] =>
  [...pattern.matchAll(/\{\w+\}/g)].map(([blank]) => blank).sort();

test("every word is there in both languages, with the same to fill in", () => {
  expect(Object.keys(welsh)).toEqual(names);
  for (const name of names) {
    expect(english[name].trim(), name).not.toBe("");
    expect(welsh[name].trim(), name).not.toBe("");
    // The council's name would mutate in the Welsh sentence, which does without it.
    const given = blanksIn(english[name]).filter((blank) => name !== "standsFor" || blank !== "{council}");
    expect(blanksIn(welsh[name]), name).toEqual(given);
  }
});

test("Welsh stands where English does, and is Welsh", () => {
  const same = names.filter((name) => english[name] === welsh[name]);
  expect(same).toEqual(["ward", "agenda"]);
});

/** What a template says by itself: text and attributes that are read out, without what is filled in. */
function ownWords(template: string): string {
  const spoken = [...template.matchAll(/\s(?:aria-label|alt|title|placeholder)="([^"]*)"/g)].map(([, text]) => text);
  const text = template.replace(/<[^>]*>/gs, " ");
  return [text, ...spoken]
    .join(" ")
    .replace(/\{\{\{?[^}]*\}?\}\}/g, " ")
    .trim();
}

test.each(readdirSync(templates).filter((name) => name.endsWith(".hbs")))("%s says no word of its own", (name) => {
  const template = readFileSync(`${templates}/${name}`, "utf8").replace(/\{\{[^}]*\}\}/g, "");
  expect(ownWords(template)).not.toMatch(/\p{L}/u);
});

test("templates ask for no word that is not there", () => {
  const asked = readdirSync(templates)
    .filter((name) => name.endsWith(".hbs"))
    .flatMap((name) => [...readFileSync(`${templates}/${name}`, "utf8").matchAll(/words\.(\w+)/g)])
    .map(([, word]) => word);
  expect(asked.length).toBeGreaterThan(40);
  expect(asked.filter((word) => !names.includes(word as keyof Translations))).toEqual([]);
});

/** Those that are looked up by a name that is put together. */
const PUT_TOGETHER = [
  "cancelled",
  "postponed",
  "meetingCount",
  "meetingCountOne",
  "opening",
  "recommendationCount",
  "recommendationCountOne",
];

test("every word is asked for", () => {
  const source = fileURLToPath(new URL("../src", import.meta.url));
  const texts = [
    ...readdirSync(source, { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".ts") && name !== "interface-words.ts")
      .map((name) => readFileSync(`${source}/${name}`, "utf8")),
    ...readdirSync(templates)
      .filter((name) => /\.\w+$/.test(name))
      .map((name) => readFileSync(`${templates}/${name}`, "utf8")),
  ].join("\n");
  const asked = new Set([...texts.matchAll(/(?:words|wordsIn\([\w.]*\))\.(\w+)/g)].map(([, name]) => name));
  for (const [, names = ""] of texts.matchAll(/const \{ ([\w, ]+) \} = wordsIn/g))
    for (const name of names.split(", ")) asked.add(name);
  expect(names.filter((name) => !asked.has(name))).toEqual(PUT_TOGETHER);
});

test("dates and times are those of the language", () => {
  expect(dateIn("en-GB", "2019-03-24")).toBe("24 March 2019");
  expect(dateIn("cy", "2019-03-24")).toBe("24 Mawrth 2019");
  expect(dayIn("en-GB", "2019-03-24")).toBe("Sunday 24 March 2019");
  expect(dayIn("cy", "2019-03-24")).toBe("Dydd Sul 24 Mawrth 2019");
  expect(["00:05", "09:00", "12:00", "12:30", "18:30"].map((time) => timeIn("cy", time))).toEqual([
    "12.05yb",
    "9yb",
    "12 canol dydd",
    "12.30yp",
    "6.30yp",
  ]);
});

test("what is not given to fill in is a fault", () => {
  expect(fillIn("{a} of {b}", { a: "1", b: "$&" })).toBe("1 of $&");
  expect(() => fillIn("{a}", {})).toThrow("{a}");
});
