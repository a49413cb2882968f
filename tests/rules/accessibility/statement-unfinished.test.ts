import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { startFiles } from "../../../src/site/start-files.ts";
import { foundInPage, pageOf } from "./found-in-page.ts";

const START = {
  council: "Sallow Council",
  committees: [],
  author: "Priya Nair",
  date: "2026-01-02",
  hasGit: false,
  ci: "none",
  program: "1.0.0",
} as const;

describe("statement-unfinished", () => {
  it.each([
    ["england", "England"],
    ["wales", "Wales"],
    ["scotland", "Scotland"],
    ["northern-ireland", "Northern Ireland"],
  ] as const)("is all that there is to say of what init writes: a hint at each comment: %s", (nation, name) => {
    const file =
      startFiles({ ...START, nation }, (text) => readFileSync(`templates/start/${text}`, "utf8")).get(
        "content/pages/accessibility.md",
      ) ?? "";
    const lines = file.split("\n").flatMap((line, at) => (line.startsWith("<!-- TO COMPLETE:") ? [at + 1] : []));
    expect(lines).toHaveLength(3);
    const found = foundInPage("statement-unfinished", file, { nation: name });
    expect(found.map(({ place, severity }) => [severity, place.line])).toEqual(lines.map((line) => ["hint", line]));
    for (const rule of ["statement-part-missing", "statement-enforcer"])
      expect(foundInPage(rule, file, { nation: name })).toEqual([]);
    // With the comments gone, what the law asks for and nobody wrote is told of.
    const without = file.replace(/<!--[\s\S]*?-->/g, "");
    expect(foundInPage("statement-part-missing", without, { nation: name }).map(({ message }) => message)).toEqual([
      expect.stringContaining("a link to a contact form"),
      expect.stringContaining("why content is not accessible"),
    ]);
  });

  it("is told of a comment in the words of others", () => {
    const found = (comment: string): number =>
      foundInPage("statement-unfinished", pageOf(`<!-- ${comment} -->\n\nAll.`)).length;
    for (const comment of ["To do: test it.", "to complete", "TODO", "I’w gwblhau: prawf."])
      expect([comment, found(comment)]).toEqual([comment, 1]);
    for (const comment of ["Reviewed in May.", "Todos are elsewhere.", "We have to complete this by May."])
      expect([comment, found(comment)]).toEqual([comment, 0]);
  });

  it("is not told of other pages", () => {
    const file = pageOf("<!-- TO COMPLETE: a map. -->\n\nAll.", "Contact us");
    expect(foundInPage("statement-unfinished", file, { path: "pages/contact.md" })).toEqual([]);
  });
});
