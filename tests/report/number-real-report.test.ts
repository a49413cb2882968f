import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { type CompiledText, compileSource, type PageElement, textOf } from "../compiled-report.ts";

const FOLDER = new URL("../../../shared/real/", import.meta.url);
const fileOf = (style: string): URL => new URL(`cyscp-update.${style}.md`, FOLDER);
const STYLES = ["typed", "automatic"];
const isThere = STYLES.every((style) => existsSync(fileOf(style)));

/** The paragraphs that are one piece in one file and two in the other. */
const DIVIDED = ["para-5", "para-19"];

describe.skipIf(!isThere)(
  `the real report${isThere ? "" : " (skipped: its two files are not beside the repository, in ../shared/real/)"}`,
  () => {
    const compiled = new Map<string, CompiledText>();
    const get = (style: string): CompiledText => {
      const known = compiled.get(style);
      if (known !== undefined) return known;
      const fresh = compileSource(readFileSync(fileOf(style), "utf8"));
      compiled.set(style, fresh);
      return fresh;
    };

    describe.each(STYLES)("%s", (style) => {
      it("is published, with warnings and without errors", () => {
        const { report, diagnostics } = get(style);
        expect(report).toBeDefined();
        expect(diagnostics.map(({ severity }) => severity)).not.toContain("error");
      });

      it("has paragraphs 1 to 20", () => {
        const numbers = Array.from({ length: 20 }, (_, index) => `${index + 1}`);
        expect(get(style).report?.paragraphs.map(({ number }) => number)).toEqual(numbers);
      });

      it("has the glossary of six entries that its author wrote", () => {
        const entries = new Map(get(style).report?.abbreviations.map(({ short, long }) => [short, long]));
        expect([...entries.keys()]).toEqual(["AIM", "CYSCP", "HMICFRS", "HSB", "MACEM", "SEND"]);
        for (const [, short = "", long] of readFileSync(fileOf(style), "utf8").matchAll(/^([A-Z]{3,}) [–-] (.+)$/gm))
          expect(entries.get(short)).toBe(long);
      });

      it("finds short forms in the text, both ways round, and those of the list at their first use", () => {
        const uses = new Map(get(style).report?.abbreviations.map(({ short, uses: [first] }) => [short, first?.id]));
        expect(Object.fromEntries(uses)).toEqual({
          AIM: "para-16",
          CYSCP: "para-1",
          HMICFRS: "para-18",
          HSB: "para-2",
          MACEM: "para-19",
          SEND: "para-14",
        });
      });

      it("finds CYSCP, HSB and MACEM without the list, too", () => {
        const source = readFileSync(fileOf(style), "utf8");
        const { report } = compileSource(source.slice(0, source.indexOf("## Abbreviations")));
        expect(report?.abbreviations.map(({ short }) => short)).toEqual(["CYSCP", "HSB", "MACEM"]);
      });

      it("raises NSPCC, and no other short form, as never defined", () => {
        const raised = get(style).diagnostics.filter(({ rule }) => rule === "abbreviation-undefined");
        expect(raised.map(({ severity, message }) => `${severity} ${message.split(" ", 1)[0]}`)).toEqual([
          "warning NSPCC",
        ]);
      });

      it("links Annex A in paragraph 12", () => {
        const { page } = get(style);
        const paragraph = page.byId("para-12");
        const link = page.all("a").find((element) => textOf(element) === "Annex A" && isWithin(element, paragraph));
        expect(page.byId(link?.attributes.get("href")?.slice(1) ?? "")).toBeDefined();
      });

      it("lists its annex as not attached, with a warning", () => {
        const { report, page, diagnostics } = get(style);
        expect(report?.annexes.map(({ letter, status }) => `${letter} ${status}`)).toEqual(["A not attached"]);
        expect(page.all(".annex-list").map((element) => textOf(element))[0]).toMatch(/^Annex A: .* – not attached$/);
        expect(diagnostics.map(({ rule, severity }) => `${severity} ${rule}`)).toContain("warning annex-not-attached");
      });
    });

    it("has both pieces of paragraphs 5 and 19 under one number in typed form", () => {
      const { page } = get("typed");
      expect(DIVIDED.map((id) => page.all("p").filter((element) => isWithin(element, page.byId(id))).length)).toEqual([
        2, 2,
      ]);
    });

    it("is the same page from both files, but for the pieces of paragraphs 5 and 19", () => {
      const [typed = "", automatic = ""] = STYLES.map((style) => paragraphsJoined(get(style).html));
      expect(typed).toBe(automatic);
      expect(get("typed").html).not.toBe(get("automatic").html);
    });

    it("loses no word", () => {
      for (const style of STYLES) {
        const source = readFileSync(fileOf(style), "utf8").replace(/^---.*?^---$/ms, "");
        const shown = new Set(get(style).page.text.match(/\p{L}+/gu));
        expect((source.match(/\p{L}+/gu) ?? []).filter((word) => !shown.has(word))).toEqual([]);
      }
    });
  },
);

function isWithin(element: PageElement, ancestor: PageElement | undefined): boolean {
  for (let above = element.parent; above !== undefined; above = above.parent) if (above === ancestor) return true;
  return false;
}

function paragraphsJoined(html: string): string {
  return html.replace(/<div class="para" id="(para-\d+)">.*?<\/div>\n<\/div>/gs, (whole, id) =>
    DIVIDED.includes(id) ? whole.replace(/<\/p>\n<p>/g, " ") : whole,
  );
}
