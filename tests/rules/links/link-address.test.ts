import { describe, expect, it } from "vitest";
import { whyNotFollowed } from "../../../src/addresses/web-addresses.ts";
import { compileFile, PATH, placesOf, reportOf } from "../../compile-text.ts";
import { foundInText } from "../found-in-text.ts";

const DEAD = [
  "https://",
  "http://%",
  "http://example.org:99999/",
  "https://example.org:port/",
  "http://[bad/",
  "http://[::1",
  "http://1.2.3.4.5/",
  "http://256.256.256.256/",
  "http://xn--example.org",
  "https://exam^ple.org/",
  "https://exam|ple.org/",
  "https://exam%20ple.org/",
  "HTTPS://%",
  "https:///",
  `https://example.org/${"a".repeat(2000)}`,
];

const NAMED = DEAD.map((address) => [address.slice(0, 30), address] as const);

/** Where the rule speaks in a report with these fields and this text. */
function placesIn(body: string, fields: Readonly<Record<string, string>> = {}): readonly string[] {
  const { diagnostics } = compileFile(reportOf(fields, body));
  return placesOf(diagnostics.filter(({ severity }) => severity === "error"));
}

describe("an address that nobody can follow", () => {
  it.each(NAMED)("is an error in a link, a definition, a note, a table and angle brackets: %s", (_name, address) => {
    const at = address.replaceAll("|", "\\|");
    expect(placesIn(`See [the plan](<${address}>).\n`)).toEqual(["link-address 8:5"]);
    expect(placesIn(`See [the plan][1].\n\n[1]: <${address}>\n`)).toContain("link-address 10:1");
    expect(placesIn(`See this.[^1]\n\n[^1]: [The plan](<${address}>).\n`)).toEqual(["link-address 10:7"]);
    expect(placesIn(`The figures:\n\nTable: Plans\n\n| a | b |\n|---|---|\n| x | [plan](<${at}>) |\n`)).toContain(
      "link-address 14:7",
    );
  });

  it.each(["https://example.org:99999/x", "http://1.2.3.4.5/", "http://xn--example.org", "https://exam%20ple.org/"])(
    "is an error where it stands in the text as such: %s",
    (address) => {
      expect(foundInText(`See ${address} for more.`)).toEqual([`link-address: ${address}`]);
      expect(foundInText(`See \`${address}\` for more.`)).toEqual([]);
    },
  );

  it.each(NAMED)("is an error in `background:`, at its line: %s", (_name, address) => {
    const background = `\n  - title: Minutes\n    url: "${address}"`;
    expect(placesIn("Words.\n", { background })).toEqual(["frontmatter-field-value 8:10"]);
  });

  it("is an error in the file of a meeting and on a plain page", () => {
    const texts = {
      "meetings/children/2019-04-08.md": "---\nonline: https://example.org:port/\n---\n",
      "pages/about.md": "---\ntitle: About\n---\n\nSee [the opening hours](http://%).\n",
    };
    const settings = "committees: [{id: children, name: Children}]\n";
    const { diagnostics } = compileFile(reportOf({}), { path: PATH, texts, settings });
    expect(diagnostics.map(({ rule, place }) => `${rule} ${place.path}:${place.line}`)).toEqual([
      "frontmatter-field-value meetings/children/2019-04-08.md:2",
      "link-address pages/about.md:5",
    ]);
  });

  it("is an error where it has more signs than a PDF takes, whatever its kind", () => {
    const long = "a".repeat(8000);
    expect(placesIn(`Write to [the clerk](mailto:${long}@example.org).\n`)).toEqual(["link-address 8:10"]);
    expect(placesIn("Words.\n", { contact: `{name: A, email: ${long}}` })).toEqual(["frontmatter-field-value 6:27"]);
    const { diagnostics } = compileFile(reportOf({}), { settings: `base-url: https://example.org/${long}/\n` });
    expect(diagnostics.map(({ rule }) => rule)).toEqual(["settings-value"]);
  });

  it("is found wherever the parser of browsers takes none", () => {
    for (const address of DEAD) expect(whyNotFollowed(address)).toBeDefined();
    for (const address of [
      "https://example.org:8080/",
      "http://[::1]/",
      "http://127.1/",
      "https://tŷ.cymru/",
      "mailto:",
    ])
      expect(whyNotFollowed(address)).toBeUndefined();
  });
});
