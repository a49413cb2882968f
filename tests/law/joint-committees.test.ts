import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { runBuild } from "../../src/commands/build.ts";
import { readTemplates } from "../../src/io/read-templates.ts";
import { exampleParagraph, lawOf } from "../../src/law/laws.ts";
import type { Edition, Jurisdiction } from "../../src/model/settings.ts";
import { makeOutputs } from "../../src/outputs/index.ts";
import { checkContent } from "../../src/pipeline/check-content.ts";
import { printJobs } from "../../src/print/print-jobs.ts";
import { keptByLaw } from "../../src/site/kept-by-law.ts";
import { reportOf, sealedTexts } from "../compile-text.ts";
import { filesIn, temporaryFolder, writeFiles } from "../content-folders.ts";
import { inEditor, offered } from "../editor/in-editor.ts";

/** A council, and the nation of a joint committee that it services. */
type Pair = readonly [council: Jurisdiction, joint: Jurisdiction];

const PAIRS: readonly Pair[] = [
  ["England", "Wales"],
  ["Northern Ireland", "Scotland"],
];

const settingsOf = ([council, joint]: Pair): string =>
  `council: Sallow
base-url: https://sallow.example/
jurisdiction: ${council}
committees:
  - {id: own, name: Roads Committee}
  - {id: joint, name: Border Joint Committee, jurisdiction: ${joint}}
`;

/** A report of each kind that speaks law, for one committee, with a paragraph of its law. */
function textsOf(committee: string, nation: Jurisdiction): Readonly<Record<string, string>> {
  const law = lawOf(nation);
  const number = exampleParagraph(law);
  const test = law.publicInterest === undefined ? "" : ", public-interest: Bids would rise";
  const confidential = `{paragraphs: [${number}], reason: Bids are open${test}}`;
  const fields = { committee, meeting: "2019-04-23", date: "2019-04-05" };
  const inBraces = `paragraphs=${number} reason="Bids are open"${test.replace(", public-interest: ", ' public-interest="')}${test && '"'}`;
  const path = (name: string): string => `reports/${committee}/${name}.md`;
  return {
    [path("closed")]: reportOf({ ...fields, title: "A contract", item: "2", confidential }),
    [path("secret")]: reportOf({ ...fields, title: "A notice", item: "3", confidential: "{basis: confidential}" }),
    [path("parts")]: reportOf(
      { ...fields, title: "Parts", item: "4", annexes: `[{title: Bids, confidential: ${confidential}}]` },
      `One; see Annex A.\n\n:::exempt{${inBraces}}\nTwo.\n:::\n\nThree.\n`,
    ),
    [path("let")]: reportOf({
      ...fields,
      title: "Let",
      item: "5",
      confidential,
      released: "{date: 2019-06-01, reason: The contract was let}",
    }),
    [path("urgent")]: reportOf({
      ...fields,
      title: "Urgent",
      item: "6",
      date: "2019-04-22",
      urgency: "{reason: The grant ends, chair-agreed: Yes}",
    }),
  };
}

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

function contentOf(pair: Pair, texts: Readonly<Record<string, string>>) {
  const settings = bytesOf(settingsOf(pair));
  return { texts: sealedTexts(texts), attachments: new Map(), settings, others: [], findings: [] };
}

function built(pair: Pair, edition: Edition = "public", texts = bothOf(pair)) {
  const { site, diagnostics } = checkContent(contentOf(pair, texts), { edition, asOf: "2019-07-01" });
  return { site, diagnostics: diagnostics.map(({ place, rule, message }) => ({ path: place.path, rule, message })) };
}

const bothOf = ([council, joint]: Pair) => ({ ...textsOf("own", council), ...textsOf("joint", joint) });

/** What only the law of one nation of a pair says. */
function wordsOf(nation: Jurisdiction, other: Jurisdiction): readonly string[] {
  const all = (of: Jurisdiction): readonly string[] => {
    const { schedule, publicInterest, confidential, exclusion, marking, urgency } = lawOf(of);
    const test = publicInterest === undefined ? [] : [publicInterest.source];
    return [
      schedule,
      ...test,
      confidential.source,
      exclusion.source,
      exclusion.withoutResolution,
      marking,
      urgency.source,
    ];
  };
  return all(nation).filter((words) => !all(other).includes(words));
}

const templates = readTemplates();

/** Every page, feed, table, text of data and printed document, by its path. */
function everything(pair: Pair, edition: Edition): ReadonlyMap<string, string> {
  const { site, diagnostics } = built(pair, edition);
  if (diagnostics.length > 0) throw new Error(JSON.stringify(diagnostics));
  const files = makeOutputs(site, templates).flatMap(({ path, content }) =>
    "text" in content ? [[path, content.text] as const] : [],
  );
  const printed = printJobs(site, new Map()).map(({ path, print }) => [path, JSON.stringify(print)] as const);
  return new Map([...files, ...printed]);
}

describe.each(PAIRS)("a council in %s with a joint committee under the law of %s", (...pair) => {
  const [council, joint] = pair;
  const made = { public: everything(pair, "public"), members: everything(pair, "members") };

  it.each(["public", "members"] as const)("has each committee's own law in all that is its own: %s", (edition) => {
    const all = made[edition];
    for (const [committee, nation, other] of [
      ["own", council, joint],
      ["joint", joint, council],
    ] as const) {
      const its = [...all].filter(([path]) => new RegExp(`^(?:reports|committees)/${committee}/`).test(path));
      const text = its.map(([, own]) => own).join("\n");
      for (const words of wordsOf(other, nation)) expect(text).not.toContain(words);
      const { schedule, publicInterest, confidential, urgency, exclusion } = lawOf(nation);
      const kinds = (words: string) =>
        new Set(its.filter(([, own]) => own.includes(words)).map(([path]) => kindOf(path)));
      const isPublic = edition === "public";
      expect(kinds(`paragraph ${exampleParagraph(lawOf(nation))} of ${schedule}`)).toEqual(
        new Set(["report", "data", "pdf", "meeting", "pack", ...(isPublic ? ["feed"] : [])]),
      );
      if (publicInterest !== undefined) expect(kinds(publicInterest.source)).toContain("meeting");
      expect(kinds(confidential.source)).toContain("report");
      expect(kinds(urgency.source)).toEqual(new Set(["meeting", "pack"]));
      expect(kinds(exclusion.source)).toEqual(new Set(isPublic ? [] : ["meeting", "pack"]));
    }
  });

  it("counts and names each in the yearly review under its own law", () => {
    const all = made.public;
    const page = all.get("withheld/2019/index.html") ?? "";
    const rows = (all.get("withheld/2019/withheld-2019.csv") ?? "").split("\r\n");
    for (const [name, nation] of [
      ["Roads Committee", council],
      ["Border Joint Committee", joint],
    ] as const) {
      const law = lawOf(nation);
      const number = exampleParagraph(law);
      const [, counted = ""] = page.split(`Paragraph ${number} of ${law.schedule}: `);
      expect(counted).toMatch(/^[^<]*<\/span> <strong>\(4\)/);
      expect(page).toContain(`>paragraph ${number} of ${law.schedule}<`);
      const its = rows.filter((row) => row.startsWith("withheld,") && row.includes(`,${name},`));
      expect(its.map((row) => row.includes(`,${law.schedule},`) || row.includes(law.confidential.source))).toEqual(
        Array.from({ length: 5 }, () => true),
      );
    }
  });

  it("accepts the paragraphs of each law in its own place alone", () => {
    const outside = Object.keys(lawOf(joint).exempt).find((number) => !(Number(number) in lawOf(council).exempt));
    if (outside === undefined) return;
    const confidential = `{paragraphs: [${outside}]}`;
    const found = ["own", "joint"].map((committee) =>
      built(pair, "public", { "reports/a.md": reportOf({ committee, confidential }) })
        .diagnostics.filter(({ rule }) => rule === "confidential-flag")
        .map(({ message }) => message),
    );
    expect(found).toEqual([[expect.stringContaining(lawOf(council).schedule)], []]);
  });
});

describe("the law of a joint committee", () => {
  const PAIR = ["England", "Wales"] as const;
  const messagesOf = (fields: Readonly<Record<string, string>>, more = "", pair: Pair = PAIR): readonly string[] => {
    const texts = { "reports/a.md": reportOf(fields, "One.\n") };
    return checkContent({ ...contentOf(pair, texts), settings: bytesOf(more + settingsOf(pair)) }, {}).diagnostics.map(
      ({ rule, place, message, fix }) => `${rule} ${place.path}:${place.line} ${message} → ${fix}`,
    );
  };

  it("counts its days of notice, by its bank holidays", () => {
    // Four clear working days in England and Wales, where Easter Monday is none.
    const fields = { date: "2019-04-15", meeting: "2019-04-24" };
    expect(messagesOf({ ...fields, committee: "own" })).toEqual([expect.stringMatching(/^clear-days .*; 5 are/)]);
    expect(messagesOf({ ...fields, committee: "Border Joint Committee" })).toEqual([]);
    expect(messagesOf({ ...fields, committee: "joint" }, "clear-days: 9\n")).toEqual([]);
    const easter = { committee: "joint", date: "2019-04-17", meeting: "2019-04-24" };
    expect(messagesOf(easter)).toEqual([expect.stringMatching(/there are 2 clear days/)]);
    expect(messagesOf(easter, "", ["England", "Scotland"])).toEqual([]);
    expect(messagesOf(easter, "clear-days: 0\n")).toEqual([]);
  });

  it("asks whether an urgent item is one, and what its background papers need", () => {
    const urgent = { committee: "joint", date: "2019-04-15", meeting: "2019-04-24" };
    const urgency = "{reason: The grant ends, chair-agreed: Yes}";
    expect(messagesOf({ ...urgent, urgency })).toEqual([expect.stringContaining("section 100BA(3) of the Local")]);
    const background = "[A survey]";
    expect(messagesOf({ ...urgent, background })).toEqual([expect.stringContaining("(section 100D(1)(c) of the")]);
    expect(messagesOf({ ...urgent, committee: "own", date: "2019-04-01", background })).toEqual([]);
    const further = { committee: "own", meeting: "2019-04-24", "also-to": "[{committee: joint, meeting: 2019-05-08}]" };
    expect(messagesOf({ ...further, background })).toEqual([expect.stringContaining("(section 100D(1)(c) of the")]);
    expect(messagesOf({ ...further, background: "None" })).toEqual([]);
  });

  it("is asked for the test of the public interest where it has one alone", () => {
    const confidential = "{paragraphs: [6], reason: Bids are open}";
    const scots = ["England", "Scotland"] as const;
    expect(messagesOf({ committee: "joint", confidential }, "", scots)).toEqual([]);
    expect(messagesOf({ committee: "own", confidential }, "", scots)).toEqual([
      expect.stringMatching(/^public-interest .*paragraph 10 of Schedule 12A/),
    ]);
    expect(
      messagesOf({ committee: "joint", confidential: "{paragraphs: [3], public-interest: X}" }, "", scots),
    ).toEqual([expect.stringContaining("the law of Scotland does not have")]);
  });

  it("is that of all its meetings for a paper that is withheld, or an error, at the meeting of another law", () => {
    const further = { committee: "own", meeting: "2019-04-24", "also-to": "[{committee: joint, meeting: 2019-05-08}]" };
    const confidential = "{paragraphs: [3], public-interest: Harm}";
    const refused = [
      expect.stringMatching(/^frontmatter-field-value reports\/a\.md:8 .* under the law of Wales, .*England/),
    ];
    expect(messagesOf({ ...further, confidential })).toEqual(refused);
    const annexes = `[{title: Bids, confidential: ${confidential}}]`;
    expect(messagesOf({ ...further, annexes }).filter((one) => !one.startsWith("annex"))).toEqual(refused);
    expect(messagesOf({ ...further, confidential }, "", ["England", "England"])).toEqual([]);
  });

  it("is held to where the name of the committee, or another setting, is mistyped", () => {
    const fields = { confidential: "{paragraphs: [14], public-interest: Harm}" };
    const rulesOf = (all: readonly string[]) => all.map((one) => one.split(" ", 1)[0]);
    expect(rulesOf(messagesOf({ ...fields, committee: "jiont" }))).toEqual(["committee-unknown"]);
    for (const mistake of ["colour: red\n", "council: [\n"])
      for (const committee of ["joint", "Border Joint Committee"])
        expect(new Set(rulesOf(messagesOf({ ...fields, committee }, mistake)))).not.toContain("confidential-flag");
    const listed =
      "colour: red\ncommittees:\n  - name: Border Joint Committee\n    jurisdiction: 'Wales' # Cymru\nknown: [X]\n";
    const texts = { "reports/a.md": reportOf({ ...fields, committee: "border-joint-committee" }) };
    const { diagnostics } = checkContent({ ...contentOf(PAIR, texts), settings: bytesOf(listed) }, {});
    expect(diagnostics.map(({ rule }) => rule)).toEqual(["settings-value"]);
  });

  it("says for how long its papers are kept public", () => {
    const background = "[{title: A survey, url: 'https://sallow.example/survey'}]";
    const fields = (committee: string) => ({ committee, meeting: "2019-04-24", date: "2019-03-01", background });
    const before = { "reports/a.md": reportOf(fields("own")), "reports/b.md": reportOf(fields("joint")) };
    const old = new Map(
      makeOutputs(built(PAIR, "public", before).site, templates).map(({ path, content }) => [
        path,
        "text" in content ? content.text : "",
      ]),
    );
    const { site, compiled } = checkContent(contentOf(PAIR, { "reports/c.md": reportOf({}) }), { asOf: "2019-07-01" });
    const kept = keptByLaw({ old: [...old.keys()], readOld: (path) => old.get(path), files: [], site, compiled });
    expect(
      kept.map(({ address, kind, until, source }) => `${address} ${kind} ${until} ${source.slice(0, 16)}`),
    ).toEqual(["reports/a/ report 2025-04-23 sections 100C(1)", "reports/b/ report 2025-04-23 sections 100C(1A"]);
    const without = Object.fromEntries(
      Object.entries(before).map(([path, text]) => [path, text.replace(/background: .*/, "background: None")]),
    );
    const next = checkContent(contentOf(PAIR, without), { asOf: "2019-07-01" });
    const files = makeOutputs(next.site, templates);
    const papers = keptByLaw({ ...next, files, old: [...old.keys()], readOld: (path) => old.get(path) });
    expect(papers.map(({ address, until }) => `${address} ${until}`)).toEqual([
      "reports/a/ 2023-04-23",
      "reports/b/ 2025-04-23",
    ]);
  });

  it("is what an editor offers, and says of the committee", () => {
    const around = { settings: settingsOf(PAIR) };
    const typed = (committee: string): string =>
      `---\ntitle: A\ncommittee: ${committee}\nconfidential: {paragraphs: [‸]}\n---\n\nOne.\n`;
    expect(offered(typed("own"), around)[0]).toBe("1");
    expect(offered(typed("joint"), around)[0]).toBe("12");
    expect(offered(typed("Border Joint Committee"), around)[0]).toBe("12");
    const passage = reportOf({ committee: "joint" }, "One.\n\n:::exempt{paragraphs=‸}\nTwo.\n:::\n");
    expect(offered(passage, around)[0]).toBe("12");
    expect(inEditor(reportOf({ committee: "jo‸int" }), around).hover()?.words).toContain("The law of Wales");
    const settings = { path: "site.yml" };
    expect(offered("committees:\n  - {id: a, name: A, jurisdiction: ‸}\n", settings)).toContain("Wales");
    expect(offered("committees:\n  - id: a\n    jurisdiction: ‸\n", settings)).toContain("Wales");
  });

  it("is that of the next build, too, when the settings say another", async () => {
    const root = temporaryFolder();
    for (const [path, text] of Object.entries(textsOf("joint", "England")))
      writeFiles(root, { [`content/${path}`]: text });
    const flags = { edition: "public", pdf: false, search: false, asOf: "2019-07-01", tell: () => {} } as const;
    const printing = { format: "pretty", color: false } as const;
    const buildTo = (out: string, cache: string | false) =>
      runBuild(join(root, "content"), { ...flags, printing, out: join(root, out), cache });
    for (const joint of ["England", "Northern Ireland"] as const) {
      writeFiles(root, { "content/site.yml": settingsOf(["England", joint]) });
      expect(await buildTo("dist", join(root, "kept"))).toBe(0);
      const all = Object.values(filesIn(join(root, "dist"))).join("\n");
      const schedules = [/Schedule 12A/, /Schedule 6 to the Local/].map((words) => words.test(all));
      expect(schedules).toEqual([joint === "England", joint === "Northern Ireland"]);
    }
    expect(await buildTo("clean", false)).toBe(0);
    expect(filesIn(join(root, "dist"))).toEqual(filesIn(join(root, "clean")));
  });
});

describe("the law of what is published", () => {
  const SRC = new URL("../../src/", import.meta.url);
  const sources = readdirSync(SRC, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".ts"))
    .map((path) => [path.replaceAll("\\", "/"), readFileSync(new URL(path, SRC), "utf8")] as const);
  const havingWords = (words: RegExp) => sources.filter(([, text]) => words.test(text)).map(([path]) => path);

  it("is asked of a committee, but for what is of the whole council, or of every nation", () => {
    expect(havingWords(/\bjurisdictions\b\.|\bjurisdictions }|\bjurisdictions:/).sort()).toEqual([
      "law/laws.ts",
      "model/settings.ts",
      "pipeline/check-content.ts",
      "site/settings.ts",
    ]);
    expect(havingWords(/\blawOfCouncil\b/).sort()).toEqual([
      "law/laws.ts",
      "rules/accessibility/statement-enforcer.ts",
    ]);
    expect(havingWords(/\blawOf\b/).sort()).toEqual([
      "law/laws.ts",
      "outputs/withheld-years.ts",
      "site/start-files.ts",
    ]);
  });
});

function kindOf(path: string): string {
  if (path.endsWith("/pack.pdf")) return "pack";
  if (path.startsWith("committees/")) return path.endsWith("/feed.xml") ? "feed" : "meeting";
  return path.endsWith(".pdf") ? "pdf" : path.endsWith(".json") ? "data" : "report";
}
