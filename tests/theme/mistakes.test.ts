import { describe, expect, it } from "vitest";
import { ownTemplate, toldOf } from "./told.ts";

/** A change to one of the program's own templates, as somebody makes it who writes one for a site. */
type Change = readonly [template: string, before: string | RegExp, after: string];

const LATEST = "{{> report-list reports=latest}}";
const LEAD = "{{lead}}";
const BODY = "{{{body}}}";
const PAGE = "{{> @partial-block}}";
const BLOCK = String.raw`[\s\S]*?\n\{\{\/if\}\}\n`;

const WRONG: readonly Change[] = [
  // What cannot be read
  ["home", "{{/layout}}", ""],
  ["home", LEAD, "{{lead}"],
  ["home", LEAD, "{{"],
  ["home", LEAD, "{{#if lead}}x"],
  ["home", LEAD, "{{!-- {{#if a}} --}}{{#if lead}}"],
  ["home", LEAD, "{{a..b/../c}}"],
  ["home", "<h1>", "<div><h1>"],
  ["home", "<h1>", "</section><h1>"],
  ["home", "<h1>", "<!-- <h1>"],
  ["home", "<h1>", "<h1 class={{lead}}>"],
  // Values
  ["home", LEAD, "{{leed}}"],
  ["home", LEAD, "{{constructor}}"],
  ["home", LEAD, "{{__proto__}}"],
  ["home", LEAD, "{{@root.constructor.name}}"],
  ["home", LEAD, "{{words.leed}}"],
  ["home", LEAD, "{{../lead}}"],
  ["home", LEAD, "{{@index}}"],
  ["home", LEAD, "{{{lead}}}"],
  ["home", LEAD, "{{latest}}"],
  ["home", LEAD, "{{hasMore}}"],
  ["home", LEAD, "{{footer}}"],
  ["home", LEAD, "{{logo.src}}"],
  ["home", LEAD, "{{#if crumbs}}{{logo.src}}{{/if}}"],
  ["home", LEAD, "{{#unless logo}}{{logo.src}}{{/unless}}"],
  ["home", LEAD, '{{"lead"}}'],
  ["home", LATEST, "{{#each latest}}{{council}}{{/each}}"],
  ["report", BODY, "{{body}}"],
  ["report", BODY, `${BODY}${BODY}`],
  ["report", BODY, "{{#each facts}}{{{@root.body}}}{{/each}}"],
  ["_layout", PAGE, `${PAGE}${PAGE}`],
  // Helpers and other templates
  ["home", LEAD, "{{shout lead}}"],
  ["home", LEAD, "{{log lead}}"],
  ["home", LEAD, "{{lookup this 'lead'}}"],
  ["home", LEAD, "{{#latest}}a{{/latest}}"],
  ["home", LEAD, "{{#each}}a{{/each}}"],
  ["home", LEAD, "{{#each lead}}a{{/each}}"],
  ["home", LEAD, "{{{{raw}}}} {{x}} {{{{/raw}}}}"],
  ["home", LEAD, '{{#*inline "x"}}a{{/inline}}'],
  ["home", LEAD, "{{> secret}}"],
  ["home", LEAD, "{{> report-lst}}"],
  ["home", LEAD, "{{> (lookup . 'lead')}}"],
  ["home", LEAD, "{{> report-list}}"],
  ["home", LEAD, "{{> report-list reports=next}}"],
  ["home", LEAD, "{{> report-list report=latest}}"],
  ["_fact", "{{#if href}}", "{{> fact}}{{#if href}}"],
  // What must be there
  ["home", "<h1>{{@root.words.scrutinyReports}}</h1>", ""],
  ["home", /\{\{#> layout .*\n|\{\{\/layout\}\}\n/g, ""],
  ["home", "{{/layout}}", "{{/layout}}\nafter it"],
  ["home", LATEST, ""],
  ["home", LATEST, `<!-- ${LATEST} -->`],
  ["home", LATEST, `<div aria-hidden="true">${LATEST}</div>`],
  ["home", LATEST, '{{#each latest}}<a href="{{href}}">{{title}}</a>{{/each}}'],
  ["report", BODY, ""],
  ["report", BODY, `{{#if summary}}${BODY}{{/if}}`],
  ["report", BODY, `{{#unless body}}${BODY}{{/unless}}`],
  ["report", BODY, `<div hidden>${BODY}</div>`],
  ["report", BODY, `<div title="${BODY}"></div>`],
  ["report", BODY, `<!-- ${BODY} -->`],
  ["report", BODY, `{{!-- ${BODY} --}}`],
  ["report", "{{#if marking}}", "{{#if summary}}"],
  ["report", "{{marking}}", ""],
  ["withheld", "{{notice}}", ""],
  ["_report-list", "{{title}}", ""],
  ["_report-list", "{{#if isWithheld}} <strong>{{@root.words.notForPublication}}</strong>{{/if}}", ""],
  ["_layout", '<html lang="{{lang}}"', "<html"],
  ["_layout", '<html lang="{{lang}}"', '<html lang="en"'],
  ["_layout", /<meta http-equiv.*\n/, ""],
  ["_layout", "{{policy}}", "default-src *"],
  ["_layout", '<meta charset="utf-8">', '<link rel="icon" href="{{links.icon}}"><meta charset="utf-8">'],
  ["_layout", "{{pageTitle}}", ""],
  ["_layout", "<!DOCTYPE html>\n", ""],
  ["_layout", PAGE, ""],
  ["_layout", PAGE, `{{#if crumbs}}${PAGE}{{/if}}`],
  ["_layout", "{{#if isForMembers}}<p class", "{{#if logo}}<p class"],
  ["_layout", new RegExp(`\\{\\{#if isUnlisted\\}\\}${BLOCK}`), ""],
  ["_layout", new RegExp(`\\{\\{#if licence\\}\\}${BLOCK}`), ""],
  ["_layout", new RegExp(`\\{\\{#if links.customStyles\\}\\}${BLOCK}`), ""],
  ["search", 'id="search-results"', 'id="results"'],
  // Versions
  ["home", /.*version 1.*\n/, ""],
  ["home", "version 1", "version 3"],
  ["home", "version 1", "version 0"],
  ["home", "home, version", "report, version"],
  // What the policy refuses
  ["home", '<p class="lead">', '<p class="lead" style="color:red" onclick="x()">'],
  ["home", '<p class="lead">', '<img src="https://a.example/x.png" alt=""><p class="lead">'],
  ["home", '<p class="lead">', '<script>alert(1)</script><p class="lead">'],
  ["home", '<p class="lead">', '<iframe src="//a.example"></iframe><p class="lead">'],
  ["home", '<p class="lead">', '<form action="https://a.example/"></form><p class="lead">'],
  ["home", '<p class="lead">', '<a href="javascript:x()">x</a><p class="lead">'],
  ["_layout", "</head>", '<link rel="stylesheet" href="https://fonts.example/x.css"></head>'],
  ["_layout", "</head>", '<meta http-equiv="refresh" content="9"></head>'],
];

const SOUND: readonly Change[] = [
  ["home", LEAD, "{{#if logo}}{{logo.src}}{{/if}}"],
  ["home", LEAD, "{{#with logo}}{{src}} {{@root.council}} {{../lead}}{{/with}}"],
  [
    "home",
    LEAD,
    "{{#each latest as |one number|}}{{one.title}} {{number}}{{#if one.isWithheld}}{{words.notForPublication}}{{/if}}{{/each}}".replace(
      "{{words",
      "{{@root.words",
    ),
  ],
  ["home", LEAD, "{{#if latest.length}}{{@root.words.home}}{{/if}}"],
  ["home", "{{!-- home, version 1 --}}\n", "{{! home, version 1 }}\n{{!-- of the web team --}}\n"],
  ["home", '<section class="latest"', '<section class="latest is-wide" data-part="latest"'],
  ["report", BODY, `{{#if body}}${BODY}{{/if}}`],
  ["report", BODY, `{{#if summary}}<b>x</b>${BODY}{{else}}${BODY}{{/if}}`],
  ["_layout", PAGE, "{{~>  @partial-block ~}}"],
  ["_layout", "{{policy}}", "{{ policy }}"],
  ["_layout", "<footer", '<img src="{{links.icon}}" alt=""><a href="https://a.example/">A</a><footer'],
];

function told([template, before, after]: Change): readonly string[] {
  const own = ownTemplate(template);
  const changed = own.replace(before, () => after);
  if (changed === own) throw new Error(`${template} has no ${before}`);
  return toldOf({ [`templates/${template}.hbs`]: changed });
}

describe("a template of a site", () => {
  it("is told what is wrong with it, where, and how to fix it", async () => {
    const all = WRONG.map((change) => {
      const [template, before, after] = change;
      const [what] = after === "" ? [`without ${before}`] : [`with ${after}`];
      return [`${template} ${what}`, ...told(change).map((one) => `  ${one}`)].join("\n").replaceAll("\n\n", "\n");
    });
    await expect(`${all.join("\n\n")}\n`).toMatchFileSnapshot("mistakes.txt");
  });

  it.each(WRONG)("is never taken with a mistake: %s, %s → %s", (...change) => {
    expect(told(change)).not.toEqual([]);
  });

  it.each(SOUND)("is taken where it is sound: %s, %s → %s", (...change) => {
    expect(told(change)).toEqual([]);
  });

  it("is told what the program's own has changed since", async () => {
    const { checkTemplate } = await import("../../src/site/theme/check-template.ts");
    const { knownTemplates } = await import("../../src/interface/template-values.ts");
    const home = knownTemplates.find(({ file }) => file === "home");
    if (home === undefined) throw new Error("there is no home");
    const changes = { 2: "`lead` is two sentences", 3: "`next` has the place of each meeting", 4: "not yet" };
    const messages: string[] = [];
    const source = { path: "templates/home.hbs", text: ownTemplate("home") };
    checkTemplate(source, { ...home, version: 3, changes }, ({ message }) => messages.push(message));
    expect(messages).toEqual([
      "the template was written for version 1 of home, and this program has version 3: `lead` is two sentences: `next` has the place of each meeting",
    ]);
  });

  it.each([
    [
      "templates/hom.hbs",
      "no template of the program is called hom.hbs; did you mean home.hbs? → rename it to home.hbs",
    ],
    [
      "templates/layout.hbs",
      "no template of the program is called layout.hbs; did you mean _layout.hbs? → rename it to _layout.hbs",
    ],
    ["templates/feed.hbs", "what feed.hbs makes is read by programs, and stays as it is → take the file out"],
    ["templates/site.css", "styles are not read from templates/ → move it to custom.css, beside site.yml"],
    [
      "templates/pdf/report.typ",
      "no template of the program is called pdf/report.typ → take the file out, or give it the name of one that docs/theming.md lists",
    ],
  ])("has the name of one of the program's: %s", (path, expected) => {
    expect(toldOf({ [path]: "x" })).toEqual([`file-elsewhere 1:1 ‹x› ${expected}`]);
  });
});

describe("custom.css", () => {
  it.each([
    ["a {color: red}\n/* } */ b::before {content: '{'; background: url(#a)}\n@media (min-width: 4em) {a {b: c}}\n", []],
    ["a {\n  color: red;\n", ["style-sheet-syntax 1:3 ‹{› this { is never closed → write } where it ends"]],
    ["a {color: red}}\n", ["style-sheet-syntax 1:15 ‹}› this } closes nothing → take it out"]],
    ["a {color: rgb(1 2 3}\n", ["style-sheet-syntax 1:14 ‹(› this ( is closed by } → write ) where it ends"]],
    [
      "/* a\nb {}\n",
      ["style-sheet-syntax 1:1 ‹/*› a comment is opened here, and never closed → write */ where it ends"],
    ],
    [
      "a {content: 'b}\n",
      [
        "style-sheet-syntax 1:13 ‹'› a quotation mark is opened here, and not closed on this line → close it with the same mark",
        "style-sheet-syntax 1:3 ‹{› this { is never closed → write } where it ends",
      ],
    ],
    [
      "@import 'https://fonts.example/a.css';\n",
      [
        "policy-blocked 1:1 ‹@import› @import loads another file, and the policy of the site refuses that to custom.css → copy its rules into custom.css",
      ],
    ],
    [
      "@font-face {src: url( 'a.woff2' )}\na {background: image-set('a.png' 1x)}\n",
      [
        "policy-blocked 1:18 ‹url(› url(…) loads another file, and the policy of the site refuses that to custom.css → take it out: use colours, borders, and the fonts that computers have",
        "policy-blocked 2:16 ‹image-set(› image-set(…) loads another file, and the policy of the site refuses that to custom.css → take it out: use colours, borders, and the fonts that computers have",
      ],
    ],
  ])("is read to its end, and loads nothing: %j", (text, expected) => {
    expect(toldOf({ "custom.css": text })).toEqual(expected);
  });
});
