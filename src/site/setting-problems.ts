import { closestMatch } from "../text/closest-match.ts";
import { formatPath, type LocatedIssue } from "../yaml/read-mapping.ts";

/** Every setting, with an example. */
export const EXAMPLES: Readonly<Record<string, string>> = {
  council: "council: Aldermere City Council",
  lang: "lang: en-GB",
  colour: 'colour: "#0b5359"',
  logo: "logo: shared/logo.svg",
  "base-url": "base-url: https://scrutiny.example.gov.uk/",
  jurisdiction: "jurisdiction: England",
  "numbering-style": "numbering-style: continuous",
  "numbering-depth": "numbering-depth: 3",
  committees: "committees: [{id: children, name: Children and Young People Scrutiny Committee}]",
  abbreviations: "abbreviations: {LGA: Local Government Association}",
  known: "known: [SATs]",
  "removal-limit": "removal-limit: 10",
  "clear-days": "clear-days: 5",
  "days-off": "days-off: [2026-09-21, 2026-12-24]",
  "recommendation-headings": "recommendation-headings: [Proposals]",
  "report-headings": "report-headings: [Purpose, Background, Recommendations]",
  rules: "rules: {abbreviation-undefined: error}",
};

/** What stands within a list or a mapping of the settings. */
const EXAMPLES_WITHIN: Readonly<Record<string, string>> = {
  committees: "- name: Children and Young People Scrutiny Committee",
  abbreviations: "LGA: Local Government Association",
  known: "- SATs",
  "days-off": "- 2026-12-24",
  "report-headings": "- Background",
  rules: "abbreviation-undefined: error",
};

const OF_COMMITTEE: Readonly<Record<string, string>> = {
  id: "id: children",
  name: "name: Children and Young People Scrutiny Committee",
};

/** What is wrong with a setting, and how to mend it, in an officer's words. */
export function describeIssue(issue: LocatedIssue): { readonly message: string; readonly fix: string } {
  const shown = formatPath(issue.path);
  if (issue.kind === "unknown key") return unknown(issue, shown);
  return { message: `${shown} ${issue.message}`, fix: issue.fix ?? `write it as in \`${exampleFor(issue)}\`` };
}

function exampleFor({ path: [setting, , part], path }: LocatedIssue): string {
  if (part !== undefined) return OF_COMMITTEE[String(part)] ?? "";
  return (path.length > 1 ? EXAMPLES_WITHIN : EXAMPLES)[String(setting)] ?? "";
}

function unknown({ path }: LocatedIssue, shown: string): { readonly message: string; readonly fix: string } {
  const name = String(path.at(-1));
  const known = Object.keys(path.length === 1 ? EXAMPLES : OF_COMMITTEE);
  const nearest = closestMatch(name, known);
  if (nearest !== undefined)
    return {
      message: `${shown} is not a setting; did you mean \`${nearest}\`?`,
      fix: `write \`${nearest}\` in its place`,
    };
  if (path.length === 1 && name in OF_COMMITTEE) {
    const fix = "put spaces in front of it, so that it stands straight below the other line of its committee";
    return { message: `${shown} is not a setting; it belongs to a committee, and stands at the margin`, fix };
  }
  return { message: `${shown} is not a setting`, fix: `what may stand here is ${known.join(", ")}` };
}

/** The problems without those that say that something is missing which is there under a mistyped name. */
export function withoutConsequences<Issue extends LocatedIssue>(problems: readonly Issue[]): readonly Issue[] {
  const mistyped = new Set(
    problems.flatMap(({ kind, path }) => {
      const nearest = kind === "unknown key" ? closestMatch(String(path.at(-1)), Object.keys(OF_COMMITTEE)) : undefined;
      return nearest === undefined ? [] : [JSON.stringify([...path.slice(0, -1), nearest])];
    }),
  );
  return problems.filter(({ kind, path }) => kind !== "value" || !mistyped.has(JSON.stringify(path)));
}
