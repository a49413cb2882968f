import { describe, expect, it } from "vitest";
import { readSettings } from "../../src/site/settings.ts";
import { compileFile, raisedBy, reportOf } from "../compile-text.ts";

/** What an officer is told of a mistake in `site.yml`: where, what is marked, what is wrong and how to fix it. */
function told(text: string): readonly string[] {
  const { findings } = raisedBy((raise) => readSettings({ path: "site.yml", text }, raise));
  return findings.map(({ place: { line, column, endColumn }, message, fix, related }) => {
    const marked = text.split("\n")[line - 1]?.slice(column - 1, (endColumn ?? column) - 1);
    const other = related && ` [${related.message} ${related.place.line}:${related.place.column}]`;
    return `${line}:${column} ‹${marked}› ${message}${other ?? ""} → ${fix}`;
  });
}

describe("a mistake in site.yml is told once, at its place", () => {
  it.each<[string, string, string]>([
    [
      "words without a colon",
      "council Aldermere",
      "1:1 ‹council Aldermere› the fields are not written as `name: value` lines → begin each line with the name of a field and a colon, such as `council: Aldermere City Council`",
    ],
    [
      "a line without a colon among others",
      "council: A\nbase-url https://a.b\nknown: [a]",
      "2:1 ‹base-url https://a.b› this line has no colon and space after the name of a field → write the line as `name: value`; a value that goes on from the line above begins with two spaces",
    ],
    [
      "a colon in a value",
      "council: Aldermere: the city",
      '1:10 ‹Aldermere: the city› the value has a colon, which YAML takes for the start of another field → put the whole value in quotation marks, such as "Budget: the first quarter"',
    ],
    [
      "a setting that is indented",
      "council: A\n  known: [UK]",
      "2:3 ‹known: [UK]› this line begins with more spaces than the one above, so it is read as part of that line's value → begin it directly below the first letter of the line above",
    ],
    [
      "a quotation mark that is not closed, lines above the end",
      'council: "A\nknown: [UK]\nremoval-limit: 5\n',
      '1:10 ‹"› a quotation mark is opened here, and never closed → put the same mark after the last word of the value',
    ],
    [
      "an apostrophe in single quotation marks",
      "council: 'St John's'",
      "1:19 ‹s'› there are words after the closing quotation mark → put one pair of quotation marks around the whole value; if it has an apostrophe, use double ones",
    ],
    [
      "curly quotation marks",
      "council: “Aldermere”",
      "1:10 ‹“Aldermere”› `council` is in curly quotation marks, which would be shown → write it as in `council: Aldermere City Council`",
    ],
    [
      "a bracket that is not closed",
      "known: [UK, NHS\ncouncil: A\n",
      "1:8 ‹[› a bracket is opened here, and never closed → close it with the same kind of bracket, ] or }, after the last entry",
    ],
    [
      "a dash without a blank",
      "known:\n- UK\n-NHS",
      "3:1 ‹-NHS› there is no space after the dash, so this is not an entry of a list → put a space after the dash",
    ],
    [
      "a number sign with a number",
      "council: Aldermere #2",
      "1:20 ‹#2› what comes after this # is read as a comment, and left out → put the whole value in quotation marks; where it is a comment, put a space after the #",
    ],
    [
      "one setting twice",
      "known: [UK]\ncouncil: A\nknown: [NHS]",
      "3:1 ‹known› this field is here twice [first here 1:1] → keep one of the two lines",
    ],
    [
      "one abbreviation twice",
      "abbreviations:\n  HSB: A\n  HSB: B",
      "3:3 ‹HSB› this field is here twice [first here 2:3] → keep one of the two lines",
    ],
    [
      "a mapping of committees",
      "committees:\n  children: Children",
      "2:3 ‹children: Children› `committees` must be a list, each entry with an id and a name → write it as in `committees: [{id: children, name: Children and Young People Scrutiny Committee}]`",
    ],
    [
      "a committee's name alone",
      "committees:\n  - Children",
      "2:5 ‹Children› `committees`, entry 1 must have a name, and may have an id and a jurisdiction → write it as in `- name: Children and Young People Scrutiny Committee`",
    ],
    [
      "a mistyped name in a committee, which is one mistake",
      "committees:\n  - id: children\n    nmae: Children",
      "3:5 ‹nmae› `committees`, entry 1, `nmae` is not a setting; did you mean `name`? → write `name` in its place",
    ],
    [
      "two committees with one id",
      "committees:\n  - {id: a, name: A}\n  - {id: b, name: B}\n  - {id: a, name: C}",
      "4:5 ‹{id: a, name: C}› `committees`, entry 3 has the same id as entry 1, and each committee has its own page → give one of the two another id, or delete it",
    ],
    [
      "an abbreviation without a short form",
      "abbreviations: {HSB: A, : B}",
      "1:27 ‹B› `abbreviations`, an entry has no short form in front of its colon → write it as in `LGA: Local Government Association`",
    ],
    [
      "a list of short forms on one line",
      "known: UK, NHS",
      "1:8 ‹UK, NHS› `known` must be a list of short forms → write it as in `known: [SATs]`",
    ],
    [
      "a style in capitals",
      "numbering-style: Decimal",
      "1:18 ‹Decimal› `numbering-style` must be continuous or decimal; did you mean `decimal`? → write it as in `numbering-style: continuous`",
    ],
    [
      "a percentage with its sign",
      "removal-limit: 10%",
      "1:16 ‹10%› `removal-limit` must be a whole number from 0 to 100: a percentage of the reports → write it as in `removal-limit: 10`",
    ],
    [
      "a mistyped rule, at its name",
      "rules:\n  heading-twce: off",
      "2:3 ‹heading-twce› `rules`, `heading-twce` is not a rule; did you mean `heading-twice`? → write `heading-twice` in its place",
    ],
    [
      "a mistyped severity",
      "rules:\n  heading-twice: warn",
      "2:18 ‹warn› `rules`, `heading-twice` must be off, hint, warning or error → write it as in `abbreviation-undefined: error`",
    ],
    [
      "a rule that guards words",
      "rules:\n  raw-html: off",
      "2:3 ‹raw-html› `rules`, `raw-html` protects what is withheld, or keeps words from being lost, and cannot be set → delete the line",
    ],
    [
      "a footer of words alone",
      "footer: Democratic Services",
      "1:9 ‹Democratic Services› `footer` must be a mapping of text and links → write it as in `footer: {text: Democratic Services, links: [{text: Privacy, url: https://www.example.gov.uk/privacy}]}`",
    ],
    [
      "a mistyped name in a footer",
      "footer:\n  txet: Democratic Services",
      "2:3 ‹txet› `footer`, `txet` is not a setting; did you mean `text`? → write `text` in its place",
    ],
    [
      "a link of a footer without its words",
      "footer:\n  links:\n    - url: https://a.example/",
      "3:7 ‹url: https://a.example/› `footer`, `links`, entry 1, `text` is missing → write it as in `text: Privacy`",
    ],
    [
      "a link of a footer with its words under another name",
      "footer:\n  links:\n    - {txt: Privacy, url: https://a.example/}",
      "3:8 ‹txt› `footer`, `links`, entry 1, `txt` is not a setting; did you mean `text`? → write `text` in its place",
    ],
    [
      "a link of a footer that runs a script",
      "footer: {links: [{text: A, url: 'javascript:alert(1)'}]}",
      "1:33 ‹'javascript:alert(1)'› `footer`, `links`, entry 1, `url` must be an address that begins with https://, mailto: or tel: → write it as in `url: https://www.example.gov.uk/privacy`",
    ],
    [
      "a licence that is not known",
      "licence: OGL-3.0",
      "1:10 ‹OGL-3.0› `licence` must be OGL-UK-3.0, CC-BY-4.0, CC-BY-SA-4.0 or CC0-1.0, or a mapping of name and url; did you mean `OGL-UK-3.0`? → write one of these names, or the name of another licence as in `licence: {name: …, url: https://…}`",
    ],
    [
      "a licence without a name",
      "licence: {url: https://a.example/}",
      "1:10 ‹{url: https://a.example/}› `licence`, `name` is missing → write it as in `name: Open Data Licence`",
    ],
    [
      "a licence whose address nobody can follow",
      "licence: {name: A, url: a.example}",
      "1:25 ‹a.example› `licence`, `url` must be a web address that begins with https:// → write it as in `url: https://www.example.gov.uk/licence`",
    ],
    [
      "what belongs into a report",
      "confidential: No",
      "1:1 ‹confidential› `confidential` is not a setting → the settings here are council, lang, colour, logo, footer, licence, base-url, jurisdiction, numbering-style, numbering-depth, committees, abbreviations, known, removal-limit, clear-days, days-off, recommendation-headings, report-headings, rules",
    ],
  ])("%s", (_name, text, expected) => {
    expect(told(text)).toEqual([expected]);
  });

  it("a line of a committee at the margin leaves the committee without it", () => {
    expect(told("committees:\n- id: a\nname: Children")).toEqual([
      "2:3 ‹id: a› `committees`, entry 1, `name` is missing → write it as in `name: Children and Young People Scrutiny Committee`",
      "3:1 ‹name› `name` is not a setting; it belongs to a committee, and is at the margin → put spaces in front of it, so that it is directly below the other line of its committee",
    ]);
  });

  it.each([
    "council: A # the city\n",
    "# council\ncouncil: A\nknown: [UK] #x\n",
    "council: A#2\n",
    'council: "A #2"\n',
  ])("and a comment or a sign in a word is none: %j", (text) => {
    expect(told(text)).toEqual([]);
  });
});

it("a title that would lose its end behind a # stops the report", () => {
  const { outcome, diagnostics } = compileFile(reportOf({ title: "Review of Ward #3" }));
  expect(outcome).toBe("refused");
  expect(diagnostics.map(({ rule, place }) => `${rule} ${place.line}:${place.column}`)).toEqual([
    "frontmatter-syntax 2:23",
  ]);
});

it("a field that is in frontmatter twice says where it is first, and quotes nothing", () => {
  const { diagnostics } = compileFile(`---\ntitle: A\nauthor: B\ntitle: Qxsecretz\n---\n\nText.\n`);
  expect(diagnostics.find(({ rule }) => rule === "frontmatter-syntax")).toMatchObject({
    place: { line: 4, column: 1 },
    related: { message: "first here", place: { line: 2, column: 1 } },
  });
  expect(JSON.stringify(diagnostics)).not.toContain("Qxsecretz");
});

describe("a committee that the settings do not list", () => {
  it("is told at its place, with the nearest that they list", () => {
    const texts = { "reports/2019/other.md": reportOf({ committee: "childern" }) };
    const settings =
      "committees:\n  - {id: children, name: Children and Young People}\n  - {id: health, name: Health}\n";
    const { diagnostics } = compileFile(reportOf({ committee: "Children and Yuong People" }), { texts, settings });
    expect(diagnostics.map(({ message, place }) => `${place.line}:${place.column} ${message}`)).toEqual([
      "6:12 the settings list no committee called childern; did you mean children?",
      "6:12 the settings list no committee called Children and Yuong People; did you mean Children and Young People?",
    ]);
  });
});
