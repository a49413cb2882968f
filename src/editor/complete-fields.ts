import { outcomesPath, ownFolder, resolvePath } from "../addresses/addresses.ts";
import { exemptParagraphs, JURISDICTIONS } from "../law/laws.ts";
import { RESPONSES, STATUSES } from "../model/report.ts";
import type { Site } from "../model/site.ts";
import { SHARED } from "../report/annexes/attached-files.ts";
import { type Field, frontmatterFields } from "../report/frontmatter/fields.ts";
import { withholdingFields } from "../report/frontmatter/forms.ts";
import { lawOfReport } from "../report/frontmatter/law-of-report.ts";
import { compareTexts } from "../text/compare.ts";
import { type Cursor, type EditedFile, textBefore } from "./cursor.ts";
import type { EditedReport } from "./edited-report.ts";
import { fieldNamed, fieldsOf, isNamed } from "./fields-of-files.ts";
import type { FilesAround } from "./files-around.ts";

/** Something that may be written where the cursor is. */
export interface Offer {
  readonly kind: "field" | "value" | "file" | "reference";
  /** What is written, and what an editor sifts by. */
  readonly text: string;
  /** What an editor shows, where it is not what is written. */
  readonly label?: string;
  /** A few words beside it. */
  readonly detail?: string;
  /** What is said of it. */
  readonly help?: string;
  /** The column at which what was typed begins, in whose place it is written. */
  readonly column: number;
}

/** What an editor knows of the site. */
export interface Known {
  readonly around: FilesAround;
  /** The site as it was checked last. */
  readonly site: Pick<Site, "committees" | "meetings" | "reports">;
  /** The report that is edited, where it can be read. */
  readonly report: EditedReport | undefined;
}

/** The place of the cursor among names and values. */
interface Spot {
  /** The field at the margin. */
  readonly top: string;
  /** The name of the mapping around the cursor; nothing at the margin. */
  readonly parent: string | undefined;
  /** The name of the value that is written; nothing where a name is. */
  readonly key: string | undefined;
  /** What was typed of the name or the value. */
  readonly typed: string;
  readonly isListItem: boolean;
}

/** What may be written at a place among the fields at the top of a file. */
export function offersInFields(file: EditedFile, cursor: Cursor, known: Known): readonly Offer[] {
  const spot = spotAt(file, cursor);
  if (spot === undefined) return [];
  const column = cursor.column - spot.typed.length;
  const before = textBefore(file, cursor);
  if (spot.key === undefined) {
    const blank = /\S:$/.test(before) ? " " : "";
    return namesAt(file, cursor, spot).map((name) => ({ ...name, text: `${blank}${name.text}: `, column }));
  }
  const space = /:$/.test(before) ? " " : "";
  const values = valuesOf(spot, file, known);
  return values.map((value) => ({ ...value, text: space + value.text, column }));
}

/** What may be written at a place of `site.yml`, where no schema is at hand: the nations. */
export function offersInSettings(file: EditedFile, cursor: Cursor): readonly Offer[] {
  const [, blanks, typed = ""] =
    /^(?:\s*(?:-\s+)?|.*[{,]\s*)jurisdiction:(\s*)([\w ]*)$/.exec(textBefore(file, cursor)) ?? [];
  if (blanks === undefined) return [];
  const column = cursor.column - typed.length;
  return JURISDICTIONS.map((text) => ({ kind: "value", text: (blanks === "" ? " " : "") + text, label: text, column }));
}

/** What may be written at a place of the file that says what became of recommendations: the words that there are. */
export function offersInOutcomes(file: EditedFile, cursor: Cursor): readonly Offer[] {
  const [, name, typed = ""] = /\b(response|status):\s*([\w ]*)$/.exec(textBefore(file, cursor)) ?? [];
  const words = name === "response" ? RESPONSES : name === "status" ? STATUSES : [];
  return words.map((text) => ({ kind: "value", text, column: cursor.column - typed.length }));
}

/** The name of what is in the braces that are open: `annexes: [{title: A}, {title: B`. */
const BRACES = /(?<![\w-])([a-z][\w-]*):\s*(?:\[\s*)?(?:\{[^{}]*\},\s*)*\{[^{}]*$/i;
const VALUE = /(?:^\s*(?:-\s+)?|[{,]\s*)["']?([a-z][\w-]*)["']?:\s*([^{}[\],"']*)$/i;
const LIST = /(?:^\s*(?:-\s+)?|[{,]\s*)([a-z][\w-]*):\s*\[(?:[^\]{}]*[,[]\s*)?([^{}[\],"']*)$/i;
const ITEM = /^\s*-\s+([^:{}[\]"']*)$/;
const NAME = /^(\s*(?:-\s+)?)([a-z-]*)$/i;
const NAME_IN_BRACES = /[{,]\s*([a-z-]*)$/i;

function spotAt(file: EditedFile, cursor: Cursor): Spot | undefined {
  const before = textBefore(file, cursor);
  const above = namesAbove(file, cursor);
  const braces = BRACES.exec(before)?.[1];
  const top = above[0] ?? braces ?? "";
  const parent = braces ?? above.at(-1);
  const list = LIST.exec(before);
  if (list !== null)
    return { top: top || (list[1] ?? ""), parent, key: list[1], typed: list[2] ?? "", isListItem: true };
  const value = VALUE.exec(before);
  if (value !== null)
    return { top: top || (value[1] ?? ""), parent, key: value[1], typed: value[2] ?? "", isListItem: false };
  const isInBraces = /\{[^{}]*$/.test(before);
  const inBraces = isInBraces ? NAME_IN_BRACES.exec(before) : null;
  if (inBraces !== null) return { top, parent, key: undefined, typed: inBraces[1] ?? "", isListItem: false };
  const item = ITEM.exec(before);
  const isNameable = namesIn(parent, top).length > 0;
  if (item !== null && parent !== undefined && !isNameable)
    return { top, parent, key: parent, typed: item[1] ?? "", isListItem: true };
  const name = NAME.exec(before);
  if (name === null) return undefined;
  const isAtMargin = name[1] === "";
  return {
    top: isAtMargin ? "" : top,
    parent: isAtMargin ? undefined : parent,
    key: undefined,
    typed: name[2] ?? "",
    isListItem: false,
  };
}

/** The names whose mappings or lists the cursor's line is in, from the margin inwards. */
function namesAbove({ lines }: EditedFile, { line }: Cursor): readonly string[] {
  const names: string[] = [];
  const own = lines[line - 1] ?? "";
  let indent = indentOf(own) + (/^\s*-\s/.test(own) ? 0.5 : 0);
  for (let index = line - 2; index > 0 && indent > 0; index--) {
    const text = lines[index] ?? "";
    const found = /^\s*(-\s+)?([a-z][\w-]*):\s*(?:#.*)?$/i.exec(text);
    const dash = found?.[1]?.length ?? 0;
    const at = indentOf(text) + dash;
    if (found === null || at >= indent) continue;
    names.unshift(found[2] ?? "");
    indent = at;
  }
  return names;
}

function indentOf(text: string): number {
  return /^ */.exec(text)?.[0].length ?? 0;
}

/** The names that a mapping may have; none where it is a list of words. */
function namesIn(parent: string | undefined, top: string): readonly string[] {
  if (parent === "confidential") return withholdingFields;
  const field: Field | undefined = Object.entries(frontmatterFields).find(([name]) => name === top)?.[1];
  return field?.names ?? [];
}

function namesAt(file: EditedFile, { line }: Cursor, { top, parent, typed }: Spot): readonly Omit<Offer, "column">[] {
  if (parent !== undefined) return namesIn(parent, top).map((text) => ({ kind: "field", text, label: text }));
  const end = file.lines.indexOf("---", 1);
  const others = file.lines.slice(1, end === -1 ? undefined : end).filter((_, index) => index + 2 !== line);
  const taken = new Set(others.map((text) => /^([a-z-]+):/.exec(text)?.[1]));
  return Object.entries(fieldsOf(file.path))
    .filter(([name]) => !taken.has(name) || name === typed)
    .map(([text, { help, example, required }]) => ({
      kind: "field",
      text,
      label: text,
      detail: required ? "required" : "",
      help: `${help}\n\nFor example: ${example}`,
    }));
}

type Value = Omit<Offer, "column">;

function valuesOf(spot: Spot, file: EditedFile, known: Known): readonly Value[] {
  const { key = "", top, parent } = spot;
  const { report } = known;
  const field = parent === undefined ? fieldNamed(file.path, key) : undefined;
  if (field?.words !== undefined) return field.words.map((text) => ({ kind: "value", text }));
  if (!file.path.startsWith("reports/")) return [];
  if (key === "committee") return committees(known);
  if (key === "meeting") return meetings(file, known);
  if (key === "item") return items(file, known);
  if (key === "confidential") return CONFIDENTIAL;
  if (key === "draft" && top === key) return [value("true", "not to be published yet"), value("false")];
  if (key === "basis") return [value("exempt"), value("confidential")];
  if (key === "paragraphs" && top === "amended") return paragraphs(report);
  if (key === "paragraphs") return reasons(file, known);
  if (key === "file" && top === "annexes") return files(file, known).map((text) => ({ kind: "file", text }));
  if (key === "wards") return wards(known, spot);
  return [];
}

function value(text: string, detail?: string): Value {
  return { kind: "value", text, ...(detail === undefined ? {} : { detail }) };
}

const CONFIDENTIAL: readonly Value[] = [
  value("No", "publish it"),
  value("Yes", "withhold it, and give no reason yet"),
  { ...value("{paragraphs: []}", "withhold it as exempt information"), label: "{paragraphs: […]}" },
];

function committees({ around, site }: Known): readonly Value[] {
  const listed = around.settings.committees;
  if (listed.length > 0) return listed.map(({ id, name }) => ({ ...value(id, name), help: name }));
  return site.committees.map(({ name }) => value(name));
}

/** The meetings of the committee that the report names, the latest first; of all, where it names none. */
function meetings(file: EditedFile, known: Known): readonly Value[] {
  const named = fieldIn(file, "committee");
  const ofCommittee = known.site.meetings.filter(({ committee }) => named === undefined || isNamed(committee, named));
  const names = new Map<string, string[]>();
  for (const { date, committee } of ofCommittee) names.set(date, [...(names.get(date) ?? []), committee.name]);
  return [...names].map(([date, of]) => value(date, of.join(", ")));
}

/** The next number on the agenda of the report's meeting. */
function items(file: EditedFile, { site }: Known): readonly Value[] {
  const [named, date] = [fieldIn(file, "committee"), fieldIn(file, "meeting")];
  const meeting = site.meetings.find(
    (one) => one.date === date && (named === undefined || isNamed(one.committee, named)),
  );
  const taken = meeting?.agenda.map(({ number }) => Number.parseInt(number ?? "", 10)).filter(Number.isInteger) ?? [];
  const last = Math.max(0, ...taken);
  if (meeting === undefined || last === 0) return [];
  return [value(String(last + 1), `after item ${last} of the meeting on ${meeting.date}`)];
}

/** What a field at the margin says. */
function fieldIn({ lines }: EditedFile, name: string): string | undefined {
  const end = lines.indexOf("---", 1);
  const line = lines.slice(1, end === -1 ? undefined : end).find((text) => text.startsWith(`${name}:`));
  const typed = line
    ?.slice(name.length + 1)
    .replace(/\s#.*$/, "")
    .trim()
    .replace(/^(["'])(.*)\1$/, "$2");
  return typed === "" ? undefined : typed;
}

function paragraphs(report: EditedReport | undefined): readonly Value[] {
  return (report?.parts ?? []).filter(({ kind }) => kind === "paragraph").map(({ number }) => value(number));
}

/** The descriptions of exempt information in the law of the report's committee. */
export function reasons(file: EditedFile, { around: { settings }, report }: Known): readonly Value[] {
  const committee = file.path === report?.path ? fieldIn(file, "committee") : report?.frontmatter.committee;
  const law = lawOfReport({ committee }, settings);
  return exemptParagraphs(law).map((number) => {
    const words = law.exempt[number] ?? "";
    return { ...value(String(number), words), help: `Paragraph ${number} of ${law.schedule}: ${words}` };
  });
}

/** The files that a report may attach or show, as they are written in it: its own first; those that it names last. */
export function files(file: EditedFile, { around, report }: Known): readonly string[] {
  if (report === undefined) return [];
  const folder = ownFolder(report.path);
  const all = [...around.files, ...[...around.texts].filter((path) => path !== outcomesPath(report.path))];
  const mine = all.filter((path) => path.startsWith(folder) || path.startsWith(SHARED));
  // While one is written, the list of annexes cannot be read.
  const named = new Set(file.lines.flatMap((line) => resolvePath(report.path, FILE.exec(line)?.[1] ?? "") ?? []));
  const rank = (path: string): number => (named.has(path) ? 2 : path.startsWith(folder) ? 0 : 1);
  return mine
    .filter((path) => path !== file.path)
    .sort((a, b) => rank(a) - rank(b) || compareTexts(a, b))
    .map((path) => relativePath(file.path, path));
}

const FILE = /(?:^|[\s{,-])file:\s*["']?([^"'{},]*[^"'{},\s])/;

/** A path as it is written in a file. */
function relativePath(from: string, to: string): string {
  const [above, below] = [from.split("/").slice(0, -1), to.split("/")];
  const same = above.findIndex((part, index) => below[index] !== part);
  const shared = same === -1 ? above.length : same;
  return [...above.slice(shared).map(() => ".."), ...below.slice(shared)].join("/");
}

function wards({ site }: Known, { isListItem }: Spot): readonly Value[] {
  const names = new Set(site.reports.flatMap(({ frontmatter }) => frontmatter.wards));
  const all = isListItem ? [] : [value("All", "every ward")];
  return [...all, ...[...names].sort(compareTexts).map((name) => value(name))];
}
