import { describe, expect, it } from "vitest";
import { fixBody } from "./fixed-text.ts";

describe("dashes", () => {
  it.each([
    ["The panel met - as ever - in May.", "The panel met – as ever – in May."],
    ["The panel -- all of it -- met.", "The panel – all of it – met."],
    ["The panel--all of it--met.", "The panel – all of it – met."],
    ["**Costs** - see *below* - rose (2019) - a lot.", "**Costs** – see *below* – rose (2019) – a lot."],
    ["It cost £5 - a rise - and “more” - yes.", "It cost £5 – a rise – and “more” – yes."],
    ["See pages 3-5, pp. 10-12 and paras 2-3.", "See pages 3–5, pp. 10–12 and paras 2–3."],
    ["Children aged 3-5 and those 11-16 years old.", "Children aged 3–5 and those 11–16 years old."],
    ["| A | B |\n|---|---|\n| x - yes | - |", "| A | B |\n|---|---|\n| x – yes | - |"],
    ["- buses - more of them\n- trains", "- buses – more of them\n- trains"],
    ["AIM 3 - Assessment of risk.", "AIM 3 – Assessment of risk."],
  ])("%s", (before, after) => {
    const first = `One.\n\n${before}\n`;
    expect(fixBody(first).body).toBe(`One.\n\n${after}\n\n`);
  });

  it("stand between short forms and long ones in a list of abbreviations", () => {
    const { body } = fixBody("The HSB met.\n\n## Abbreviations\n\nHSB - Harmful Sexual Behaviour\n");
    expect(body).toContain("HSB – Harmful Sexual Behaviour");
  });

  it.each([
    "The well-known plan of 2018-19 for post-16 travel.",
    "Call 01234 567-890 or 020-7946-0000.",
    "Reference AB-12-3 and case 3-5 days.",
    "On 2019-03-24 and 24-03-2019, from 5-3 days.",
    "It is 10 - 5 and a - b, and fell by - 5.",
    "Use `a - b` and `--flag`, or --flag by itself.",
    "See https://example.org/a--b and https://example.org/x-3-5.",
    'See [it](https://example.org/a--b "a - b") and <https://example.org/a--b>.',
    "Write to a--b@example.org.",
    "> They met - all of them.",
    "A pre - school and a short - term plan.",
    "See pages 5-3 and pages 10-12-14 and paragraph 3-5.",
    "See [the plan - part one].\n\n[the plan - part one]: https://example.org/",
    "A <!-- a - b --> comment.",
    "One \\- two and a&#32;- b.",
    "```\na - b\n```",
    "a ---b and a --- b",
  ])("stay: %s", (body) => {
    expect(fixBody(`One.\n\n${body}\n`).body).toBe(`One.\n\n${body}\n\n`);
  });

  it("stay in headings, whose addresses would change, and in frontmatter", () => {
    const { file } = fixBody("## Costs - and more\n\nOne.\n", { fields: "summary: A - b and pages 3-5" });
    expect(file).toContain("## Costs - and more");
    expect(file).toContain("summary: A - b and pages 3-5");
  });
});
