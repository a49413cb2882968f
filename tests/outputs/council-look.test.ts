import { describe, expect, it } from "vitest";
import { readTemplates } from "../../src/io/read-templates.ts";
import type { Attachment } from "../../src/model/report.ts";
import { makeOutputs } from "../../src/outputs/index.ts";
import { checkContent } from "../../src/pipeline/check-content.ts";
import type { Content } from "../../src/site/content.ts";
import { reportOf, sealedTexts } from "../compile-text.ts";

const LOGO: Attachment = {
  path: "shared/logo.svg",
  bytes: 900,
  hash: "0123456789abcdef",
  format: "SVG",
  width: 200,
  height: 50,
};

function build(
  settings: string,
  files: readonly Attachment[] = [LOGO],
  report = reportOf({}, "## One\n\nText."),
  options = {},
) {
  const content: Content = {
    texts: sealedTexts({ "reports/one.md": report }),
    attachments: new Map(files.map((file) => [file.path, file])),
    settings: new TextEncoder().encode(settings),
    others: [],
    findings: [],
  };
  const { site, diagnostics } = checkContent(content, options);
  const outputs = makeOutputs(site, readTemplates());
  const textOf = (wanted: RegExp): string => {
    const file = outputs.find(({ path }) => wanted.test(path));
    return file !== undefined && "text" in file.content ? file.content.text : "";
  };
  const told = diagnostics
    .filter(({ place }) => place.path === "site.yml")
    .map(({ severity, message, fix, place: { line, column } }) => `${line}:${column} ${severity} ${message} → ${fix}`);
  return { told, textOf, paths: outputs.map(({ path, content: { ...file } }) => [path, file] as const) };
}

describe("the council's colour", () => {
  it("stands in the style sheet and the icon, in the dark as a lighter shade, and not on paper", () => {
    const { told, textOf } = build('colour: "#14546b"');
    expect(told).toEqual([]);
    const accents = [...textOf(/\.css$/).matchAll(/--accent: (#\w+);/g)].map(([, value]) => value);
    expect(accents).toEqual(["#14546b", expect.stringMatching(/^#[0-9a-f]{6}$/), "#000"]);
    expect(accents[1]).not.toBe("#14546b");
    expect(textOf(/icon\..*svg$/)).toContain('fill="#14546b"');
  });

  it("gives the style sheet another name", () => {
    const nameOf = (settings: string) => build(settings).paths.find(([path]) => path.endsWith(".css"))?.[0];
    expect(nameOf('colour: "#14546b"')).not.toBe(nameOf('colour: "#14546c"'));
  });

  it.each([
    [
      'colour: "#8fd14f"',
      '1:9 error `colour` is #8fd14f, whose contrast with the page is 1.6:1, and 4.5:1 is needed to read it → write "#53792e", the nearest shade that can be read',
    ],
    [
      "colour: teal",
      '1:9 error `colour` must be a colour of six hexadecimal digits, such as "#0b5359" → write it as in `colour: "#0b5359"`',
    ],
  ])("that cannot be read is an error: %s", (settings, expected) => {
    expect(build(settings).told).toEqual([expected]);
  });

  it("that YAML takes for a comment is told as such", () => {
    expect(build("colour: #14546b").told).toEqual([expect.stringMatching(/^1:\d+ error .*#/)]);
  });

  it("that is offered is accepted", () => {
    expect(build('colour: "#53792e"').told).toEqual([]);
  });
});

describe("the council's logo", () => {
  it("stands on every page, its size known, in place of the council's name, which is its alternative text", () => {
    const { told, textOf, paths } = build("council: Sallow Council\nlogo: shared/logo.svg");
    expect(told).toEqual([]);
    expect(paths).toContainEqual(["assets/logo.0123456789.svg", { copyOf: "shared/logo.svg" }]);
    expect(textOf(/^reports\/one/)).toContain(
      '<img class="site-logo" src="../../assets/logo.0123456789.svg" alt="Sallow Council" width="200" height="50">',
    );
  });

  it.each<[string, string, readonly Attachment[], string]>([
    [
      "that is not there",
      "logo: shared/other.svg",
      [LOGO],
      "1:7 error `logo` names shared/other.svg, and there is no such file in the content folder → check the spelling, capitals too, or put the file there",
    ],
    [
      "elsewhere",
      "logo: reports/one/logo.svg",
      [LOGO],
      "1:7 error `logo` must be the path of an SVG or PNG file in the folder shared/ → write it as in `logo: shared/logo.svg`",
    ],
    [
      "that is refused",
      "logo: shared/logo.svg",
      [{ ...LOGO, refusal: "it contains a script", remedy: "save it without" }],
      "1:7 error `logo` names shared/logo.svg, which cannot be published: it contains a script → save it without",
    ],
  ])("%s is an error, and is not published", (_name, settings, files, expected) => {
    const { told, textOf, paths } = build(settings, files);
    expect(told).toEqual([expected]);
    expect(textOf(/^index/)).not.toContain("<img");
    expect(paths.filter(([path]) => path.startsWith("assets/logo"))).toEqual([]);
  });

  it("with words that no PDF can be made with is an error, unless none are made", () => {
    const { told, textOf } = build("council: Sallow\nlogo: shared/logo.svg", [{ ...LOGO, characters: "S\u{1F600}" }]);
    expect(told).toEqual([
      expect.stringMatching(/^2:7 error no PDF can be made with \u{1F600} .* → write other words/u),
    ]);
    expect(textOf(/^index/)).toContain("<img");
    const options = { pdf: false };
    const without = build("logo: shared/logo.svg", [{ ...LOGO, characters: "\u{1F600}" }], undefined, options);
    expect(without.told).toEqual([]);
  });

  it("that a report withholds is published nowhere", () => {
    const withheld =
      "---\ntitle: T\nauthor: A\ndate: 2025-02-03\nconfidential: No\nannexes:\n  - title: Secret\n    file: ../shared/logo.svg\n    confidential: {paragraphs: [3]}\n---\n\n## One\n\nText.\n";
    const { told, paths } = build("logo: shared/logo.svg", [LOGO], withheld);
    expect(told).toEqual([expect.stringContaining("withheld elsewhere")]);
    expect(JSON.stringify(paths)).not.toContain('logo.svg"}');
    expect(paths.filter(([path]) => path.startsWith("assets/logo"))).toEqual([]);
  });
});
