import { closestMatch } from "../text/closest-match.ts";
import { formatPath, type LocatedIssue } from "../yaml/read-mapping.ts";
import { EXAMPLES } from "./setting-help.ts";

/** What is within a list or a mapping of the settings. */
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

const OF_FOOTER: Readonly<Record<string, string>> = {
  text: "text: Democratic Services, Town Hall, Aldermere",
  links: "links: [{text: Privacy, url: https://www.example.gov.uk/privacy}]",
};

const OF_LINK: Readonly<Record<string, string>> = {
  text: "text: Privacy",
  url: "url: https://www.example.gov.uk/privacy",
};

const OF_LICENCE: Readonly<Record<string, string>> = {
  name: "name: Open Data Licence",
  url: "url: https://www.example.gov.uk/licence",
};

/** Every setting of the mapping that the last name of a path is in, with an example. */
function besides([setting, ...within]: LocatedIssue["path"]): Readonly<Record<string, string>> {
  if (within.length === 0) return EXAMPLES;
  if (setting === "footer") return within.length === 1 ? OF_FOOTER : OF_LINK;
  return setting === "licence" ? OF_LICENCE : OF_COMMITTEE;
}

/** What is wrong with a setting, and how to fix it, in an officer's words. */
export function describeIssue(issue: LocatedIssue): { readonly message: string; readonly fix: string } {
  const shown = formatPath(issue.path);
  if (issue.kind === "unknown key") return unknown(issue, shown);
  return { message: `${shown} ${issue.message}`, fix: issue.fix ?? `write it as in \`${exampleFor(issue)}\`` };
}

function exampleFor({ path: [setting, , part], path }: LocatedIssue): string {
  if (setting === "footer" || setting === "licence") {
    const own = besides(path)[String(path.at(-1))];
    if (own !== undefined) return own;
  } else if (part !== undefined) return OF_COMMITTEE[String(part)] ?? "";
  return (path.length > 1 ? EXAMPLES_WITHIN : EXAMPLES)[String(setting)] ?? "";
}

function unknown({ path }: LocatedIssue, shown: string): { readonly message: string; readonly fix: string } {
  const name = String(path.at(-1));
  const known = Object.keys(besides(path));
  const nearest = closestMatch(name, known);
  if (nearest !== undefined)
    return {
      message: `${shown} is not a setting; did you mean \`${nearest}\`?`,
      fix: `write \`${nearest}\` in its place`,
    };
  if (path.length === 1 && name in OF_COMMITTEE) {
    const fix = "put spaces in front of it, so that it is directly below the other line of its committee";
    return { message: `${shown} is not a setting; it belongs to a committee, and is at the margin`, fix };
  }
  return { message: `${shown} is not a setting`, fix: `the settings here are ${known.join(", ")}` };
}

/** The problems without those that say that something is missing which is there under a mistyped name. */
export function withoutConsequences<Issue extends LocatedIssue>(problems: readonly Issue[]): readonly Issue[] {
  const mistyped = new Set(
    problems.flatMap(({ kind, path }) => {
      const nearest =
        kind === "unknown key" && path.length > 1
          ? closestMatch(String(path.at(-1)), Object.keys(besides(path)))
          : undefined;
      return nearest === undefined ? [] : [JSON.stringify([...path.slice(0, -1), nearest])];
    }),
  );
  return problems.filter(({ kind, path }) => kind !== "value" || !mistyped.has(JSON.stringify(path)));
}
