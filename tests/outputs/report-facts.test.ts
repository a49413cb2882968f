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
