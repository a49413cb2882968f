import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compileReport, findingsOf, textOf } from "../compiled-report.ts";
import { runs } from "../lane.ts";

interface Written {
  readonly short: string;
  readonly long: string;
}

const ENTRIES: readonly Written[] = [
  { short: "AIM 3", long: "Assessment, Intervention, Moving on, third version" },
  { short: "HSB", long: "Harmful Sexual Behaviour" },
  { short: "NHS England", long: "National Health Service Commissioning Board" },
  { short: "NHS", long: "National Health Service" },
  { short: "B&B", long: "bed and breakfast" },
  { short: "R&D", long: "research & development" },
  { short: "S106", long: "Section 106 of the Town and Country Planning Act 1990" },
  { short: "DfE", long: "Department for Education" },
  { short: "p.a.", long: "per annum" },
  { short: "CO2e", long: "carbon dioxide equivalent" },
  { short: "eFSM", long: "eligible for free school meals" },
  { short: "COVID-19", long: "Coronavirus disease 2019" },
  { short: "T-levels", long: "Technical levels" },
  { short: "Ofsted", long: "Office for Standards in Education, Children’s Services and Skills" },
  { short: "MACEM", long: "Multi-Agency Child-Exploitation Meeting" },
  { short: "CYPS", long: "Children and Young People’s Services: the county’s own" },
  { short: "YJB", long: "Youth Justice Board – of England and Wales" },
  { short: "5YHLS", long: "five-year housing land supply" },
  { short: "BSL", long: "British Sign Language = the first language of 87,000" },
  { short: "sqm", long: "square metres" },
];

const SEPARATORS = [" - ", " – ", " — ", " − ", " ― ", " ‒ ", " -- ", ": ", " : ", " = ", "\t", " \t ", "–", "—", " –"];
const ENDS = ["", ".", ";", "  "];
const MARKS = ["", "*", "**", "_", "__", "***"];

type Form = (entry: Written, separator: string, end: string, mark: string) => string;

const line: Form = ({ short, long }, separator, end, mark) => `${mark}${short}${mark}${separator}${long}${end}`;
const wrapped: Form = ({ short, long }, separator, end, mark) =>
  line({ short, long: long.replace(/ (?=\p{Ll})/u, "\n") }, separator, end, mark);

/** The ways to write a list; each gives the section's text. */
const FORMS: Readonly<Record<string, (entries: readonly Written[], ...style: [string, string, string]) => string>> = {
  paragraphs: (entries, ...style) => entries.map((entry) => line(entry, ...style)).join("\n\n"),
  lines: (entries, ...style) => entries.map((entry) => line(entry, ...style)).join("\n"),
  "lines that are broken": (entries, ...style) => entries.map((entry) => line(entry, ...style)).join("\\\n"),
  "wrapped paragraphs": (entries, ...style) => entries.map((entry) => wrapped(entry, ...style)).join("\n\n"),
  "wrapped and indented lines": (entries, ...style) =>
    entries.map((entry) => wrapped(entry, ...style).replace("\n", "\n  ")).join("\n"),
  bullets: (entries, ...style) => entries.map((entry) => `- ${line(entry, ...style)}`).join("\n"),
  "bullets apart": (entries, ...style) => entries.map((entry) => `* ${line(entry, ...style)}`).join("\n\n"),
  "wrapped bullets": (entries, ...style) =>
    entries.map((entry) => `- ${wrapped(entry, ...style).replace("\n", "\n  ")}`).join("\n"),
  numbers: (entries, ...style) => entries.map((entry, index) => `${index + 1}. ${line(entry, ...style)}`).join("\n"),
  "bullets of a word processor": (entries, ...style) => entries.map((entry) => `• ${line(entry, ...style)}`).join("\n"),
  "definition lists": (entries, _separator, end, mark) =>
    entries.map(({ short, long }) => `${mark}${short}${mark}\n: ${long}${end}`).join("\n\n"),
  "one definition list": (entries, _separator, end) =>
    entries.map(({ short, long }) => `${short}\n:   ${long}${end}`).join("\n"),
  "definition lists apart": (entries, _separator, end) =>
    entries.map(({ short, long }) => `${short}\n\n: ${long}${end}`).join("\n\n"),
  "dashes at the start of lines": (entries) => entries.map(({ short, long }) => `${short}\n– ${long}`).join("\n\n"),
  "dashes at the end of lines": (entries) => entries.map(({ short, long }) => `${short} –\n${long}`).join("\n\n"),
  table: (entries, _separator, end, mark) =>
    `| Abbreviation | Meaning |\n|---|---|\n${entries.map(({ short, long }) => `| ${mark}${short}${mark} | ${long}${end} |`).join("\n")}`,
  "table without a header": (entries) =>
    `| | |\n|---|:--|\n${entries.map(({ short, long }) => `| ${short} | ${long} |`).join("\n")}`,
  "table with a caption": (entries) =>
    `Table: List\n\n| Term | Full form |\n|---|---|\n${entries.map(({ short, long }) => `| ${short} | ${long} |`).join("\n")}`,
};

const some = fc.shuffledSubarray([...ENTRIES], { minLength: 1 });
const style = fc.tuple(fc.constantFrom(...SEPARATORS), fc.constantFrom(...ENDS), fc.constantFrom(...MARKS));

function pairs(entries: readonly Written[]): readonly string[] {
  return entries.map(({ short, long }) => `${short} = ${long}`).sort();
}

describe("a list of abbreviations is read the same", () => {
  it.each(Object.entries(FORMS))("in every style, written in %s", (_, write) => {
    fc.assert(
      fc.property(some, style, (entries, written) => {
        const section = write(entries, ...written);
        const used = `Used are ${entries.map(({ short }) => short).join(", ")}.`;
        const compiled = compileReport(`${used}\n\n## Abbreviations\n\n${section}`);
        expect(findingsOf(compiled)).toEqual([]);
        expect(pairs(compiled.report?.abbreviations ?? [])).toEqual(pairs(entries));
        expect(compiled.page.all("p").map((element) => textOf(element))).toEqual(
          section.startsWith("Table:") ? [used, "List"] : [used],
        );
      }),
      { seed: 106, numRuns: runs(6, 60) },
    );
  });
});

const NOISE = [
  "These are used in this report.",
  "The following are abbreviations:",
  "and others",
  "| Aa | Bb | Cc |\n|---|---|---|\n| HSB | x | y |",
  "| Scrutiny of services | what members do |\n|---|---|\n| HSB | Harmful Sexual Behaviour |\n| | or so |\n| CSE | |",
  "| Aa | Bb |\n|---|---|\n| HSB[^1] | Harmful Sexual Behaviour |\n| DfE | Department<br>for Education |",
  "- HSB – Harmful Sexual Behaviour\n  - CSE – Child Sexual Exploitation\n- DfE – [Department](https://example.org) for *Education*",
  "> HSB – Harmful Sexual Behaviour",
  "```\nHSB – Harmful Sexual Behaviour\n```",
  "HSB – Harmful Sexual Behaviour[^1]",
  "CSE – Child *Sexual\nExploitation* `code`",
  "Intro **bold\nDfE – Department** for Education.\nThis is a sentence.\nHSB Harmful Sexual Behaviour",
  "![A picture](https://example.org/a.png) HSB – Harmful",
  "HSB",
  ": alone",
  "### Heading within",
  "Harmful Sexual Behaviour (HSB)",
  "1. HSB – Harmful Sexual Behaviour\n2. a remark\n3. DfE – Department for Education",
  "AIM –",
  "Note: the list is not complete.",
];

describe("nothing of the section is lost", () => {
  it("whatever stands in it: each word is in an entry or stays in the section", () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...NOISE), { maxLength: 6 }),
        fc.array(fc.constantFrom("\n\n", "\n"), { minLength: 6, maxLength: 6 }),
        (parts, breaks) => {
          const section = parts.map((part, index) => `${part}${breaks[index]}`).join("");
          const plain = compileReport(`One.[^1]\n\n## List\n\n:::unnumbered\n${section}\n:::\n\n[^1]: A note.`);
          const read = compileReport(`One.[^1]\n\n## Abbreviations\n\n${section}\n\n[^1]: A note.`);
          if (plain.report === undefined || read.report === undefined) return;
          const kept = read.page.text.match(/[\p{L}\p{N}]{2,}/gu) ?? [];
          for (const word of textOf(plain.page.root, ["glossary"]).match(/[\p{L}\p{N}]{2,}/gu) ?? []) {
            if (!/^(?:List|fn|Paragraph)$|^\d/.test(word)) expect(kept).toContain(word);
          }
          expect(read.page.all("img")).toHaveLength(plain.page.all("img").length);
          expect(read.page.all("code")).toHaveLength(plain.page.all("code").length);
        },
      ),
      { seed: 107, numRuns: runs(10, 400) },
    );
  });
});
