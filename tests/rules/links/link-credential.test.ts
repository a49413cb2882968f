import { describe, expect, it } from "vitest";
import { Sealed } from "../../../src/model/sealed.ts";
import { diagnosticsOf } from "../found-in.ts";
import { foundBy } from "../found-in-text.ts";

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

describe("a secret", () => {
  const SECRET = "hunter22canary";
  const url = `https://priya:${SECRET}@files.aldermere.example/a`;

  it.each([
    ["in a link", {}, `See [click here](${url}) by 31 June.\n`],
    ["in the text", {}, `See ${url}, the the plan.\n\nDue on 31 June.\n`],
    ["in the line above another mistake", {}, `See ${url}\n\nDue on 31 June.\n`],
    ["in a definition", {}, `See [here].\n\n[here]: ${url}\n[here]: ${url}\n`],
    ["in code", {}, `\`\`\`\n${url}\n\`\`\`\n\nDue on 31 June.\n`],
    ["in a background paper", { background: `[{title: Plan, url: "${url}"}]`, date: "2019-02-31" }, "Words.\n"],
    ["in a field that is not known", { backgrund: url }, "Words.\n"],
  ])("is in no diagnostic: %s", (_, fields, body) => {
    const diagnostics = diagnosticsOf(fields, "", body);
    expect(diagnostics.map(({ rule }) => rule)).toContain("link-credential");
    expect(JSON.stringify(diagnostics)).not.toContain(SECRET);
  });

  it("would be seen: its words are in the text that was checked", () => {
    expect(Sealed.open(new Sealed(url))).toContain(SECRET);
  });
});
