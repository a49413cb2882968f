import type { Finding, Raise } from "../../diagnostics/catalogue.ts";
import { knownTemplates } from "../../interface/template-values.ts";
import { decode } from "../../report/markdown/decode-utf8.ts";
import { closestMatch } from "../../text/closest-match.ts";
import { CUSTOM_STYLES, TEMPLATES, type Theme } from "../content.ts";
import { checkStyles } from "./check-styles.ts";
import { checkTemplate } from "./check-template.ts";

/**
 * Reads the templates and the style sheet that a site has of its own. What is at fault is raised, and not given.
 * `files` are their bytes, by their paths.
 */
export function readTheme(files: ReadonlyMap<string, Uint8Array>): Theme {
  const findings: Finding[] = [];
  const templates = new Map<string, string>();
  const calls = new Map<string, ReadonlySet<string>>();
  let customStyles: string | undefined;
  for (const [path, bytes] of files) {
    const own: Finding[] = [];
    const raise: Raise = (finding) => own.push(finding);
    const name = path.slice(TEMPLATES.length);
    const known = knownTemplates.find(({ file }) => `${file}.hbs` === name);
    if (path !== CUSTOM_STYLES && known === undefined) raise(notOneOfOurs(path));
    else {
      const source = decode(path, bytes, raise);
      if (source !== undefined && known === undefined) checkStyles(source, raise);
      if (source !== undefined && known !== undefined) calls.set(name, checkTemplate(source, known, raise));
      if (own.length === 0 && source !== undefined) {
        if (known === undefined) customStyles = source.text;
        else templates.set(name, source.text);
      }
    }
    findings.push(...own);
  }
  for (const name of templates.keys())
    if (name.startsWith("_") && reaches(name, name, calls, new Set())) {
      templates.delete(name);
      findings.push({
        rule: "template-value",
        place: { path: `${TEMPLATES}${name}`, line: 1, column: 1 },
        message: "the template calls itself, directly or through another one, and would never end",
        fix: "take out the call that leads back to it",
      });
    }
  return { customStyles, templates, files, findings };
}

/** Whether a template calls another, directly or through others. */
function reaches(
  from: string,
  to: string,
  calls: ReadonlyMap<string, ReadonlySet<string>>,
  seen: Set<string>,
): boolean {
  return [...(calls.get(from) ?? [])].some((called) => {
    const file = `_${called}.hbs`;
    if (file === to) return true;
    if (seen.has(file)) return false;
    seen.add(file);
    return reaches(file, to, calls, seen);
  });
}

/** The names of the templates that make files for programs, and stay as they are. */
const FOR_PROGRAMS = /^(?:feed|recommendation-feed|sitemap|sitemap-index|search-record|moved)\.hbs$/;

function notOneOfOurs(path: string): Finding {
  const name = path.slice(TEMPLATES.length);
  const place = { path, line: 1, column: 1 };
  if (FOR_PROGRAMS.test(name))
    return {
      rule: "file-elsewhere",
      place,
      message: `what ${name} makes is read by programs, and stays as it is`,
      fix: "take the file out",
    };
  if (/\.css$/i.test(name))
    return {
      rule: "file-elsewhere",
      place,
      message: "styles are not read from templates/",
      fix: "move it to custom.css, beside site.yml",
    };
  const names = knownTemplates.map(({ file }) => `${file}.hbs`);
  const nearest = closestMatch(name.toLowerCase(), names) ?? names.find((one) => one === `_${name}`);
  return {
    rule: "file-elsewhere",
    place,
    message: `no template of the program is called ${name}${nearest === undefined ? "" : `; did you mean ${nearest}?`}`,
    fix:
      nearest === undefined
        ? "take the file out, or give it the name of one that docs/theming.md lists"
        : `rename it to ${nearest}`,
  };
}
