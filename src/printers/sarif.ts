import { type RuleId, ruleIds, ruleOf } from "../diagnostics/catalogue.ts";
import type { Diagnostic, Severity } from "../diagnostics/diagnostic.ts";
import type { Place } from "../model/source.ts";
import { type Findings, LONGEST_LINE, pathIn } from "./findings.ts";
import { toJson } from "./json-text.ts";
import { printable } from "./printable.ts";

const LEVEL: Readonly<Record<Severity, string>> = { error: "error", warning: "warning", hint: "note" };
const ROOT = "%SRCROOT%";

export interface SarifSources {
  /** A rule's page of help, in Markdown. */
  readonly helpPage: (rule: RuleId) => string;
  /** A digest of a text, in hexadecimal. */
  readonly digest: (text: string) => string;
}

/** All that was found as a SARIF 2.1.0 log (OASIS, 2020, with errata 01), as code scanning takes it. */
export function sarif({ diagnostics, folderInRepository, version }: Findings, sources: SarifSources): string {
  const raised = new Set(diagnostics.map(({ rule }) => rule));
  const rules = ruleIds.filter((id) => raised.has(id));
  const indexes = new Map<string, number>(rules.map((rule, index) => [rule, index]));
  const print = fingerprints(folderInRepository, sources.digest);
  return toJson({
    $schema: "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: "Scrutineer",
            version,
            rules: rules.map((rule) => descriptor(rule, sources.helpPage(rule))),
          },
        },
        columnKind: "utf16CodeUnits",
        originalUriBaseIds: { [ROOT]: { description: { text: "the root of the repository" } } },
        results: diagnostics.map((diagnostic) => ({
          ruleId: diagnostic.rule,
          ruleIndex: indexes.get(diagnostic.rule) ?? -1,
          ...result(diagnostic, folderInRepository),
          partialFingerprints: { "scrutineerFinding/v1": print(diagnostic) },
        })),
      },
    ],
  });
}

function descriptor(rule: RuleId, page: string) {
  const { severity, summary, remedy } = ruleOf(rule);
  return {
    id: rule,
    shortDescription: { text: sentence(summary) },
    fullDescription: { text: `${sentence(summary)} To fix it: ${sentence(remedy)}` },
    help: { text: plain(page), markdown: page },
    defaultConfiguration: { level: LEVEL[severity] },
  };
}

function result({ severity, message, fix, place, frame, related }: Diagnostic, folder: string) {
  return {
    level: LEVEL[severity],
    message: { text: literal(`${sentence(message)}${fix === undefined ? "" : ` To fix it: ${sentence(fix)}`}`) },
    locations: [physicalLocation(place, frame?.line, folder)],
    ...(related === undefined
      ? {}
      : {
          relatedLocations: [
            {
              id: 1,
              ...physicalLocation(related.place, related.line, folder),
              message: { text: literal(sentence(related.message)) },
            },
          ],
        }),
  };
}

function physicalLocation({ path, line, column, endColumn }: Place, text: string | undefined, folder: string) {
  const isShown = text !== undefined && text.length <= LONGEST_LINE;
  return {
    physicalLocation: {
      artifactLocation: { uri: relativeUri(pathIn(folder, path)), uriBaseId: ROOT },
      region: { startLine: line, startColumn: column, ...(endColumn === undefined ? {} : { endColumn }) },
      ...(isShown ? { contextRegion: { startLine: line, snippet: { text } } } : {}),
    },
  };
}

/** A path as a relative reference of RFC 3986, each part of it percent-encoded. */
function relativeUri(path: string): string {
  return path
    .replace(/\p{Cs}/gu, "\uFFFD")
    .split("/")
    .map(encodeURIComponent)
    .join("/");
}

/** A text that others can follow: viewers show the message and how to fix it in one line. */
function sentence(text: string): string {
  return `${text}${/[.?!…]$/.test(text) ? "" : "."}`;
}

/**
 * A message in which nothing is a placeholder or a link (sections 3.11.5 and 3.11.6): `{{` stands for a brace and `\`
 * takes a bracket's meaning. Viewers that know of neither show texts as they are, so only what would be misread is
 * written so.
 */
function literal(typed: string): string {
  const text = printable(typed);
  const braced = /\{\d+\}|\{\{|\}\}/.test(text) ? text.replace(/[{}]/g, "$&$&") : text;
  return braced.replaceAll("](", "\\](");
}

/** A page of Markdown for viewers that show plain text alone. */
function plain(page: string): string {
  return page.replace(/^```.*\n/gm, "").replace(/^#+ +/gm, "");
}

/**
 * Gives a diagnostic a name that it keeps while lines are added above it: of its rule, its file, its words and the line
 * that it shows. A diagnostic that says the same of the same line gets the next number. Only what is printed goes into
 * it.
 */
function fingerprints(folder: string, digest: (text: string) => string): (diagnostic: Diagnostic) => string {
  const seen = new Map<string, number>();
  return ({ rule, place, message, frame }) => {
    const name = digest(JSON.stringify([rule, pathIn(folder, place.path), message, frame?.line.trim() ?? ""]));
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return `${name}:${count}`;
  };
}
