import { describe, expect, it } from "vitest";
import { findingsOf, foundInText } from "./found-in-text.ts";

/** What one rule finds in a text. */
function foundBy(rule: string, body: string): readonly string[] {
  return foundInText(body).flatMap((found) => (found.startsWith(`${rule}: `) ? [found.slice(rule.length + 2)] : []));
}

const EN_SPACE_BULLET = "\uF0B7";

describe("quotes-unbalanced", () => {
  it.each([
    ["“The bus was late.", ["“"]],
    ["The bus was late.” Nobody came.", ["”"]],
    ["“One” and “two and more.", ["“"]],
    ["“He said “yes” and left.", ["“"]],
    ["“The *bus was late.*", ["“"]],
    ["The ‘bus was late.", ["‘"]],
    ["“The bus” was “late", ["“"]],
    ['“The bus" was late.', ["“"]],
    ["Words.\n\n“One.\n\nTwo.", ["“"]],
    ["| a |\n|---|\n| “b |", ["“"]],
  ])("finds the mark without a partner: %j", (body, marks) => {
    expect(foundBy("quotes-unbalanced", body)).toEqual(marks);
  });

  it.each([
    "“The bus was late.”",
    "“One paragraph.\n\n“And the last.”",
    "“One.\n\n“Two.\n\n“Three,” she said.",
    "“He said ‘yes’ and left.”",
    "It’s the councils’ view, and ’tis so.",
    "‘Quoted’ and the children’s ‘own words’.",
    "‘The parents’ view,’ she said.",
    "In the ‘90s and ‘tis said.",
    "Rock ’n’ roll.",
    "A board 5” wide.",
    "| a |\n|---|\n| ” |",
    "“The panel asks for:\n\n* later buses\n* more trains.”",
    "He wrote: “We will\n\n> run buses\n\nfrom May.”",
    "‘One paragraph.\n\n‘And the last.’",
    "„Zitat“",
    'Straight "quotes" and 6" pipes.',
    "`“` opens a quotation.",
    "The name ‘Ōtara’ and O’Brien.",
  ])("is quiet: %j", (body) => {
    expect(foundBy("quotes-unbalanced", body)).toEqual([]);
  });
});

describe("brackets-unbalanced", () => {
  it.each([
    ["The cost (£84 rose.", ["("]],
    ["The cost £84) rose.", [")"]],
    ["See (the *report).*  And (this).", []],
    ["See paragraph 3(a) and (4.", ["("]],
    ["The rest (see the [report](https://a.example/b).", ["("]],
    ["The cost))", [")"]],
  ])("finds the bracket without a partner: %j", (body, marks) => {
    expect(foundBy("brackets-unbalanced", body)).toEqual(marks);
  });

  it.each([
    "a) one, b) two and iv) four; 1) 12) 2.1) 3a)",
    "(a) one (b) two",
    "The panel asks for (in order:\n\n* buses\n* trains).",
    "See https://en.example.org/wiki/Bus_(coach) and (https://a.example).",
    "Thanks :) and :-(",
    "Resolved:-(1) that the plan be noted:-(see below).",
    "| a |\n|---|\n| Red<br>1) one |",
    "`(`",
    "Write \\( for a bracket \\).",
    "She said 1.) yes and 2.) no.",
    "((nested) brackets)",
  ])("is quiet: %j", (body) => {
    expect(foundBy("brackets-unbalanced", body)).toEqual([]);
  });
});

describe("date-ambiguous", () => {
  it("offers the two readings", () => {
    const [finding] = findingsOf("It met on 03/04/2019.");
    expect(finding?.message).toBe("03/04/2019 can be read as 3 April 2019 or as 4 March 2019");
    expect(finding?.fix).toBe("write 3 April 2019, if that is meant");
  });

  it.each([
    "On 13/04/2019.",
    "On 04/04/2019.",
    "Wednesday 03/04/2019.",
    "| a |\n|---|\n| 03/04/2019 |",
    "19/0304/2019 FUL",
    "3/4/19",
  ])("is quiet: %j", (body) => {
    expect(foundBy("date-ambiguous", body)).toEqual([]);
  });
});

describe("link-text-vague", () => {
  it.each([
    "click here",
    "Here",
    "**here**",
    "Read more…",
    "this link",
    "Report",
    "More »",
    "cliciwch yma",
    "Further information.",
  ])("finds %j", (words) => {
    expect(foundBy("link-text-vague", `See [${words}](https://a.example/).`)).toEqual([
      `[${words}](https://a.example/)`,
    ]);
  });

  it("finds a link by reference", () => {
    expect(foundBy("link-text-vague", "See [here][a].\n\n[a]: https://a.example/")).toEqual(["[here][a]"]);
  });

  it.each([
    "the 2018 report",
    "more about buses",
    "Hereford",
    "this year’s budget",
    "Link Road",
    "news",
    "![Map](a.png)",
  ])("is quiet: %j", (words) => {
    expect(foundBy("link-text-vague", `See [${words}](https://a.example/).`)).toEqual([]);
  });
});

describe("link-text-same", () => {
  it("finds the second of two links that read the same", () => {
    const body = "[The plan](https://a.example/1), [the plan.](https://a.example/2)";
    expect(foundBy("link-text-same", body)).toEqual(["[the plan.](https://a.example/2)"]);
  });

  it.each([
    "[The plan](https://a.example/1), [the plan](https://a.example/1/)",
    "| a |\n|---|\n| [Minutes](https://a.example/1) |\n| [Minutes](https://a.example/2) |",
    "[](#a) and [](#b)",
    "[It](other.md) and [it](#a)",
  ])("is quiet: %j", (body) => {
    expect(foundBy("link-text-same", body)).toEqual([]);
  });
});

describe("link-text-address", () => {
  const long = `https://a.example/${"path/".repeat(12)}`;

  it.each([`See ${long} there.`, `See <${long}> there.`, `See [${long}](${long}) there.`])("finds %j", (body) => {
    expect(foundBy("link-text-address", body).length).toBe(1);
  });

  it.each([`See [the plan](${long}).`, `One.[^1]\n\n[^1]: See ${long}`, "See https://a.example/b.", `\`${long}\``])(
    "is quiet: %j",
    (body) => {
      expect(foundBy("link-text-address", body)).toEqual([]);
    },
  );
});

describe("link-internal", () => {
  it.each([
    "http://intranet/budget",
    "https://files.council.local/a",
    "https://intranet.aldermere.example/a",
    "http://localhost:3000/",
    "http://10.1.2.3/a",
    "http://172.31.0.1/",
    "http://192.168.0.10/a",
    "http://169.254.1.1/",
    "http://0x7f000001/",
    "http://[::1]/",
    "http://[fd00::1]/a",
    "http://[fe80::1]/",
    "http://[::ffff:10.0.0.1]/",
    "https://aldermere.sharepoint.com/:w:/s/team/abc",
    "https://teams.microsoft.com/l/channel/19",
    "https://outlook.office.com/mail/",
    "https://eur03.safelinks.protection.outlook.com/?url=https%3A%2F%2Fa.example",
    "https://server.internal/",
    "https://nas.lan/",
  ])("finds %j as a link, an image, a definition and in the text", (url) => {
    expect(foundBy("link-internal", `See [the plan](${url}).`)).toEqual([`[the plan](${url})`]);
    expect(foundBy("link-internal", `See ![A map](${url}).`)).toEqual([`![A map](${url})`]);
    expect(foundBy("link-internal", `See [it].\n\n[it]: ${url}`)).toEqual([`[it]: ${url}`]);
    expect(foundBy("link-internal", `See ${url} there.`)).toEqual([url]);
  });

  it.each([
    ["It is at \\\\server\\share\\budget now.", /^\\\\server\\share\\/],
    ["It is at S:\\Transport\\Budget now.", /^S:\\Transport\\Budget$/],
    ["It is at file:///S:/budget now.", /^file:\/\/\/S:\/budget$/],
    ["It is at (\\\\fs01\\data$).", /^\\\\fs01\\data/],
  ])("finds the path of a drive in the text: %j", (body, path) => {
    expect(foundBy("link-internal", body)).toEqual([expect.stringMatching(path)]);
  });

  it.each([
    "https://www.aldermere.example/",
    "http://172.32.0.1/",
    "http://11.0.0.1/",
    "http://[2001:db8::1]/",
    "https://teams.microsoft.com/l/meetup-join/19",
    "https://www.local.gov.uk/",
    "https://lan.example/",
    "https://internal-audit.example/",
    "mailto:a@b.example",
    "../2018/plan.md",
  ])("is quiet: %j", (url) => {
    expect(foundBy("link-internal", `See [the plan](${url}).`)).toEqual([]);
  });

  it.each([
    "Either and\\or both.",
    "A line ends with \\r\\n here.",
    "The ratio C:D.",
    "file: the plan",
    "`\\\\server\\share`",
    "Option A:\\* b",
  ])("is quiet: %j", (body) => {
    expect(foundBy("link-internal", body)).toEqual([]);
  });
});

describe("link-credential", () => {
  it.each([
    "https://priya:hunter22@files.aldermere.example/a",
    "https://:hunter22@files.aldermere.example/a",
    "ftp://priya:hunter22@files.aldermere.example/a",
    "https://aldermere.example/a?sv=2022-11-02&sig=ab12cd34ef56gh78",
    "https://aldermere.example/a?sv=2022-11-02&amp;sig=ab12cd34ef56gh78",
    "https://aldermere.example/a?access\\_token=ab12cd34ef56gh78",
    "https://aldermere.example/a?access_token=ab12cd34ef56gh78",
    "https://aldermere.example/a?X-Amz-Date=1&X-Amz-Signature=ab12cd34ef56gh78",
    "https://aldermere.example/#api_key=ab12cd34ef56gh78",
    "https://aldermere.example/a?password=ab12cd34",
  ])("finds %j in a link, a definition, the text and code", (url) => {
    for (const body of [
      `See [it](${url}).`,
      `[it]\n\n[it]: ${url}`,
      `See ${url} there.`,
      `\`${url}\``,
      `\`\`\`\n${url}\n\`\`\``,
    ])
      expect(foundBy("link-credential", body).length, body).toBe(1);
  });

  it.each([
    "https://aldermere.example/a?page=12&token=3",
    "https://aldermere.example/@priya:news",
    "https://aldermere.example/a?api_key=YOUR_API_KEY",
    "https://aldermere.example/a?sig=",
    "https://aldermere.example:8080/a@b",
    "mailto:priya@aldermere.example",
    "https://aldermere.example/a?signature-sheet=12345678",
  ])("is quiet: %j", (url) => {
    expect(foundBy("link-credential", `See ${url} there.`)).toEqual([]);
  });
});

describe("character-unprintable", () => {
  it.each([
    [`${EN_SPACE_BULLET} One`, "a bullet of a word processor's own font (U+F0B7)", "write a list"],
    ["Done \uF0FC", "a tick of a word processor's own font (U+F0FC)", "type the character"],
    ["A \uE123 b", "a character of a word processor's own font (U+E123)", "type the character"],
    ["Caf\uFFFD", "the replacement character for one that was lost (U+FFFD)", "type the character"],
    ["A \uFDD0 b", "a code that is not a character (U+FDD0)", "type the character"],
    ["A \u{10FFFF} b", "a code that is not a character (U+10FFFF)", "type the character"],
    ["A &#xF0B7; b", "a bullet of a word processor's own font (U+F0B7)", "type the character"],
  ])("names the character in %j", (body, name, fix) => {
    const findings = findingsOf(body).filter(({ rule }) => rule === "character-unprintable");
    expect(findings.map(({ message }) => message.includes(name))).toEqual([true]);
    expect(findings[0]?.fix).toContain(fix);
  });

  it.each(["• One", "✓ → ° “ ” – — … € £ é ŵ ŷ", "😀", "`&#xF0B7;`"])("is quiet: %j", (body) => {
    expect(foundBy("character-unprintable", body)).toEqual([]);
  });
});

describe("character-joined", () => {
  it("says which letters are joined", () => {
    expect(findingsOf("The \uFB01nal o\uFB03ce.").map(({ fix }) => fix)).toEqual(["type fi", "type ffi"]);
  });

  it("leaves other letters alone", () => {
    expect(foundBy("character-joined", "æ œ ĳ ß final")).toEqual([]);
  });
});

describe("places", () => {
  it.each([
    ["one\n> two\n\n> the\n> the end", "word-twice 4:3"],
    ["The **the** end", "word-twice 1:1"],
    ["A \\* the the end", "word-twice 1:6"],
    ["A &amp; the\nthe end", "word-twice 1:9"],
    ["* a\n* the\n  the end", "word-twice 2:3"],
    ["## The the end", "word-twice 1:4"],
    ["| a | b |\n|---|---|\n| c | the the |", "word-twice 3:7"],
    ["One.[^1]\n\n[^1]: Due on 31 June.", "date-impossible 3:14"],
  ])("are those of the author's file: %j", (body, place) => {
    expect(findingsOf(body).map(({ rule, place: { line, column } }) => `${rule} ${line}:${column}`)).toEqual([place]);
  });
});
