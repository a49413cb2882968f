import { crc32, deflateSync, gzipSync } from "node:zlib";
import { PDFDocument, StandardFonts } from "pdf-lib";
import { QUIET_RULES } from "./quiet-rules.ts";
import { zipOf } from "./zip.ts";

/** Who may see a position: members, or nobody at all, with the reason. The public never does. */
export type Shown = "members" | { readonly nobody: string };

const METADATA = "the metadata of images is taken out";

export interface Canary {
  readonly position: string;
  readonly token: string;
  readonly shown: Shown;
}

const NEVER = {
  comment: { nobody: "comments are never published" },
  draft: { nobody: "a draft is in no edition" },
  withdrawn: { nobody: "of a report that was withdrawn there is the day and the reason alone" },
  name: { nobody: "the name of an address ties two places of the text together, and is on no page" },
  release: { nobody: "a release whose day has not come is told to nobody" },
  translation: { nobody: "a path that leads to no report is on no page" },
  annex: { nobody: "an annex that is Markdown is part of its report's page, and its file is not published" },
} as const;

/** A content folder in which every position of withheld content holds a token of its own, and the tokens. */
export async function canarySite() {
  const canaries: Canary[] = [];
  /** A new token for a position. */
  const mark = (position: string, shown: Shown = "members"): string => {
    const token = `Qx${String(canaries.length + 1).padStart(3, "0")}z`;
    canaries.push({ position, token, shown });
    return token;
  };

  /** A text with a token in every place that Markdown has. */
  const text = (
    where: string,
    depth: string,
    pictures: string,
    only?: Shown,
  ): { readonly text: string; readonly picture: string } => {
    const at = (position: string, shown?: Shown): string => mark(`${where}: ${position}`, only ?? shown);
    const picture = at("file name of an image");
    const [listed, noted] = [at("short form of a line of definitions").toUpperCase(), at("name of a note")];
    const address = at("name of an address", NEVER.name);
    const blocks = [
      `${depth} The ${at("heading")} bid`,
      `The ${at("paragraph")} price, **${at("strong words")}** and *${at("emphasis")}*, said in \`${at("code in a line")}\`. {#${at("label").toLowerCase()}}`,
      `See [the ${at("words of a link")} page](https://example.org/${at("address of a link")}?q=${at("query of a link")} "${at("title of a link")}").`,
      `See [it][${address}] and https://example.org/${at("bare address")}, or [write](mailto:${at("mail address")}@example.org).`,
      `[${address}]: https://example.org/${at("address that is written below")}`,
      `The ${listed} and Quiet Xylophone ${numberIn(at, "short form in brackets")} met.[^${noted}]`,
      `[^${noted}]: A note on ${at("note")}.`,
      `*[${listed}]: The ${at("long form of a line of definitions")} board`,
      `* A ${at("bullet")} point\n    * and a ${at("bullet within a bullet")} point`,
      `1. A ${at("item of a sub-list")} thing\n2. Another`,
      `> A ${at("quotation")} by a person.`,
      `Table: The ${at("caption of a table")} bids\n\n| ${at("header of a table")} | Sum |\n|---|---|\n| ${at("cell")} | 7 |`,
      `\`\`\`${at("language of code")}\n${at("code")}\n\`\`\``,
      `![A ${at("alternative text")} map](${pictures}${picture}.png)`,
      // What is found in a draft that is not confidential may be quoted to its author.
      ...(only === undefined ? [`The ${at("short form that nothing defines").toUpperCase()} met.`] : []),
      `A line <!-- ${at("comment in a line", NEVER.comment)} --> with a comment.`,
      `<!--\n${at("comment", NEVER.comment)}\n-->`,
      `Of &#x${[...at("entities")].map((character) => (character.codePointAt(0) ?? 0).toString(16)).join(";&#x")}; too.`,
    ];
    return { text: `${blocks.join("\n\n")}\n`, picture };
  };

  const withheldName = mark("withheld report: file name");
  const body = text("withheld report", "##", `${withheldName}/`);
  const annexName = mark("annex of a withheld report: file name", NEVER.annex);
  const annex = text("annex of a withheld report", "##", "");
  const tableName = mark("file of a withheld report: file name");
  const short = mark("withheld report: abbreviation").toUpperCase();
  const person = (of: string): string =>
    `{name: ${mark(`withheld report: name of ${of}`)}, role: ${mark(`withheld report: role of ${of}`)}, email: ${mark(`withheld report: e-mail of ${of}`)}@example.org, telephone: 01234 ${mark(`withheld report: telephone of ${of}`)}}`;
  const withheld = `---
title: The award to ${mark("withheld report: title")}
public-title: A contract
author: [${person("an author")}, ${mark("withheld report: second author")}]
date: 2025-03-04
committee: Environment
meeting: 2025-04-01
item: 6
confidential: {paragraphs: [3], reason: Prices are being tendered, public-interest: They would rise, review: 2026-03-31}
summary: The ${mark("withheld report: summary")} bidder won.
also-to: [{committee: Environment, meeting: 2025-05-06, item: 6a}]
contact: [${person("a contact")}, ${mark("withheld report: second contact")}]
facts: {${mark("withheld report: name of a fact")}: ${mark("withheld report: fact")}}
amended: [{date: 2025-03-05, note: The ${mark("withheld report: amendment")} price.}]
wards: [${mark("withheld report: ward")}]
background: [{title: ${mark("withheld report: background paper")}, url: "https://example.org/${mark("withheld report: address of a background paper")}"}, ${mark("withheld report: second background paper")}]
abbreviations: {${short}: The ${mark("withheld report: long form in the frontmatter")} board}
formerly: [reports/${mark("withheld report: former path")}]
released: {date: 2091-01-01, reason: The ${mark("withheld report: reason of its release", NEVER.release)} contract was let.}
translation: ${mark("withheld report: path of its translation", NEVER.translation)}.md
# ${mark("withheld report: comment in the frontmatter", NEVER.comment)}
annexes:
  - title: The ${mark("annex of a withheld report: title")}
    file: ${withheldName}/${annexName}.md
  - title: The ${mark("file of a withheld report: title")}
    file: ${withheldName}/${tableName}.csv
---

${body.text}
The ${short} has Annex A and Annex B.

:::exempt{paragraphs="1" reason="${mark("withheld report: reason of a passage in it")}" public-interest="${mark("withheld report: public interest of a passage in it")}"}
The ${mark("withheld report: passage in it")}.
:::

Recommendation 1: That ${mark("withheld report: recommendation")} is paid.

## Abbreviations

${mark("withheld report: short form in its list").toUpperCase()} – The ${mark("withheld report: long form in its list")} board
`;

  const passage = text("passage", "###", "open/");
  const note = mark("note that only a passage refers to: name");
  const target = mark("address that only a passage uses: name", NEVER.name);
  const inFields = mark("short form in the frontmatter that only a passage uses").toUpperCase();
  const inList = mark("short form in a list that only a passage uses").toUpperCase();
  const inLine = mark("short form of a line that only a passage uses").toUpperCase();
  const secret = text("withheld annex", "##", "");
  const files = await withheldFiles(mark);
  const secretName = mark("withheld annex: file name", NEVER.annex);
  const open = `---
title: The waste contract
author: Ada Lind
date: 2025-03-06
committee: Environment
confidential: No
# ${mark("public report: comment in the frontmatter", NEVER.comment)}
abbreviations: {${inFields}: The ${mark("long form in the frontmatter that only a passage uses")} board}
annexes:
  - title: The ${mark("withheld annex: title")}
    public-title: Advice
    file: open/${secretName}.md
    confidential: {paragraphs: [5], public-interest: It would do harm, review: 2026-06-30}
${Object.keys(files)
  .map(
    (file, index) =>
      `  - title: The ${mark(`withheld file ${index + 1}: title`)}\n    public-title: Bid ${index + 1}\n    file: open/${file}\n    confidential: {paragraphs: [3], public-interest: They would rise}`,
  )
  .join("\n")}
---

## Background

The panel met. <!-- ${mark("public report: comment", NEVER.comment)} --> See [the advice](open/${secretName}.md), [a bid](open/${Object.keys(files)[0]}) and [a draft](%draft%.md), or [the award](${withheldName}.md).

:::exempt{paragraphs=3 reason="Prices are being tendered" public-interest="They would rise" review=2026-05-31}
${passage.text}
The ${inFields} and ${inList} and ${inLine} met.[^${note}] See [there][${target}].
:::

The panel will meet again.

::::unnumbered

It is late.

:::exempt{paragraphs=1 public-interest="They would rise"}
The ${mark("passage within an unnumbered block")} bid.
:::

::::

[^${note}]: The ${mark("note that only a passage refers to")} said so.

[${target}]: https://example.org/${mark("address that only a passage uses")}

*[${inLine}]: The ${mark("long form of a line that only a passage uses")} board

## Abbreviations

${inList} – The ${mark("long form in a list that only a passage uses")} board
`;

  // Only a report without a withheld annex is quoted in messages at all.
  const quoted = text("passage of a report that may be quoted", "###", "quoted/");
  const quotedText = `---
title: The quoted report
author: Ada Lind
date: 2025-03-02
confidential: No
---

## Background

The panel met.

:::exempt{paragraphs=3 public-interest="They would rise"}
${quoted.text}:::

It will meet again.

Recommendation 6: That the panel meets again.

:::exempt{paragraphs=3 public-interest="They would rise"}
Recommendation 7: That ${mark("recommendation in a passage")} is paid.
:::
`;
  const outcome = (of: string, shown?: Shown): string =>
    `{to: ${mark(`${of}: to whom`, shown)}, response: accepted, date: 2031-01-01, note: ${mark(`${of}: note`, shown)}, evidence: "https://example.org/${mark(`${of}: evidence`, shown)}"}`;

  const draftName = mark("draft: file name", NEVER.draft);
  const draft = text("draft", "##", `${draftName}/`, NEVER.draft);
  const draftText = `---\ntitle: ${mark("draft: title", NEVER.draft)}\nauthor: ${mark("draft: author", NEVER.draft)}\ndate: 2031-01-01\nconfidential: No\ndraft: true\nsummary: ${mark("draft: summary", NEVER.draft)}\n---\n\n${draft.text}\nRecommendation 1: That ${mark("draft: recommendation", NEVER.draft)} is paid.\n`;

  const gone = text("report that was withdrawn", "##", "gone/", NEVER.withdrawn);
  const left = (position: string): string => mark(`report that was withdrawn: ${position}`, NEVER.withdrawn);
  const goneText = `---
title: ${left("title")}
author: ${left("author")}
date: 2025-02-01
committee: Environment
meeting: 2025-04-01
also-to: [{committee: Environment, meeting: 2025-06-03}]
confidential: No
withdrawn: {date: 2025-03-10, reason: A later report takes its place.}
summary: ${left("summary")}
contact: ${left("contact")}
facts: {${left("name of a fact")}: ${left("fact")}}
amended: [{date: 2025-03-05, note: ${left("amendment")}}]
wards: [${left("ward")}]
annexes: [{title: ${left("title of an annex")}, file: gone/${left("file name of an annex")}.csv}]
---

${gone.text}`;

  const image = (of: string): Buffer => pngWith(mark(`${of}: metadata of an image`, { nobody: METADATA }));
  const folder = "content/reports/2025";
  const content: Record<string, string | Buffer> = {
    "content/site.yml": `council: Sallow Borough Council\ncommittees: [{id: environment, name: Environment}]\n${QUIET_RULES}`,
    [`${folder}/${withheldName}.md`]: withheld,
    [`${folder}/${withheldName}/${annexName}.md`]: annex.text,
    [`${folder}/${withheldName}/${tableName}.csv`]: `firm,sum\n${mark("file of a withheld report: cell")},7\n`,
    [`${folder}/${withheldName}/${body.picture}.png`]: image("withheld report"),
    [`${folder}/${withheldName}/${annex.picture}.png`]: image("annex of a withheld report"),
    [`${folder}/${withheldName}/recommendations.yml`]: `notice: 2025-04-02\n1: ${outcome("outcome in a withheld report")}\n# ${mark("outcomes of a withheld report: comment", NEVER.comment)}\n`,
    [`${folder}/${draftName}/recommendations.yml`]: `1: ${outcome("outcome in a draft", NEVER.draft)}\n`,
    [`${folder}/quoted/recommendations.yml`]: `6: {to: Cabinet, note: It agreed.}\n7: ${outcome("outcome of a recommendation in a passage")}\n# ${mark("outcomes: comment", NEVER.comment)}\n`,
    [`${folder}/open.md`]: open.replace("%draft%", draftName),
    [`${folder}/open/${secretName}.md`]: secret.text,
    [`${folder}/open/${passage.picture}.png`]: image("passage"),
    [`${folder}/open/${secret.picture}.png`]: image("withheld annex"),
    [`${folder}/quoted.md`]: quotedText,
    [`${folder}/quoted/${quoted.picture}.png`]: image("passage of a report that may be quoted"),
    [`${folder}/gone.md`]: goneText,
    [`${folder}/gone/${gone.picture}.png`]: image("report that was withdrawn"),
    [`${folder}/${draftName}.md`]: draftText,
    [`${folder}/${draftName}/${draft.picture}.png`]: image("draft"),
  };
  for (const [file, bytes] of Object.entries(files)) content[`${folder}/open/${file}`] = bytes;
  return {
    content,
    canaries,
    open: `${folder}/open.md`,
    quoted: `${folder}/quoted.md`,
    withheld: `${folder}/${withheldName}.md`,
  };
}

/** "012 Zone (QX012Z)": the end of a long form and its short form, which is the token. */
function numberIn(at: (position: string) => string, position: string): string {
  const token = at(position);
  return `${token.slice(2, 5)} Zone (${token.toUpperCase()})`;
}

/** Files of withheld annexes, with a token in the name and another, written in some other way, in the bytes. */
async function withheldFiles(
  mark: (position: string, shown?: Shown) => string,
): Promise<Readonly<Record<string, Buffer>>> {
  const files: Record<string, Buffer> = {};
  const kinds: readonly (readonly [string, (token: string) => Buffer | Promise<Buffer>])[] = [
    ["csv", (token) => Buffer.from(`firm,sum\n${token},7\n`)],
    ["txt", (token) => Buffer.from(Buffer.from(`The price is ${token}.`).toString("base64"))],
    ["log", (token) => Buffer.from(`\uFEFFThe price is ${token}.`, "utf16le")],
    ["gz", (token) => gzipSync(`The price is ${token}.`)],
    ["xlsx", (token) => zipOf({ "xl/sharedStrings.xml": Buffer.from(`<si><t>${token}</t></si>`) })],
    ["png", pngWith],
    ["pdf", pdfWith],
    [
      "svg",
      (token) =>
        Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><text>${token}</text></svg>`),
    ],
  ];
  for (const [extension, write] of kinds) {
    const name = mark(`withheld ${extension} file: name`);
    const shown: Shown = extension === "png" ? { nobody: METADATA } : "members";
    files[`${name}.${extension}`] = await write(mark(`withheld ${extension} file: bytes`, shown));
  }
  return files;
}

/** An image of one dot, with a text among its metadata. */
function pngWith(token: string): Buffer {
  const header = Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0]);
  const words = Buffer.from(`Comment\0The ${token} map`);
  const parts = [
    ["IHDR", header],
    ["tEXt", words],
    ["IDAT", deflateSync(Buffer.from([0, 0]))],
    ["IEND", Buffer.alloc(0)],
  ] as const;
  return Buffer.concat([Buffer.from("\x89PNG\r\n\x1a\n", "latin1"), ...parts.map(([name, data]) => chunk(name, data))]);
}

function chunk(name: string, data: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const named = Buffer.concat([Buffer.from(name), data]);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}

async function pdfWith(token: string): Promise<Buffer> {
  const document = await PDFDocument.create();
  const font = await document.embedFont(StandardFonts.Helvetica);
  document.addPage().drawText(`The price is ${token}.`, { font });
  return Buffer.from(await document.save());
}
