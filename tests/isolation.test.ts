import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, vi } from "vitest";
import type { PdfInput } from "../src/io/pdf-engine.ts";
import { reportOf } from "./compile-text.ts";
import { filesIn, temporaryFolder, writeFiles } from "./content-folders.ts";
import { rows } from "./lane.ts";

/** The stage that stops, and the report or file at which it does. */
const planted = vi.hoisted(() => ({ stage: "", path: "" }));

/** What a fault says could be words of a report. */
const SAID = "zanzibar";

type Stage = (...args: never[]) => unknown;

/** Wraps the functions of a module so that the one of the planted stage throws where it is handed the planted file. */
const stopping = vi.hoisted(() => (stages: readonly string[]) => async (original: () => Promise<object>) => {
  const mentions = (value: unknown, depth: number): boolean => {
    if (typeof value === "string") return value === planted.path;
    if (typeof value !== "object" || value === null || depth === 0) return false;
    // Another report that links to the planted one is not at fault.
    const own = Object.entries(value).flatMap(([name, part]) => (name === "links" ? [] : [part]));
    const parts = value instanceof Map ? [...value.values()] : own;
    return parts.some((part) => mentions(part, depth - 1));
  };
  const real = await original();
  const wrapped = Object.entries(real).map(([name, stage]: [string, Stage]) => {
    if (!stages.includes(name)) return [name, stage];
    const stop = (...args: never[]): unknown => {
      if (planted.stage === name && args.some((arg) => mentions(arg, 4))) throw new RangeError("the zanzibar plan");
      return stage(...args);
    };
    return [name, stop];
  });
  return Object.fromEntries(wrapped);
});

vi.mock("../src/report/markdown/decode-utf8.ts", stopping(["decode"]));
vi.mock("../src/report/frontmatter/read.ts", stopping(["readFrontmatter"]));
vi.mock("../src/report/markdown/parse.ts", stopping(["parseBody"]));
vi.mock(
  "../src/rules/text/line-drawn.ts",
  async (original: () => Promise<typeof import("../src/rules/text/line-drawn.ts")>) => {
    const { lineDrawn } = await original();
    const { lineDrawn: text } = await stopping(["lineDrawn"])(() =>
      Promise.resolve({ lineDrawn: lineDrawn.checks?.text }),
    );
    return { lineDrawn: { ...lineDrawn, checks: { text } } };
  },
);
vi.mock("../src/report/numbering/number-paragraphs.ts", stopping(["numberParagraphs"]));
vi.mock("../src/report/annexes/annexes.ts", stopping(["assembleAnnexes"]));
vi.mock("../src/report/abbreviations/abbreviations.ts", stopping(["abbreviate"]));
vi.mock("../src/report/links/link-references.ts", stopping(["refer"]));
vi.mock("../src/report/withholding/triage.ts", stopping(["triage", "forMembers"]));
vi.mock("../src/report/page/render.ts", stopping(["render"]));
vi.mock("../src/site/assemble.ts", stopping(["assemble"]));
vi.mock("../src/outputs/home-page.ts", stopping(["homePage"]));
vi.mock("../src/outputs/report-pages.ts", stopping(["reportPages"]));
vi.mock("../src/outputs/linked-data.ts", stopping(["linkedData"]));
vi.mock("../src/outputs/withheld-pages.ts", stopping(["withheldPages"]));
vi.mock("../src/outputs/withheld-list.ts", stopping(["withheldList"]));
vi.mock("../src/outputs/listings.ts", stopping(["listings"]));
vi.mock("../src/outputs/committee-pages.ts", stopping(["committeePages"]));
vi.mock("../src/outputs/meeting-pages.ts", stopping(["meetingPages"]));
vi.mock("../src/outputs/glossary-pages.ts", stopping(["glossaryPages"]));
vi.mock("../src/outputs/glossary-data.ts", stopping(["glossaryData"]));
vi.mock("../src/outputs/report-data.ts", stopping(["reportData"]));
vi.mock("../src/outputs/feeds.ts", stopping(["feeds"]));
vi.mock("../src/outputs/calendars.ts", stopping(["calendars"]));
vi.mock("../src/outputs/plain-pages.ts", stopping(["plainPages"]));
vi.mock("../src/outputs/search-page.ts", stopping(["searchPage"]));
vi.mock("../src/outputs/not-found-page.ts", stopping(["notFoundPage"]));
vi.mock("../src/outputs/sitemap.ts", stopping(["sitemapFiles"]));
vi.mock("../src/outputs/search-records.ts", stopping(["eachSearchRecord"]));
vi.mock("../src/print/print-report.ts", stopping(["printReport", "reportDocument"]));
vi.mock("../src/print/print-pack.ts", stopping(["printPacks"]));
vi.mock("../src/io/pdf-processes.ts", async (original: () => Promise<typeof import("../src/io/pdf-processes.ts")>) => {
  const real = await original();
  const refuses = ({ template, document }: PdfInput): boolean => {
    const isFaulty = document.includes("Zebedee plan");
    if (planted.stage === "engine") return isFaulty;
    if (planted.stage === "engine of packs") return isFaulty && template === "pack";
    return planted.stage === "engine of this pack" && isFaulty && document.includes("Sound report");
  };
  const makePdfs: typeof real.makePdfs = (areLarge, input, done) => {
    const refusing: typeof input = async (index) => {
      const document = await input(index);
      return "refusal" in document || !refuses(document) ? document : { refusal: "the zanzibar plan" };
    };
    return real.makePdfs(areLarge, refusing, done);
  };
  return { ...real, makePdfs };
});

const { runBuild } = await import("../src/commands/build.ts");

const MEETING = { committee: "Children", meeting: "2019-04-08" };
const FAULTY = "reports/2019/faulty.md";
const PLAN = "Depot,Costs\n1,2\n";
const CONTENT = {
  "content/site.yml": "council: Sallow Borough Council\nbase-url: https://scrutiny.example/\n",
  "content/reports/2019/sound.md": reportOf(
    { title: "Sound report", ...MEETING, abbreviations: "{DPO: Data Protection Officer}" },
    "The DPO has read [the plan](faulty.md) and its [first part](faulty.md#part).\n",
  ),
  "content/reports/2019/other.md": reportOf(
    { title: "Other report", ...MEETING, annexes: "[{title: Plan, file: other/copy.csv}]" },
    "The plan is in Annex A.\n",
  ),
  "content/reports/2019/other/copy.csv": PLAN,
  "content/pages/about.md": "---\ntitle: About this site\n---\n\nWho publishes it.\n",
};
const PUBLIC = reportOf(
  { title: "Zebedee plan", ...MEETING, annexes: "[{title: Figures, file: faulty/figures.csv}]" },
  "## Part\n\nThe Zebedee Transport Board (ZTB) met, as Annex A shows. The ZTB will meet again.\n",
);
const WITHHELD = reportOf(
  {
    title: "Zebedee plan",
    "public-title": "Contract award",
    ...MEETING,
    confidential: "{paragraphs: [3], reason: Prices, review: 2026-01-01}",
    annexes: "[{title: Figures, file: faulty/figures.csv}]",
  },
  "## Part\n\nThe Zebedee Transport Board met, as Annex A shows.\n",
);

interface Run {
  readonly code: number;
  readonly said: string;
  /** Every file of the site as text; nothing where none was published. */
  readonly files: Readonly<Record<string, string>> | undefined;
}

async function build(text: string, options: Partial<Parameters<typeof runBuild>[1]>): Promise<Run> {
  const root = temporaryFolder();
  writeFiles(root, { ...CONTENT, [`content/${FAULTY}`]: text, "content/reports/2019/faulty/figures.csv": PLAN });
  const out = join(root, "dist");
  let said = "";
  const write = vi.spyOn(process.stderr, "write").mockImplementation((words) => {
    said += words;
    return true;
  });
  try {
    const printing = { format: "pretty", color: false } as const;
    const code = await runBuild(join(root, "content"), {
      out,
      edition: "public",
      pdf: false,
      search: false,
      printing,
      ...options,
    });
    return { code, said, files: existsSync(out) ? filesIn(out) : undefined };
  } finally {
    write.mockRestore();
  }
}

/** Words of the report, of the fault, or of the machinery. */
function expectNothingQuoted(said: string): void {
  expect(said).not.toMatch(/zebedee|ZTB|prices/i);
  expect(said).not.toContain(SAID);
  expect(said).not.toMatch(/^\s+at .*:\d+|RangeError|node_modules/m);
}

function expectAloneLeftOut({ code, said, files = {} }: Run): void {
  expect(said).toContain(`${FAULTY}:1:1  error  `);
  expect(said).toContain("report the fault");
  expectNothingQuoted(said);
  expect(code).toBe(1);
  expect(files["reports/2019/sound/index.html"]).toContain("Sound report");
  expect(files["about/index.html"]).toContain("Who publishes it.");
  const leaks = Object.entries(files).filter(([path, text]) => /zebedee|ZTB/i.test(text) || path.includes("faulty"));
  expect(leaks.map(([path]) => path)).toEqual([]);
}

const OF_A_REPORT = [
  "decode",
  "readFrontmatter",
  "parseBody",
  "lineDrawn",
  "numberParagraphs",
  "assembleAnnexes",
  "abbreviate",
  "refer",
  "triage",
  "render",
] as const;
const OF_THE_SITE = [
  "assemble",
  "homePage",
  "reportPages",
  "linkedData",
  "withheldPages",
  "withheldList",
  "listings",
  "committeePages",
  "meetingPages",
  "glossaryPages",
  "glossaryData",
  "reportData",
  "feeds",
  "calendars",
  "plainPages",
  "searchPage",
  "notFoundPage",
  "sitemapFiles",
  "eachSearchRecord",
] as const;
const OF_PDFS = ["printReport", "reportDocument", "printPacks", "engine", "engine of packs"] as const;

const isOfPdfs = (stage: string): boolean => OF_PDFS.some((one) => one === stage);

function plant(stage: string, path = FAULTY): void {
  planted.stage = stage;
  planted.path = path;
}

describe("a fault at one report", () => {
  it.each([...rows(OF_A_REPORT, 4), ...rows(OF_THE_SITE, 5), ...rows(OF_PDFS, 2)])(
    "leaves out that report alone with --keep-going, and names it: %s",
    async (stage) => {
      plant(stage);
      expectAloneLeftOut(await build(PUBLIC, { keepGoing: true, pdf: isOfPdfs(stage) }));
    },
  );

  it.each(rows(["refer", "assemble", "reportPages", "engine"], 1))(
    "publishes nothing without --keep-going, and names the report: %s",
    async (stage) => {
      plant(stage);
      const { code, said, files } = await build(PUBLIC, { pdf: isOfPdfs(stage) });
      expect([code, files]).toEqual([1, undefined]);
      expect(said).toContain(`${FAULTY}:1:1  error  `);
      expect(said).toContain("Nothing was published");
      expectNothingQuoted(said);
    },
  );

  it.each(rows(["forMembers", "render", "assemble", "reportPages", "eachSearchRecord", "engine"], 2))(
    "leaves it out of the members' edition likewise: %s",
    async (stage) => {
      plant(stage);
      expectAloneLeftOut(await build(WITHHELD, { keepGoing: true, edition: "members", pdf: isOfPdfs(stage) }));
    },
  );

  it("is no fault of the others: without it the same site is whole", async () => {
    plant("");
    const { code, files = {} } = await build(PUBLIC, { pdf: true });
    expect(code).toBe(0);
    expect(Object.keys(files)).toContain("reports/2019/faulty/faulty.pdf");
    expect(files["reports/2019/sound/index.html"]).toContain("../faulty/#part");
  });
});

describe("a fault at a report that is withheld", () => {
  it.each(
    rows(["decode", "readFrontmatter", "parseBody", "triage", "assemble", "withheldPages", "listings", "feeds"], 4),
  )("publishes neither its files nor copies of them: %s", async (stage) => {
    plant(stage, ["withheldPages", "listings", "feeds"].includes(stage) ? "Contract award" : FAULTY);
    const run = await build(WITHHELD, { keepGoing: true });
    expectAloneLeftOut(run);
    const texts = Object.values(run.files ?? {});
    expect(texts.some((text) => text.includes("Depot,Costs"))).toBe(false);
    expect(texts.some((text) => text.includes("Contract award"))).toBe(false);
  });
});

describe("a fault at another file", () => {
  it.each(rows(["decode", "parseBody", "lineDrawn", "assemble", "plainPages"], 2))(
    "leaves out that plain page alone: %s",
    async (stage) => {
      plant(stage, stage === "plainPages" ? "About this site" : "pages/about.md");
      const { code, said, files = {} } = await build(PUBLIC, { keepGoing: true });
      expect(code).toBe(1);
      expect(said).toContain("pages/about.md:1:1  error  ");
      expect(files["about/index.html"]).toBeUndefined();
      expect(files["reports/2019/faulty/index.html"]).toContain("Zebedee plan");
    },
  );

  it("leaves out a pack alone whose papers can be printed by themselves", async () => {
    plant("engine of this pack");
    const { code, said, files = {} } = await build(PUBLIC, { keepGoing: true, pdf: true });
    expect(code).toBe(1);
    expect(said).toContain("the pack of papers that this report is in cannot be made");
    expectNothingQuoted(said);
    const pdfs = Object.keys(files).filter((path) => path.endsWith(".pdf"));
    expect(pdfs).toEqual([
      "reports/2019/faulty/faulty.pdf",
      "reports/2019/other/other.pdf",
      "reports/2019/sound/sound.pdf",
    ]);
    expect(files["committees/children/2019-04-08/index.html"]).not.toContain("pack.pdf");
  });
});
