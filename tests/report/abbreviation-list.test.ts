import { describe, expect, it } from "vitest";
import { compileReport, findingsOf, firstLine, rulesOf, textOf } from "../compiled-report.ts";

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
    "## List of acronyms used in this report",
    "## Key to abbreviations",
    "## Initialisms & acronyms",
    "## Byrfoddau",
    "## Rhestr o fyrfoddau",
    "## Byrfoddau ac acronymau",
  ])("may be %j", (heading) => {
    const body = heading.startsWith("###") ? `## B\n\n${heading}` : heading;
    expect(glossary("HSB – Harmful Sexual Behaviour", body)).toEqual([HSB]);
  });

  it.each([
    "## Abbreviations and their misuse",
    "## On acronyms",
    "## Budget",
    "## Abbreviated plan",
    "## Glossary",
    "## Glossary of terms and abbreviations",
    "## Abbreviations and terms",
    "**Abbreviations:**",
  ])("is not %s", (heading) => {
    expect(glossary("HSB – Harmful Sexual Behaviour", heading)).toEqual([]);
  });
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
    ["a horizontal bar", "HSB ― Harmful Sexual Behaviour"],
    ["a figure dash", "HSB ‒ Harmful Sexual Behaviour"],
    ["a colon without a space", "HSB:Harmful Sexual Behaviour"],
    ["several spaces", "HSB    Harmful Sexual Behaviour"],
    ["a full stop", "HSB – Harmful Sexual Behaviour."],
    ["a semicolon", "- HSB – Harmful Sexual Behaviour;"],
    ["a full stop in Markdown Extra", "*[HSB]: Harmful Sexual Behaviour."],
    ["a hyphen between no-break spaces", "HSB\u00a0-\u00a0Harmful Sexual Behaviour"],
    ["a hyphen of another kind", "HSB ‐ Harmful Sexual Behaviour"],
    ["a full stop behind the short form", "HSB. – Harmful Sexual Behaviour"],
    ["marks of quotation", "“HSB” – Harmful Sexual Behaviour"],
    ["a link", "HSB – [Harmful Sexual](https://example.org) Behaviour"],
    ["emphasis over the end of a line", "**HSB** – *Harmful\nSexual* Behaviour"],
    ["a sentence above it", "These are used:\nHSB – Harmful Sexual Behaviour"],
    ["a sentence below it", "HSB – Harmful Sexual Behaviour.\nThese are all."],
    ["a definition list", "HSB\n: Harmful Sexual Behaviour"],
    ["a definition list that is bold and spaced", "**HSB**\n\n:   Harmful Sexual Behaviour"],
    ["a definition list that wraps", "HSB\n: Harmful\n  Sexual Behaviour"],
    [
      "a table whose long form goes on in a row",
      "| Term | Meaning |\n|---|---|\n| HSB | Harmful |\n| | Sexual Behaviour |",
    ],
    [
      "a table whose long form goes on in rows",
      "| Term | Meaning |\n|---|---|\n| HSB | Harmful |\n| | Sexual |\n| | Behaviour. |",
    ],
    ["a table with line breaks", "| Term | Meaning |\n|---|---|\n| HSB | Harmful<br>Sexual<br>Behaviour |"],
    ["a table with bold cells", "| **Acronym** | **In full** |\n|---|---|\n| **HSB** | Harmful Sexual Behaviour |"],
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
    [
      "rows that each go on in further rows",
      "| Term | Meaning |\n|---|---|\n| AIM | Assessment, |\n| | Intervention, |\n| | Moving on |\n| HSB | Harmful |\n| | Sexual Behaviour |",
    ],
    [
      "lines that each go on over further lines",
      "AIM – Assessment,\nIntervention,\nMoving\non\nHSB – Harmful\nSexual\nBehaviour",
    ],
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
    ["T-levels: Technical levels", "T-levels = Technical levels"],
    ["B&B: bed and breakfast", "B&B = bed and breakfast"],
    ["p.a. – per annum", "p.a. = per annum"],
    ["eFSM – eligible for free school meals", "eFSM = eligible for free school meals"],
    ["Cllr. – Councillor", "Cllr. = Councillor"],
    ["e.g. – for example", "e.g. = for example"],
    ["U.S. – United States", "U.S. = United States"],
    ["Ofsted: Office for Standards in Education", "Ofsted = Office for Standards in Education"],
    ["NHS\u00a0England – the board", "NHS England = the board"],
    ["COVID\u201119 – Coronavirus disease", "COVID-19 = Coronavirus disease"],
    ["YT Ltd – York Tours Ltd.", "YT Ltd = York Tours Ltd."],
    ["HSB – A kind of behaviour. It harms.", "HSB = A kind of behaviour. It harms."],
    ["MASH – a hub of the council\nCouncil – led by officers", "MASH = a hub of the council Council – led by officers"],
    ["NHS E&I – NHS England and Improvement", "NHS E&I = NHS England and Improvement"],
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

  it.each([
    ["a line without a separator", "HSB – Harmful Sexual Behaviour\n  CSE Child Sexual Exploitation", "6:3-32"],
    ["a hyphen without spaces", "HSB-Harmful Sexual Behaviour", "5:1-29"],
    ["a hyphen with a space behind it", "HSB- Harmful Sexual Behaviour", "5:1-30"],
    ["small letters that stand for it", "HSB harmful sexual behaviour.", "5:1-30"],
    ["no long form", "- HSB – Harmful Sexual Behaviour\n- **CSE** –", "6:3-12"],
    ["no long form and no dash", "CSE", "5:1-4"],
    ["a note", "HSB – Harmful Sexual\nBehaviour[^1]\n\n[^1]: A note.", "6:10-14"],
    ["an image", "HSB – Harmful ![x](update/x.png)", "5:15-33"],
    ["code", "- CSE – Child\n- HSB – Harmful *Sexual `x`*", "6:25-28"],
    ["a list within a list", "- HSB – Harmful Sexual Behaviour\n  - CSE – Child Sexual Exploitation", "5:3-33 6:5-36"],
    ["a quotation", "> Text.\n> HSB – Harmful Sexual Behaviour", "6:3-33"],
    ["code of several lines", "```\nx\nHSB – Harmful Sexual Behaviour\n```", "7:1-31"],
    ["indented code", "    HSB – Harmful Sexual Behaviour", "5:1-31"],
    ["a table of three columns", "| A | B | C |\n|---|---|---|\n| HSB | x | y |", "5:1-14"],
    ["a row without its long form", "| Term | Meaning |\n|---|---|\n| HSB | |", "7:1-10"],
    ["a row that is none", "| Term | Meaning |\n|---|---|\n| Good practice | that works |", "7:1-31"],
    ["a note in a row", "| Term | Meaning |\n|---|---|\n| HSB | Harmful[^1] |\n\n[^1]: A note.", "7:16-20"],
    ["a header that is none", "| Word of ours | Meaning |\n|---|---|\n| HSB | Harmful Sexual Behaviour |", "5:1-27"],
  ])("is a warning at its place, and stays, where it is %s", (_, section, places) => {
    const notes = section.includes("[^1]") ? "One.[^1]" : "One.";
    const compiled = compileReport(`${notes}\n\n## Abbreviations\n\n${section}`, {
      attachments: [{ path: "reports/update/x.png", format: "PNG", width: 1, height: 1 }],
    });
    const found = compiled.diagnostics.filter(({ rule }) => rule === "abbreviation-entry-unread");
    expect(
      found.map(({ place }) => `${place.line - firstLine() + 1}:${place.column}-${place.endColumn}`).join(" "),
    ).toBe(places);
    for (const word of section.replace(/\[\^1\]|\(.*?\)|\bTerm\b|\bMeaning\b/g, "").match(/\p{L}+/gu) ?? [])
      if (word !== "x") expect(compiled.page.text).toContain(word);
  });

  it.each([
    ["a remark", "Note: this list is not complete."],
    ["a remark with a dash", "Note – this list is not complete."],
    ["a sentence that begins with an abbreviation", "NHS England and the council share these terms."],
    ["a caption", "Table 1: Words that are used"],
    ["an article", "The NHS – what it does"],
    ["a word that it does not stand for", "Important: these are not all"],
    ["a word whose letters stand in what follows by chance", "Ward: how a road is named"],
    ["a word with a full stop", "Act. – a law"],
  ])("is no abbreviation, nor raised: %s", (_, section) => {
    const compiled = compileReport(`One.\n\n## Abbreviations\n\n${section}`);
    expect(findingsOf(compiled)).toEqual([]);
    expect(compiled.report?.abbreviations).toEqual([]);
    expect(compiled.page.text).toContain(section);
  });

  it("keeps its emphasis, its links and its own lines", () => {
    const { html } = compileReport(
      "One.\n\n## Abbreviations\n\nSee *this\nand* [that](https://example.org).\nHSB – Harmful Sexual Behaviour.\nThese are **all**.",
    );
    expect(html).toContain(
      '<p>See <em>this</em>\n<em>and</em> <a href="https://example.org" rel="noopener">that</a>.</p>',
    );
    expect(html).toContain("<p>These are <strong>all</strong>.</p>");
  });

  it("keeps the number of its item", () => {
    const { html } = compileReport("One.\n\n## Abbreviations\n\n1. HSB – Harmful Sexual Behaviour\n2. and others");
    expect(html).toContain('<ol start="2">\n<li>and others</li>\n</ol>');
  });

  it("keeps its table, with the header and the caption", () => {
    const { page } = compileReport(
      "One.\n\n## Abbreviations\n\nTable: Words\n\n| Term | Meaning |\n|---|---|\n| HSB | Harmful Sexual Behaviour |\n| Good practice | that works |",
    );
    expect(page.all("table").map((element) => textOf(element))).toEqual([
      "Words Term Meaning Good practice that works",
    ]);
    expect(page.all("dt").map((element) => textOf(element))).toEqual(["HSB"]);
  });

  it("keeps a row that goes on a row that is none", () => {
    const { page } = compileReport(
      "One.\n\n## Abbreviations\n\n| HSB | Harmful Sexual Behaviour |\n|---|---|\n| Good practice | that works |\n| | or so |",
    );
    expect(page.all("tr").map((element) => textOf(element))).toEqual(["Good practice that works", "or so"]);
    expect(page.all("dd").map((element) => textOf(element))).toEqual(["Harmful Sexual Behaviour"]);
  });

  it("is a header of common words, though they could be names", () => {
    const { page, report } = compileReport(
      "One.\n\n## Abbreviations\n\n| Ward | Area |\n|---|---|\n| HSB | Harmful Sexual Behaviour |",
    );
    expect(page.all("p").map((element) => textOf(element))).toEqual(["One.", "Ward – Area"]);
    expect(report?.abbreviations.map(({ short }) => short)).toEqual(["HSB"]);
  });

  it("keeps the words that head a table as a line where they say more than that it is one", () => {
    const { page } = compileReport(
      "One.\n\n## Abbreviations\n\n| Words of ours | Meaning |\n|---|---|\n| HSB | Harmful Sexual Behaviour |",
    );
    expect(page.all("p").map((element) => textOf(element))).toEqual(["One.", "Words of ours – Meaning"]);
  });
});

describe("an entry that stands twice", () => {
  it("with one long form is one, and with two is an error at the second", () => {
    const twice = (long: string) =>
      compileReport(`The HSB audit.\n\n## Abbreviations\n\n- HSB – Harmful Sexual Behaviour\n- HSB – ${long}`);
    expect(findingsOf(twice("harmful sexual behaviour."))).toEqual([]);
    expect(findingsOf(twice("Higher School Board"))).toEqual(["error abbreviation-two-meanings 6"]);
    expect(twice("Higher School Board").diagnostics[0]?.place).toMatchObject({ column: 3, endColumn: 28 });
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

describe("a line with a sign that separates nothing", () => {
  it.each([
    "EY | Early Years",
    "QOL ... Quality of Life",
    "NQT → Newly Qualified Teacher",
    "A&E (Accident and Emergency)",
  ])("is a warning, and stays as text: %s", (line) => {
    const compiled = compileReport(`One.\n\n## Abbreviations\n\n${line}`);
    expect(rulesOf(compiled)).toContain("abbreviation-entry-unread");
    expect(compiled.page.text).toContain(line.split(" ").at(-1));
  });
});
