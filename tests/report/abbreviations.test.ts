import { describe, expect, it } from "vitest";
import { type Around, type CompiledText, compileReport, findingsOf, rulesOf, textOf } from "../compiled-report.ts";

const LONG = "Harmful Sexual Behaviour";

/** "HSBs = Harmful Sexual Behaviour", for every mark in the page. */
function marked({ page }: CompiledText): readonly string[] {
  return page.all("abbr").map((element) => `${textOf(element)} = ${element.attributes.get("title")}`);
}

function glossary({ report }: CompiledText): readonly string[] {
  return (report?.abbreviations ?? []).map(({ short, long }) => `${short} = ${long}`);
}

describe("an abbreviation is defined", () => {
  it.each<[string, string, Around]>([
    ["in the text, long form first", "Harmful Sexual Behaviour (HSB) rose.\n\nThe HSB audit.", {}],
    ["in the text, short form first", "HSB (Harmful Sexual Behaviour) rose.\n\nThe HSB audit.", {}],
    ["in a section", "The HSB audit.\n\n## Abbreviations\n\nHSB – Harmful Sexual Behaviour", {}],
    ["in Markdown Extra", "The HSB audit.\n\n*[HSB]: Harmful Sexual Behaviour", {}],
    ["in Markdown Extra, at the top", "*[HSB]: Harmful Sexual Behaviour\n\nThe HSB audit.", {}],
    ["in the frontmatter", "The HSB audit.", { fields: "abbreviations:\n  HSB: Harmful Sexual Behaviour" }],
    ["for all reports", "The HSB audit.", { settings: "abbreviations:\n  HSB: Harmful Sexual Behaviour\n" }],
    ["in a table", "| A |\n|---|\n| Harmful Sexual Behaviour (HSB) |\n\nThe HSB audit.", {}],
    ["in a note", "The HSB audit.[^1]\n\n[^1]: Harmful Sexual Behaviour (HSB).", {}],
    ["in a list", "- Harmful Sexual Behaviour (HSB)\n\nThe HSB audit.", {}],
    ["in a quotation", "> Harmful Sexual Behaviour (HSB)\n\nThe HSB audit.", {}],
    ["in an annex", "See Annex A.\n\n## Annex A: B\n\nHarmful Sexual Behaviour (HSB). The HSB audit.", {}],
  ])("%s", (_, body, context) => {
    const compiled = compileReport(body, context);
    expect(rulesOf(compiled)).toEqual([]);
    expect(glossary(compiled)).toEqual([`HSB = ${LONG}`]);
    expect(marked(compiled)).toContain(`HSB = ${LONG}`);
  });

  it.each<[string, string, Around]>([
    ["its text", "Harmful School Behaviour (HSB).", {}],
    ["its section", "The HSB audit.\n\n## Abbreviations\n\nHSB – Harmful School Behaviour", {}],
    ["its frontmatter", "The HSB audit.", { fields: "abbreviations:\n  HSB: Harmful School Behaviour" }],
    ["its Markdown Extra", "The HSB audit.\n\n*[HSB]: Harmful School Behaviour", {}],
  ])("by the report over the site: %s wins", (_, body, context) => {
    const compiled = compileReport(body, { ...context, settings: "abbreviations:\n  HSB: Harmful Sexual Behaviour\n" });
    expect(glossary(compiled)).toEqual(["HSB = Harmful School Behaviour"]);
    expect(rulesOf(compiled, "error")).toEqual([]);
  });
});

describe("a definition that defines nothing", () => {
  it.each([
    ["Markdown Extra", "The HSB audit.\n\n*[HSB]:", ""],
    ["Markdown Extra with spaces", "The HSB audit.\n\n*[HSB]:   ", ""],
    ["the frontmatter", "The HSB audit.", 'abbreviations:\n  HSB: ""'],
  ])("is raised, and no mark has an empty title: %s", (_, body, fields) => {
    const compiled = compileReport(body, { fields });
    expect(rulesOf(compiled)).not.toEqual([]);
    expect(compiled.page.all("abbr").map(({ attributes }) => attributes.get("title"))).not.toContain("");
  });
});

describe("a short form that is a name of JavaScript's own", () => {
  it.each(["constructor", "toString", "hasOwnProperty"])("is one like any other: %s", (short) => {
    expect(glossary(compileReport(`The ${short} plan.`, { fields: `abbreviations:\n  ${short}: Long Form` }))).toEqual([
      `${short} = Long Form`,
    ]);
    expect(rulesOf(compileReport(`The ${short} plan and the Value Of It (${short}).`))).toEqual([]);
  });
});

describe("the glossary", () => {
  it("comes last where no section stands for it, behind the notes and annexes", () => {
    const { page } = compileReport(`${LONG} (HSB).[^1] See Annex A.\n\n## Annex A: B\n\nText.\n\n[^1]: Note.`);
    const last = page.root.children.filter((child) => typeof child !== "string").at(-1);
    expect(last?.attributes.get("class")).toBe("glossary");
    expect(page.all("dt").map((element) => textOf(element))).toEqual(["HSB"]);
  });

  it("is sorted without regard to case, accents and punctuation", () => {
    const shorts = ["NHS England", "DfE", "Årc", "aSb", "CO2e", "R&D", "A-Level", "DFA", "Z1", "AIM"];
    const compiled = compileReport(
      `One.\n\n## Abbreviations\n\n${shorts.map((short) => `${short} – Long form of it`).join("\n\n")}`,
    );
    expect(compiled.report?.abbreviations.map(({ short }) => short)).toEqual([
      "AIM",
      "A-Level",
      "Årc",
      "aSb",
      "CO2e",
      "DFA",
      "DfE",
      "NHS England",
      "R&D",
      "Z1",
    ]);
  });

  it("lists what the report's own list declares, although nothing uses it", () => {
    expect(glossary(compileReport("One.\n\n## Abbreviations\n\nHSB – Harmful Sexual Behaviour"))).toEqual([
      `HSB = ${LONG}`,
    ]);
  });

  it("does not list what only the site defines and the report does not use", () => {
    const compiled = compileReport("One.", { settings: "abbreviations:\n  HSB: Harmful Sexual Behaviour\n" });
    expect(glossary(compiled)).toEqual([]);
    expect(compiled.page.all(".glossary")).toEqual([]);
  });

  it("links to the paragraph of the first use", () => {
    const { page, report } = compileReport("One.\n\nThe HSB audit.\n\nHSB again.", {
      fields: "abbreviations:\n  HSB: Harmful Sexual Behaviour",
    });
    expect(report?.abbreviations[0]?.uses[0]).toEqual({ id: "para-2", kind: "paragraph", name: "2" });
    const [first] = page.all(".first-use").flatMap(({ children }) => children);
    expect(typeof first === "string" ? undefined : first?.attributes.get("href")).toBe("#para-2");
  });

  it("counts a definition in the text as a use", () => {
    const { report } = compileReport(`One.\n\n${LONG} (HSB).\n\nHSB again.`);
    expect(report?.abbreviations[0]?.uses[0]?.id).toBe("para-2");
  });

  it.each([
    ["a note", "One.[^1]\n\n[^1]: The HSB audit.", /^fn-1$/],
    ["an annex", "See Annex A.\n\n## Annex A: B\n\nThe HSB audit.", /^para-A1$/],
    ["a table", "One.\n\n| A |\n|---|\n| HSB |", /^para-1$/],
    ["an unnumbered foreword", "## Foreword\n\n:::unnumbered\nThe HSB audit.\n:::", /^foreword$/],
  ])("links to %s where the first use stands there", (_, body, id) => {
    const { report, page } = compileReport(body, { fields: "abbreviations:\n  HSB: Harmful Sexual Behaviour" });
    const use = report?.abbreviations[0]?.uses[0];
    expect(use?.id).toMatch(id);
    expect(page.byId(use?.id ?? "")).toBeDefined();
  });
});

describe("uses are marked", () => {
  const fields =
    "abbreviations:\n  HSB: Harmful Sexual Behaviour\n  NHS: National Health Service\n  NHS England: The executive body\n  R&D: Research and Development\n  AIM: Assessment\n  AIM 3: Assessment, third version\n  EHCP: Education, Health and Care Plan\n  DfE: Department for Education\n  HT: Head Teacher\n  ÉTÉ: A summer";

  it.each([
    ["The HSB audit.", ["HSB"]],
    ["HSB", ["HSB"]],
    ["“HSB”, (HSB); HSB: HSB! HSB?", ["HSB", "HSB", "HSB", "HSB", "HSB"]],
    ["An HSB-led review and the non-HSB cases.", ["HSB", "HSB"]],
    ["HSB/NHS", ["HSB", "NHS"]],
    ["HSB–NHS and HSB—NHS", ["HSB", "NHS", "HSB", "NHS"]],
    ["The NHS and NHS England met.", ["NHS", "NHS England"]],
    ["NHS\nEngland met.", ["NHS England"]],
    ["NHS\u00a0England met.", ["NHS England"]],
    ["NHS Englander met.", ["NHS"]],
    ["An AIM 3 assessment, an AIM assessment, AIM 30.", ["AIM 3", "AIM", "AIM"]],
    ["All EHCPs and an EHCP’s cost, the EHCP's and the EHCPs’ cost.", ["EHCPs", "EHCP’s", "EHCP's", "EHCPs’"]],
    ["The R&D grant.", ["R&D"]],
    ["The R&DX grant and the XR&D grant.", []],
    ["The DfE and the DFE and the dfe.", ["DfE"]],
    ["HTML holds no HT: HTTP, SHT, HT2, 2HT, HT_x, _HT_.", ["HT", "HT"]],
    ["xHSB HSBx HSB2 2HSB.", []],
    ["ÜHSB HSBé HSBß ХHSB HSBы.", []],
    ["HSB\u0301 and HSB.", ["HSB"]],
    ["ÉTÉ and xÉTÉ.", ["ÉTÉ"]],
    ["𝔸HSB HSB𝔸 HSB.", ["HSB"]],
    ["The *HSB* and **HSB** audits.", ["HSB", "HSB"]],
    ["[The HSB audit](https://example.org/HSB)", []],
    ["Write `HSB` so.", []],
    ["See https://example.org/HSB/x and HSB@example.org and www.HSB.example.", []],
    ["See <https://example.org/HSB>.", []],
    ["> HSB", ["HSB"]],
    ["- HSB", ["HSB"]],
    ["| HSB |\n|---|\n| HSB |", ["HSB", "HSB"]],
    ["Table: HSB\n\n| A |\n|---|\n| x |", ["HSB"]],
    ["Note.[^1]\n\n[^1]: HSB", ["HSB"]],
    ["```\nHSB\n```", []],
    ["    HSB", []],
    ["## HSB\n\nOne.", []],
    ["SENDING HSBS.", []],
    ["HSB.\\\nNHS.", ["HSB", "NHS"]],
  ])("%j gives %j", (body, uses) => {
    const compiled = compileReport(body, { fields });
    const shown = compiled.page.all("abbr").map((element) => textOf(element));
    expect(shown).toEqual(uses);
  });

  it("each with the long form as its title", () => {
    expect(marked(compileReport("NHS England and all EHCPs.", { fields }))).toEqual([
      "NHS England = The executive body",
      "EHCPs = Education, Health and Care Plan",
    ]);
  });

  it("and the first of each links to its entry, later ones do not", () => {
    const { page } = compileReport("HSB and NHS.\n\nHSB and NHS and HSB.", { fields });
    const links = page
      .all("abbr")
      .map(({ parent }) => (parent?.tag === "a" ? parent.attributes.get("href") : undefined));
    expect(links).toEqual(["#abbr-hsb", "#abbr-nhs", undefined, undefined, undefined]);
    expect(page.byId("abbr-hsb")).toBeDefined();
  });

  it("and no words of recommendations and title blocks, though in capitals, are missed", () => {
    const { diagnostics } = compileReport(
      "Council is asked to SUPPORT the plan, to DELEGATE the work and to APPROVE the cost.\n\n| TO: | PLANNING COMMITTEE |\n|---|---|\n| DATE: | 3 MARCH 2025 |\n| LEAD OFFICER: | P NAIR |\n| TEL: | 01632 960000 |\n| E-MAIL: | p.nair@example.gov.uk |",
    );
    expect(diagnostics.filter(({ rule }) => rule === "abbreviation-undefined")).toEqual([]);
  });

  it("and in brackets after words that its letters do not stand for it is to be listed, not to be written there again", () => {
    const { diagnostics } = compileReport("The Oldshire Great Western Railway company (GWR) came. GWR agreed.");
    const [found] = diagnostics.filter(({ rule }) => rule === "abbreviation-undefined");
    expect(found?.message).toContain("letters do not stand");
    expect(found?.fix).toContain("`abbreviations:`");
    expect(found?.fix).not.toContain("before it");
  });

  it("outside links alone: the next use leads to the entry", () => {
    const { page } = compileReport("[The HSB audit](https://example.org) and HSB.", { fields });
    const links = page.all("a").filter(({ parent }) => parent?.tag === "a");
    expect(links).toEqual([]);
    expect(page.all("abbr").map(({ parent }) => parent?.attributes.get("href"))).toEqual(["#abbr-hsb"]);
  });

  it("never within their own definition", () => {
    const compiled = compileReport("The NHS England Board (NHSEB) and the NB (NHS Board).", {
      settings: "abbreviations:\n  NHS: National Health Service\n",
    });
    expect(compiled.page.all("abbr").map((element) => textOf(element))).not.toContain("NHS");
    expect(compiled.page.all("abbr").map((element) => textOf(element))).toEqual(["NHSEB", "NB"]);
  });

  it("never within the glossary", () => {
    const { page } = compileReport("NHS.\n\n## Abbreviations\n\nNHS – National Health Service\n\nNHSE – NHS England");
    expect(
      page
        .all("dd")
        .flatMap(({ children }) => children.filter((child) => typeof child !== "string" && child.tag === "abbr")),
    ).toEqual([]);
  });

  it("with ids that are apart, also where short forms are alike", () => {
    const { page } = compileReport("One.", {
      fields: 'abbreviations:\n  DfE: One\n  DFE: Two\n  "D.F.E": Three\n  "R&D": Four',
    });
    const ids = page
      .all("dl")[0]
      ?.children.flatMap((child) => (typeof child === "string" ? [] : [child.attributes.get("id")]));
    expect(ids).toHaveLength(4);
    expect(new Set(ids).size).toBe(4);
  });

  it.each([
    "The HSB and NHS England audits of R&D, all EHCPs’ costs.",
    "*HSB*: [NHS](https://example.org), “AIM 3”.",
    "| HSB | NHS |\n|---|---|\n| AIM 3 | x |",
  ])("without a change to the visible text: %s", (body) => {
    const paragraphs = (compiled: CompiledText): string => compiled.page.text.replace(/Abbreviations .*$/, "").trim();
    expect(paragraphs(compileReport(body, { fields }))).toBe(paragraphs(compileReport(body)));
  });
});

describe("what is checked", () => {
  it("two truly different long forms in one report are an error, and both places are named", () => {
    const compiled = compileReport("Harmful Sexual Behaviour (HSB).\n\nHigher School Board (HSB).");
    expect(findingsOf(compiled)).toEqual(["error abbreviation-two-meanings 3"]);
    expect(compiled.diagnostics[0]?.related?.place.line).toBe(8);
  });

  it.each([
    ["text and list", "Harmful Sexual Behaviour (HSB).\n\n## Abbreviations\n\nHSB – Higher School Board", ""],
    ["text and frontmatter", "Harmful Sexual Behaviour (HSB).", "abbreviations:\n  HSB: Higher School Board"],
    ["text and Markdown Extra", "Harmful Sexual Behaviour (HSB).\n\n*[HSB]: Higher School Board", ""],
    [
      "two lines of a list",
      "One.\n\n## Abbreviations\n\nHSB – Harmful Sexual Behaviour\n\nHSB – Higher School Board",
      "",
    ],
    [
      "list and frontmatter",
      "One.\n\n## Abbreviations\n\nHSB – Harmful Sexual Behaviour",
      "abbreviations:\n  HSB: Higher School Board",
    ],
  ])("two long forms are an error wherever they stand: %s", (_, body, fields) => {
    expect(rulesOf(compileReport(body, { fields }), "error")).toEqual(["abbreviation-two-meanings"]);
  });

  it.each([
    ["case", "Harmful Sexual Behaviour (HSB). Harmful sexual behaviour (HSB)."],
    ["hyphens", "Multi-Agency Child Meeting (MACM). Multi Agency Child Meeting (MACM)."],
    ["words written as one", "Antisocial behaviour (ASB). Anti-social behaviour (ASB)."],
    ["the “and”", "Fire and Rescue Service (FRS). Fire & Rescue Service (FRS)."],
    ["a line", "Harmful Sexual Behaviour (HSB). Harmful\nSexual Behaviour (HSB)."],
    ["“and/or”", "Special Needs and/or Disabilities (SNAD). Special Needs and Disability (SNAD)."],
    ["a plural within", "A House in Multiple Occupation (HMO). Houses in Multiple Occupation (HMO)."],
    [
      "a plural in brackets and in the list",
      "Houses in Multiple Occupation (HMOs).\n\n## Abbreviations\n\nHMO – Houses in Multiple Occupation",
    ],
    ["the year", "Freedom of Information Act 2000 (FOIA). Freedom of Information Act (FOIA)."],
    ["the number", "Local Transport Plan 4 (LTP4). Local Transport Plan (LTP4)."],
    ["the order", "Harmful Sexual Behaviour (HSB). HSB (Harmful Sexual Behaviour)."],
    ["list and text", "Harmful Sexual Behaviour (HSB).\n\n## Abbreviations\n\nHSB – harmful sexual behaviour"],
  ])("long forms are the same but for %s", (_, body) => {
    expect(rulesOf(compileReport(body), "error")).toEqual([]);
  });

  it("different long forms in different reports are a warning", () => {
    const compiled = compileReport("Harmful Sexual Behaviour (HSB). The HSB audit.", {
      texts: {
        "reports/other.md":
          "---\ntitle: O\nauthor: P\ndate: 2024-03-25\nconfidential: No\n---\n\nHigher School Board (HSB). The HSB met.\n",
      },
    });
    expect(compiled.diagnostics.map(({ rule, severity }) => `${severity} ${rule}`)).toEqual([
      "warning abbreviation-meanings-differ",
    ]);
  });

  it("a short form that nothing defines is a warning, once, at its first use", () => {
    const compiled = compileReport("One.\n\nWork with NSPCC began.\n\nNSPCC again.");
    expect(findingsOf(compiled)).toEqual(["warning abbreviation-undefined 3"]);
    expect(compiled.diagnostics[0]).toMatchObject({ place: { column: 11, endColumn: 16 } });
    expect(compiled.diagnostics[0]?.message).toContain("NSPCC");
  });

  it.each(["Home Safety Board (H-SB) met. The H-SB agreed.", "The H/SB.\n\n*[H/SB]: Home Safety Board"])(
    "the part of a short form that is defined needs no definition: %s",
    (body) => {
      expect(rulesOf(compileReport(body))).toEqual([]);
      expect(rulesOf(compileReport(`${body}\n\nThe SB met.`))).toEqual(["abbreviation-undefined"]);
    },
  );

  it("a short form that `known:` lists needs no definition", () => {
    expect(rulesOf(compileReport("Work with NSPCC.", { settings: "known: [NSPCC]\n" }))).toEqual([]);
  });

  it.each(["UK", "NHS", "MP", "PDF", "MPs", "BBC", "EU"])("%s needs no definition by default", (short) => {
    expect(rulesOf(compileReport(`The ${short} replied.`))).toEqual([]);
  });
});

describe("the title of a person behind the name", () => {
  it.each(["Gail Pearce (GP) spoke.", "Mary Parker (MP) spoke, and Mary Parker (MP) left."])(
    "is no definition: %s",
    (body) => {
      expect(compileReport(body).report?.abbreviations).toEqual([]);
    },
  );

  it("is told from an office", () => {
    const { report } = compileReport("The General Practitioner (GP) met. The GP agreed.");
    expect(report?.abbreviations.map(({ long }) => long)).toEqual(["General Practitioner"]);
  });

  it("does not keep a known short form from being explained", () => {
    const { report } = compileReport("Members of Parliament (MPs) met. The MPs agreed.");
    expect(report?.abbreviations.map(({ long }) => long)).toEqual(["Member of Parliament"]);
  });
});
