#!/usr/bin/env node
/**
 * Writes a corpus of made-up scrutiny reports: tables, lists, footnotes, quotations, annexes, 5 to 25 abbreviations each.
 * The same seed gives the same bytes, and report i does not depend on how many there are: the corpus of 1,000 reports is
 * part of that of 10,000.
 *
 *   node bench/corpus.mjs --out <content folder> [--reports 1000] [--seed 1]
 */
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

/** Bytes of body text: the files come out at a median of about 7 KB. */
const SIZE = { median: 5600, min: 900, max: 200_000, sigma: 0.9 };

/** A generator of random numbers (mulberry32), with the ways to draw that the text needs. */
function random(seed) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  return {
    next,
    int: (low, high) => low + Math.floor(next() * (high - low + 1)),
    pick: (list) => list[Math.floor(next() * list.length)],
    /** Prefers the front of the list. */
    skewed: (list) => list[Math.floor(next() * next() * list.length)],
    chance: (probability) => next() < probability,
    normal: () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
  };
}

const words = (text) => text.trim().split(/\s+/);
const phrases = (text) => words(text).map((phrase) => phrase.replace(/-/g, " "));
const capitalised = (text) => text[0].toUpperCase() + text.slice(1);
const quoted = (text) => `"${text.replace(/\\/g, "\\\\").replace(/"/g, '\\"')}"`;
const repeat = (times, make) => Array.from({ length: times }, (_, index) => make(index));

const NOUNS =
  words(`committee report service council review partnership arrangements board members officers residents children
families housing budget performance update plan strategy framework action progress funding delivery support team school
health transport road flood waste recycling planning application licence community safety police audit risk consultation
survey evidence outcome objective priority recommendation decision meeting quarter period year target indicator measure
contract provider commissioner demand capacity pressure saving investment programme project scheme policy statement duty
assessment referral case caseload placement carer worker professional practice training recruitment retention workforce
agency network group forum panel chair lead director executive cabinet scrutiny inquiry task working party annex figure
table data analysis trend increase reduction improvement concern issue challenge opportunity benefit impact equality
climate carbon energy building asset estate property land neighbourhood ward parish town city centre market business
employment skills apprenticeship college nursery early-years attendance exclusion attainment safeguarding abuse neglect
homelessness tenancy repair allocation rent arrears debt complaint compliment ombudsman response timescale backlog`);
const VERBS =
  phrases(`has-been-reviewed is-being-developed continues-to-improve was-agreed will-be-reported has-increased has-fallen
remains-stable is-monitored was-discussed has-been-identified will-require is-expected-to-deliver was-commissioned has-been-completed
supports enables reflects informs highlights addresses strengthens underpins considers requires includes sets-out draws-on
takes-account-of builds-on responds-to depends-on contributes-to`);
const ADJECTIVES =
  words(`strategic local regional national statutory independent internal external annual quarterly multi-agency joint
significant sustained positive emerging early targeted universal specialist vulnerable young older rural urban revised proposed
current previous new existing additional robust timely effective efficient inclusive accessible digital financial operational`);
const OPENINGS = [
  "In addition,",
  "However,",
  "As a result,",
  "Alongside this,",
  "Over the same period,",
  "Following consultation,",
  "It should be noted that",
  "Members may wish to note that",
  "Officers advise that",
  "At the time of writing,",
  "By contrast,",
  "Nationally,",
];
const PREPOSITIONS = [
  "in",
  "across",
  "within",
  "for",
  "with",
  "through",
  "under",
  "against",
  "by",
  "following",
  "alongside",
];
const FIRST_NAMES = words(
  "Will Anna Priya Tom Sarah James Olu Fatima Helen David Ruth Marek Aisha Peter Carys Hugh Nadia Simon Grace Leo",
);
const LAST_NAMES = words(
  "Boardman Hughes Patel Turner Okafor Nowak Clarke Evans Reid Ahmed Walsh Fox Murray Shah Dale Price Khan Webb Stone Lane",
);
const COMMITTEES = [
  "Children, Education and Communities",
  "Economy and Place",
  "Health and Adult Social Care",
  "Housing and Community Safety",
  "Customer and Corporate Services",
  "Climate Change",
  "Audit and Governance",
  "Planning",
  "Licensing and Regulatory",
  "Transport",
  "Flood Risk",
  "Corporate Parenting",
  "Standards",
  "Pensions",
  "Health and Wellbeing",
  "Staffing Matters",
  "Local Plan",
  "Culture and Leisure",
  "Skills and Employment",
  "Waste and Environment",
  "Digital and Innovation",
  "Equalities",
  "Finance and Performance",
  "Rural Affairs",
  "Public Protection",
];
const TOPICS = [
  "Update to Scrutiny",
  "Annual Report",
  "Quarterly Finance and Performance Monitor",
  "Task Group Final Report",
  "Review of Progress",
  "Improvement Plan",
  "Consultation Outcome",
  "Implementation of Recommendations",
  "Position Statement",
  "Scoping Report",
];
const HEADINGS = [
  "Introduction",
  "Background",
  "Summary",
  "Consultation",
  "Options",
  "Analysis",
  "Key updates",
  "Performance",
  "Council Plan",
  "Implications",
  "Financial implications",
  "Human resources",
  "Equalities",
  "Legal implications",
  "Risk management",
  "Recommendations",
  "Next steps",
  "A review of the partnership",
  "Governance",
  "Workforce",
  "Demand and capacity",
  "What works well",
  "Areas for development",
];

const WELL_KNOWN = {
  AIM: "Assessment, Intervention, Moving on",
  HSB: "Harmful Sexual Behaviour",
  SEND: "Special Educational Needs and Disability",
  LGA: "Local Government Association",
  MASH: "Multi-Agency Safeguarding Hub",
  "H&S": "Health & Safety",
  CQC: "Care Quality Commission",
  ICB: "Integrated Care Board",
  HRA: "Housing Revenue Account",
  MTFS: "Medium Term Financial Strategy",
  KPI: "Key Performance Indicator",
  CIL: "Community Infrastructure Levy",
  LTP4: "Local Transport Plan 4",
  "P&R": "Park & Ride",
  NEET: "Not in Education, Employment or Training",
  EHCP: "Education, Health and Care Plan",
  CO2: "Carbon dioxide",
  DfE: "Department for Education",
  DfT: "Department for Transport",
  GPs: "General Practitioners",
};

/** 600 abbreviations that the reports share. */
function abbreviationPool(seed) {
  const { int, pick } = random(0xabba ^ seed);
  const candidates = [...new Set([...NOUNS, ...ADJECTIVES])].filter((word) => !word.includes("-"));
  const pool = new Map(Object.entries(WELL_KNOWN));
  while (pool.size < 600) {
    const long = repeat(int(3, 5), () => capitalised(pick(candidates)));
    const short = long.map((word) => word[0]).join("");
    if (!pool.has(short)) pool.set(short, long.join(" "));
  }
  return [...pool];
}

function sentence(draw, report, isNote = false) {
  const { int, pick, skewed, chance } = draw;
  const thing = () => (chance(0.5) ? `${pick(ADJECTIVES)} ` : "") + skewed(NOUNS);
  const short = () => pick(report.abbreviations)[0];
  let text = `${chance(0.25) ? `${pick(OPENINGS)} the ` : "The "}${thing()} ${pick(VERBS)} the ${thing()}`;
  text += repeat(int(1, 3), () => ` ${pick(PREPOSITIONS)} the ${thing()}`).join("");
  if (chance(0.28)) text += ` (${int(2, 98)}% in ${int(2012, 2024)})`;
  if (chance(0.3)) text += `, led by ${short()}`;
  if (chance(0.1)) text += ` and the ${short()} ${skewed(NOUNS)}`;
  if (isNote) return `${text}.`;
  if (chance(0.1)) text += ` as outlined in *${capitalised(pick(NOUNS))} Together ${int(2015, 2024)}*`;
  if (chance(0.04)) text += ` with **${thing()}** as the main ${pick(NOUNS)}`;
  if (chance(0.06)) {
    const address = `https://democracy.example.gov.uk/ieListDocuments.aspx?CId=${int(100, 999)}&MId=${int(1000, 9999)}`;
    text += ` ([background paper](${address}))`;
  }
  if (chance(0.02)) return `${text}, see https://www.example.gov.uk/${pick(NOUNS)}/${pick(NOUNS)}.`;
  if (chance(0.025)) {
    const number = ++report.notesBegun;
    report.notes.push(`[^${number}]: ${sentence(draw, report, true)}`);
    text += `[^${number}]`;
  }
  return `${text}.`;
}

const paragraph = (draw, report) => repeat(draw.int(2, 5), () => sentence(draw, report)).join(" ");

function list(draw, report) {
  const isOrdered = draw.chance(0.25);
  return repeat(draw.int(3, 7), (index) => {
    const item = `${isOrdered ? `${index + 1}.` : "-"} ${sentence(draw, report)}`;
    const hasSubList = !isOrdered && draw.chance(0.12);
    return hasSubList ? [item, ...repeat(2, () => `  - ${sentence(draw, report)}`)] : [item];
  })
    .flat()
    .join("\n");
}

function table(draw, report) {
  const { int, pick, chance } = draw;
  const row = (cells) => `| ${cells.join(" | ")} |`;
  const columns = int(3, 6);
  const rows = int(4, 18);
  const measure = () => {
    const name = `${capitalised(pick(ADJECTIVES))} ${pick(NOUNS)}`;
    // Not in brackets: "Joint partnership (JPS)" would define JPS a second time, and Scrutineer refuses that. The dash is as long as they are.
    return chance(0.2) ? `${name} – ${pick(report.abbreviations)[0]}` : name;
  };
  const figure = () => {
    if (chance(0.2)) return `£${int(1, 999)},${int(100, 999)}`;
    return chance(0.1) ? "*n/a*" : `${int(0, 100)}%`;
  };
  return [
    row(["Measure", ...repeat(columns - 1, (index) => `${2018 + index}/${19 + index}`)]),
    row(["---", ...repeat(columns - 1, () => pick(["---:", ":---:", "---"]))]),
    ...repeat(rows, () => row([measure(), ...repeat(columns - 1, figure)])),
  ].join("\n");
}

const quotation = (draw, report) => `> ${sentence(draw, report)}\n>\n> ${sentence(draw, report)}`;

function blocksOf(draw, report, size) {
  const { int, pick, next, chance } = draw;
  const blocks = [];
  let length = 0;
  let sinceHeading = 0;
  const add = (block) => {
    blocks.push(block);
    length += block.length + 2;
  };
  const addParagraph = () => add(paragraph(draw, report));

  add("## Introduction");
  addParagraph();
  while (length < size * 0.92) {
    if (++sinceHeading > int(3, 7)) {
      add(`${chance(0.3) ? "###" : "##"} ${pick(HEADINGS)}`);
      sinceHeading = 0;
      addParagraph();
      continue;
    }
    const kind = next();
    if (kind >= 0.95 && kind < 0.98) add(quotation(draw, report));
    else addParagraph();
    if (kind >= 0.8 && kind < 0.9) add(list(draw, report));
    else if (kind >= 0.9 && kind < 0.95) add(table(draw, report));
  }
  const annexes = int(0, 2) + (size > 60_000 ? 2 : 0);
  for (let index = 0; index < annexes; index++) {
    const title = `The latest ${pick(ADJECTIVES)} ${pick(NOUNS)} newsletter`;
    report.annexes.push(title);
    add(`## Annex ${"ABCD"[index]}: ${title}`);
    addParagraph();
    if (chance(0.4)) add(table(draw, report));
  }
  if (report.notes.length > 0) add(report.notes.join("\n\n"));
  return blocks;
}

/** The file name and the text of a report. */
function makeReport(index, seed, pool) {
  const draw = random(seed * 2654435761 + index * 40503 + 977);
  const { int, pick, skewed, chance, next, normal } = draw;
  for (let discarded = 0; discarded < 5; discarded++) next();

  const drawn = Math.round(SIZE.median * Math.exp(SIZE.sigma * normal()));
  const size = Math.min(SIZE.max, Math.max(SIZE.min, drawn));
  const wanted = Math.max(5, Math.min(25, Math.round(4 + size / 1500 + int(0, 4))));
  const abbreviations = new Map();
  while (abbreviations.size < wanted) {
    const [short, long] = skewed(pool);
    abbreviations.set(short, chance(0.03) ? `${long} Team` : long);
  }
  const report = {
    abbreviations: [...abbreviations].sort(([a], [b]) => (a < b ? -1 : 1)),
    annexes: [],
    notes: [],
    notesBegun: 0,
  };

  const committee = pick(COMMITTEES);
  const title = `${capitalised(pick(ADJECTIVES))} ${skewed(NOUNS)}: ${pick(TOPICS)}`;
  const date = [int(2014, 2024), int(1, 12), int(1, 28)].map((part) => String(part).padStart(2, "0")).join("-");
  const author = `${pick(FIRST_NAMES)} ${pick(LAST_NAMES)}`;
  next(); // keeps the sequence of shared/bench/gen-corpus.mjs
  const blocks = blocksOf(draw, report, size);

  const frontmatter = [
    "---",
    `title: ${quoted(title)}`,
    `author: ${quoted(author)}`,
    `date: ${date}`,
    "confidential: No",
    `committee: ${quoted(committee)}`,
    report.annexes.length === 0 ? "annexes: []" : "annexes:",
    ...report.annexes.map((annex) => `  - title: ${quoted(annex)}`),
    "---",
  ];
  const definitions = report.abbreviations.map(([short, long]) => `*[${short}]: ${long}`);
  const slug = title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
  return {
    name: `${date}-${slug}-${String(index).padStart(5, "0")}.md`,
    text: `${[frontmatter.join("\n"), ...blocks, definitions.join("\n")].join("\n\n")}\n`,
  };
}

/** Writes a content folder, in place of what it held; gives the bytes of its reports. */
export function writeCorpus(folder, { reports = 1000, seed = 1 } = {}) {
  const reportsFolder = path.join(folder, "reports");
  rmSync(reportsFolder, { recursive: true, force: true });
  mkdirSync(reportsFolder, { recursive: true });
  const pool = abbreviationPool(seed);
  return repeat(reports, (index) => {
    const { name, text } = makeReport(index, seed, pool);
    writeFileSync(path.join(reportsFolder, name), text);
    return Buffer.byteLength(text);
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({
    options: {
      out: { type: "string" },
      reports: { type: "string", default: "1000" },
      seed: { type: "string", default: "1" },
    },
  });
  if (values.out === undefined) throw new Error("usage: corpus.mjs --out <content folder> [--reports 1000] [--seed 1]");
  const sizes = writeCorpus(values.out, { reports: Number(values.reports), seed: Number(values.seed) }).sort(
    (a, b) => a - b,
  );
  const quantile = (part) => sizes[Math.min(sizes.length - 1, Math.floor(part * sizes.length))];
  const total = sizes.reduce((sum, size) => sum + size, 0);
  console.log(
    `${sizes.length} reports, ${(total / 1e6).toFixed(2)} MB; bytes of one: median ${quantile(0.5)}, p90 ${quantile(0.9)}, p99 ${quantile(0.99)}, largest ${sizes.at(-1)}`,
  );
}
