import { describe, expect, it } from "vitest";
import { compileReport, findingsOf, rulesOf, textOf } from "../compiled-report.ts";

const HSB = "HSB = Harmful Sexual Behaviour";
const AIM = "AIM = Assessment, Intervention, Moving on";

function glossary(section: string, heading = "## Abbreviations"): readonly string[] {
  const { report } = compileReport(`One.\n\n${heading}\n\n${section}`);
  return (report?.abbreviations ?? []).map(({ short, long }) => `${short} = ${long}`);
}

describe("the heading of a list of abbreviations", () => {
  it.each([
    "## Abbreviations",
    "## Glossary of abbreviations",
    "## Glossary of Abbreviations",
    "## Acronyms",
    "## ABBREVIATIONS",
    "## Abbreviations:",
    "### Abbreviations",
    "## *Abbreviations*",
    "## **Abbreviations**",
    "## List of abbreviations",
    "## Abbreviations and acronyms",
    "## Acronyms and abbreviations",
    "## Abbreviations used in this report",
    "## Abbreviations ##",
    "Abbreviations\n-----",
  ])("may be %j", (heading) => {
    const body = heading.startsWith("###") ? `## B\n\n${heading}` : heading;
    expect(glossary("HSB – Harmful Sexual Behaviour", body)).toEqual([HSB]);
  });

  it.each(["## Abbreviations and their misuse", "## On acronyms", "## Budget", "## Abbreviated plan"])(
    "is not %s",
    (heading) => {
      expect(glossary("HSB – Harmful Sexual Behaviour", heading)).toEqual([]);
    },
  );
});

describe("an entry", () => {
  it.each([
    ["an en dash", "HSB – Harmful Sexual Behaviour"],
    ["an em dash", "HSB — Harmful Sexual Behaviour"],
    ["a hyphen", "HSB - Harmful Sexual Behaviour"],
    ["two hyphens", "HSB -- Harmful Sexual Behaviour"],
    ["a minus sign", "HSB − Harmful Sexual Behaviour"],
    ["a colon", "HSB: Harmful Sexual Behaviour"],
    ["a colon behind a space", "HSB : Harmful Sexual Behaviour"],
    ["an equals sign", "HSB = Harmful Sexual Behaviour"],
    ["a tab", "HSB\tHarmful Sexual Behaviour"],
    ["an en dash without spaces", "HSB–Harmful Sexual Behaviour"],
    ["an em dash without spaces", "HSB—Harmful Sexual Behaviour"],
    ["bold", "**HSB** – Harmful Sexual Behaviour"],
    ["bold with its colon", "**HSB:** Harmful Sexual Behaviour"],
    ["bold throughout", "**HSB – Harmful Sexual Behaviour**"],
    ["a bullet", "- HSB – Harmful Sexual Behaviour"],
    ["a bullet of another kind", "* HSB: Harmful Sexual Behaviour"],
    ["a numbered item", "1. HSB – Harmful Sexual Behaviour"],
    ["a table without a heading of its own", "|  |  |\n|---|---|\n| HSB | Harmful Sexual Behaviour |"],
    ["a table", "| Abbreviation | Meaning |\n|---|---|\n| HSB | Harmful Sexual Behaviour |"],
    ["a table whose heading row is an entry", "| HSB | Harmful Sexual Behaviour |\n|---|---|"],
    ["Markdown Extra", "*[HSB]: Harmful Sexual Behaviour"],
    ["a wrapped line", "HSB – Harmful\nSexual Behaviour"],
    ["a wrapped line in an item", "- HSB – Harmful\n  Sexual Behaviour"],
    ["a bullet and a no-break space", "- HSB\u00a0– Harmful Sexual Behaviour"],
  ])("may be written with %s", (_, section) => {
    expect(glossary(section)).toEqual([HSB]);
  });

  it.each([
    ["paragraphs", "AIM – Assessment, Intervention, Moving on\n\nHSB – Harmful Sexual Behaviour"],
    ["lines", "AIM – Assessment, Intervention, Moving on\nHSB – Harmful Sexual Behaviour"],
    ["lines that end in two spaces", "AIM – Assessment, Intervention, Moving on  \nHSB – Harmful Sexual Behaviour"],
    ["lines that end in a backslash", "AIM – Assessment, Intervention, Moving on\\\nHSB – Harmful Sexual Behaviour"],
    ["items", "- AIM – Assessment, Intervention, Moving on\n- HSB – Harmful Sexual Behaviour"],
    ["items apart", "- AIM – Assessment, Intervention, Moving on\n\n- HSB – Harmful Sexual Behaviour"],
    [
      "rows",
      "| Short | Long |\n|---|---|\n| AIM | Assessment, Intervention, Moving on |\n| HSB | Harmful Sexual Behaviour |",
    ],
    ["several dashes", "AIM – Assessment, Intervention, Moving on\n\nHSB - Harmful Sexual Behaviour"],
    ["the other order", "HSB – Harmful Sexual Behaviour\n\nAIM – Assessment, Intervention, Moving on"],
    ["a wrapped entry first", "AIM – Assessment,\nIntervention, Moving on\nHSB – Harmful Sexual Behaviour"],
    [
      "headings within the section",
      "### A\n\nAIM – Assessment, Intervention, Moving on\n\n### H\n\nHSB – Harmful Sexual Behaviour",
    ],
  ])("stands among others in %s", (_, section) => {
    expect(glossary(section)).toEqual([AIM, HSB]);
  });

  it.each([
    ["AIM 3 – Assessment, Intervention, Moving on", "AIM 3 = Assessment, Intervention, Moving on"],
    ["R&D – Research and Development", "R&D = Research and Development"],
    ["LTP4 – Local Transport Plan 4", "LTP4 = Local Transport Plan 4"],
    ["NHS England – National Health Service England", "NHS England = National Health Service England"],
    ["DfE – Department for Education", "DfE = Department for Education"],
    ["CO2e – carbon dioxide equivalent", "CO2e = carbon dioxide equivalent"],
    ["S.106 – Section 106", "S.106 = Section 106"],
    ["T&F – Task-and-Finish – a small group", "T&F = Task-and-Finish – a small group"],
    ["ASB – Anti-Social Behaviour", "ASB = Anti-Social Behaviour"],
    ["A-level – Advanced level", "A-level = Advanced level"],
    ["COVID-19 – Coronavirus disease 2019", "COVID-19 = Coronavirus disease 2019"],
  ])("keeps its words: %s", (section, entry) => {
    expect(glossary(section)).toEqual([entry]);
  });
});

describe("what is no entry", () => {
  it.each(["These are the abbreviations that this report uses.", "The following are explained in the text"])(
    "stays as unnumbered text: %s",
    (sentence) => {
      const compiled = compileReport(`One.\n\n## Abbreviations\n\n${sentence}\n\nHSB – Harmful Sexual Behaviour`);
      expect(compiled.page.paragraphs).toEqual(["1. One."]);
      expect(
        compiled.page
          .all("section")
          .map((element) => textOf(element))
          .join(" "),
      ).toContain(sentence);
      expect(compiled.report?.abbreviations.map(({ short }) => short)).toEqual(["HSB"]);
    },
  );

  it("stays beside the entries of its list", () => {
    const compiled = compileReport("One.\n\n## Abbreviations\n\n- HSB – Harmful Sexual Behaviour\n- and others");
    expect(compiled.page.text).toContain("and others");
  });

  it("is a warning at its line where it looks like an entry and cannot be read, and stays as text", () => {
    const compiled = compileReport(
      "One.\n\n## Abbreviations\n\nHSB Harmful Sexual Behaviour\n\nAIM – Assessment, Intervention, Moving on",
    );
    expect(findingsOf(compiled)).toContain("warning abbreviation-entry-unread 5");
    expect(compiled.page.text).toContain("HSB Harmful Sexual Behaviour");
  });

  it("keeps a table of three columns as it is", () => {
    const compiled = compileReport("One.\n\n## Abbreviations\n\n| A | B | C |\n|---|---|---|\n| HSB | x | y |");
    expect(compiled.page.all("table")).toHaveLength(1);
  });
});

describe("the section", () => {
  it("is replaced where it stands by the glossary, and the words of its heading stay", () => {
    const { page, html } = compileReport(
      "One.\n\n## Acronyms\n\nHSB – Harmful Sexual Behaviour\n\n## C\n\nThe HSB audit.",
    );
    expect(page.all("h2").map((element) => textOf(element))).toEqual(["Acronyms", "C"]);
    expect(page.all("dl")).toHaveLength(1);
    expect(html.indexOf("<dl")).toBeLessThan(html.indexOf("The "));
    expect(page.all("p").filter((element) => textOf(element).includes("– Harmful"))).toEqual([]);
  });

  it("in an annex defines, and loses no word", () => {
    const { page, report } = compileReport(
      "See Annex A. The HSB audit.\n\n## Annex A: B\n\nText.\n\n### Abbreviations\n\nHSB – Harmful Sexual Behaviour",
    );
    expect(report?.abbreviations.map(({ short }) => short)).toEqual(["HSB"]);
    expect(page.text).toContain("Harmful Sexual Behaviour");
  });

  it("defines from the start of the report", () => {
    expect(rulesOf(compileReport("The HSB audit.\n\n## Abbreviations\n\nHSB – Harmful Sexual Behaviour"))).toEqual([]);
  });

  it("may stand twice, and both define", () => {
    const { report, page } = compileReport(
      "One.\n\n## Abbreviations\n\nHSB – Harmful Sexual Behaviour\n\n## B\n\nTwo.\n\n## Acronyms\n\nAIM – Assessment, Intervention, Moving on",
    );
    expect(report?.abbreviations.map(({ short }) => short)).toEqual(["AIM", "HSB"]);
    for (const words of ["Harmful Sexual Behaviour", "Assessment, Intervention, Moving on"])
      expect(page.text).toContain(words);
  });
});
