import { describe, expect, it } from "vitest";
import { reportFacts } from "../../src/outputs/report-facts.ts";
import { compileSource } from "../compiled-report.ts";

/** What a page says of its contact, and the ways to reach it; nothing where it names none. */
function contactIn(fields: string): readonly string[] {
  const source = `---\ntitle: Update\ndate: 2024-03-24\nconfidential: No\n${fields}\n---\n\nOne.\n`;
  const { report } = compileSource(source);
  const values = report === undefined ? [] : reportFacts(report).filter(({ name }) => name === "Contact");
  return values.flatMap((fact) =>
    fact.values.map(({ text, more, links }) => [text + more, ...links.map((link) => link.text)].join(" | ")),
  );
}

describe("the contact of a report", () => {
  it.each([
    ["a telephone", "email: p@a.example, telephone: 01632 960000", "Priya Nair | p@a.example | 01632\u00a0960000"],
    ["a role", "email: p@a.example, role: Clerk", "Priya Nair, Clerk | p@a.example"],
  ])("is shown whole where an author has its address and not its %s", (_, contact, shown) => {
    const author = "author: {name: Priya Nair, email: p@a.example}";
    expect(contactIn(`${author}\ncontact: {name: Priya Nair, ${contact}}`)).toEqual([shown]);
  });

  it("is shown where a shared address is another person's, too", () => {
    const author = "author: {name: Priya Nair, email: scrutiny@a.example}";
    expect(contactIn(`${author}\ncontact: {name: Jo Hart, email: scrutiny@a.example}`)).toEqual([
      "Jo Hart | scrutiny@a.example",
    ]);
  });

  it("is shown where it is one of two authors, whom a reader could not tell from the other", () => {
    const authors = "author: [{name: Priya Nair, email: p@a.example}, Jo Hart]";
    expect(contactIn(`${authors}\ncontact: {name: Priya Nair, email: p@a.example}`)).toEqual([
      "Priya Nair | p@a.example",
    ]);
  });

  it("is not named a second time where all of it is said of the one author", () => {
    const author = "author: {name: Priya Nair, role: Clerk, email: p@a.example}";
    expect(contactIn(`${author}\ncontact: {name: Priya Nair, email: p@a.example}`)).toEqual([]);
  });
});

/** The facts of a report as words, under their names. */
function factsIn(fields: string, settings?: string): Readonly<Record<string, readonly string[]>> {
  const source = `---\ntitle: Update\nauthor: A\ndate: 2024-03-24\nconfidential: No\n${fields}\n---\n\nOne.\n`;
  const { report } = compileSource(source, settings === undefined ? {} : { settings });
  const facts = report === undefined ? [] : reportFacts(report);
  return Object.fromEntries(facts.map(({ name, values }) => [name, values.map(({ text, more }) => text + more)]));
}

describe("the facts of a report", () => {
  it("are in the order of the table, and the council's own as they were typed, in their order", () => {
    const facts = factsIn(
      "facts: {Report number: CS/24/17, Key decision: No, Year: 2024, Rate: 1.10}\nwards: Castle\nitem: 6.10\nsupplement: 1",
    );
    expect(Object.entries(facts)).toEqual([
      ["Agenda item", ["6.10"]],
      ["Supplement", ["1"]],
      ["Date", ["24 March 2024"]],
      ["Author", ["A"]],
      ["Ward", ["Castle"]],
      ["Report number", ["CS/24/17"]],
      ["Key decision", ["No"]],
      ["Year", ["2024"]],
      ["Rate", ["1.10"]],
    ]);
  });

  it("name every contact", () => {
    expect(factsIn("contact: [A, {name: B, role: Clerk}]")["Contacts"]).toEqual(["A", "B, Clerk"]);
  });

  it("say of every ward that it is all of them, in both languages", () => {
    expect(factsIn("wards: [All]")["Wards"]).toEqual(["All wards"]);
    expect(factsIn("wards: All\nlang: cy")["Wardiau"]).toEqual(["Pob ward"]);
  });

  it.each(["{Exempt: Yes}", "{Status: Not for publication}", "{file: Not for publication}", "{url: Exempt}"])(
    "may not say that the report is withheld: %s",
    (facts) => {
      const source = `---\ntitle: A\nauthor: B\ndate: 2024-03-24\nconfidential: No\nfacts: ${facts}\n---\n\nOne.\n`;
      expect(compileSource(source).diagnostics.map(({ rule }) => rule)).toEqual(["confidential-in-body"]);
    },
  );
});
