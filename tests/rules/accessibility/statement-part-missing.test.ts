import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readStatement } from "../../../src/rules/accessibility/statement-page.ts";
import { STATEMENT_PARTS } from "../../../src/rules/accessibility/statement-parts.ts";
import { parsed } from "../../compile-text.ts";
import { foundInPage, pageOf, STATEMENT } from "./found-in-page.ts";

const FOLDER = new URL("statements/", import.meta.url);
const statement = (name: string): string => readFileSync(new URL(name, FOLDER), "utf8");

/** What is missing, as the messages name it. */
function missingIn(file: string, path = STATEMENT): readonly string[] {
  const found = foundInPage("statement-part-missing", file, { path });
  return found.map(({ message }) => /not found: (.*) \(regulation/.exec(message)?.[1] ?? message).sort();
}

const FORM = "a link to a contact form";
const ENFORCEMENT = "a link to the enforcement procedure";
const CONTENT = "which parts of the content are not accessible and why, or that all of it is";
const REQUESTS = "that readers may ask for what is left out, such as in another format";

/** Statements in the forms that councils use, and what each leaves out. */
const STATEMENTS: Readonly<Record<string, readonly string[]>> = {
  "email-only.md": [FORM, ENFORCEMENT],
  "fully-compliant.md": [],
  "govuk-sample.md": [],
  "northern-ireland-copied.md": [],
  "northern-ireland.md": [],
  "own-form.md": [],
  "pledge.md": [CONTENT, FORM, REQUESTS, ENFORCEMENT],
  "scotland.md": [],
  "wales-cy-short.md": [FORM, ENFORCEMENT],
  "wales-cy.md": [],
};

describe("statement-part-missing", () => {
  it.each(readdirSync(FOLDER))("finds what a statement leaves out, and nothing else: %s", (name) => {
    expect(missingIn(statement(name))).toEqual(STATEMENTS[name]?.toSorted());
  });

  it.each(STATEMENT_PARTS.map((part) => [part.missing, part] as const))("knows, by its words: %s", (_name, part) => {
    const isIn = (text: string): boolean => part.isIn(readStatement(parsed(`${text}\n`)));
    expect(part.examples.filter((example) => !isIn(example))).toEqual([]);
    expect(part.others.filter(isIn)).toEqual([]);
  });

  it("is a warning at the title, with the words of the regulation that ask for it", () => {
    const [first] = foundInPage("statement-part-missing", statement("email-only.md"));
    expect(first).toMatchObject({ severity: "warning", place: { path: STATEMENT, line: 2, column: 8 } });
    expect(first?.message).toContain("regulation 8(4)(c)");
  });

  it.each([
    ["pages/accessibility.md", "Accessibility"],
    ["pages/access.md", "Our accessibility statement"],
    ["pages/accessibility-statement.md", "Reading our reports"],
    ["pages/hygyrchedd.md", "Hygyrchedd"],
    ["pages/a.md", "Datganiad hygyrchedd"],
  ])("is about the page %s that is called %s", (path, title) => {
    expect(missingIn(pageOf("We want all to read this.", title), path)).toContain(ENFORCEMENT);
  });

  it.each([
    ["pages/contact.md", "Contact us"],
    ["pages/guildhall.md", "Accessibility of the Guildhall"],
  ])("is not about the page %s that is called %s", (path, title) => {
    expect(missingIn(pageOf("We want all to read this.", title), path)).toEqual([]);
  });

  it("reads no comment and no words for an image as part of a statement", () => {
    const hidden = "<!-- not accessible because; another format -->\n\n![Not accessible because](a.png)\n\nWords.\n";
    expect(missingIn(pageOf(hidden))).toEqual([FORM, ENFORCEMENT, REQUESTS, CONTENT]);
  });

  it("asks why where something is said not to be accessible", () => {
    expect(missingIn(pageOf("Some PDFs are not accessible."))).toContain("why content is not accessible");
  });

  it("leaves what a comment says is still to be written to the other rule", () => {
    const body = (comment: string): string => pageOf(`We want all to read this.\n\n<!-- ${comment} -->`);
    expect(missingIn(body("TO COMPLETE: link the contact form."))).not.toContain(FORM);
    expect(missingIn(body("TO COMPLETE: link the contact form."))).toContain(ENFORCEMENT);
    expect(missingIn(body("The contact form is on the other site."))).toContain(FORM);
  });

  it("knows a link by its definition, and a bare address", () => {
    const body = "Use the [contact form][1], or https://www.equalityadvisoryservice.com/.\n\n[1]: https://a.example/b";
    expect(missingIn(pageOf(body))).toEqual([REQUESTS, CONTENT]);
  });
});
