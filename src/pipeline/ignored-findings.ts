import { toDiagnostic } from "../diagnostics/catalogue.ts";
import { type Diagnostic, withoutQuotes } from "../diagnostics/diagnostic.ts";
import { isAdjustable, withSeverities } from "../diagnostics/severities.ts";
import type { Settings } from "../model/settings.ts";
import type { IgnoreComment } from "../report/compile/ignore-comments.ts";

/**
 * What was found without what comments silence, and with what is wrong with these comments. Errors stay, whoever made them errors: a
 * report that is not published because of one must say so.
 */
export function withoutIgnored(
  diagnostics: readonly Diagnostic[],
  comments: readonly IgnoreComment[],
  severities: Settings["severities"],
): readonly Diagnostic[] {
  if (comments.length === 0) return diagnostics;
  const used = new Set<IgnoreComment>();
  const left = diagnostics.filter((diagnostic) => {
    const silencing = comments.filter((comment) => silences(comment, diagnostic));
    for (const comment of silencing) used.add(comment);
    return silencing.length === 0;
  });
  const raised = comments.flatMap((comment): Diagnostic[] => {
    if (comment.problem !== undefined) return [withoutQuotes(toDiagnostic(comment.problem))];
    const isOff = comment.rule !== undefined && severities.get(comment.rule) === "off";
    return used.has(comment) || isOff ? [] : [unused(comment)];
  });
  return [...left, ...withSeverities(raised, severities)];
}

function silences({ rule, place, lines: [first, last] }: IgnoreComment, diagnostic: Diagnostic): boolean {
  const { line, path } = diagnostic.place;
  return (
    rule !== undefined &&
    rule === diagnostic.rule &&
    isAdjustable(rule) &&
    diagnostic.severity !== "error" &&
    path === place.path &&
    line >= first &&
    line <= last
  );
}

function unused({ place }: IgnoreComment): Diagnostic {
  return withoutQuotes(
    toDiagnostic({
      rule: "ignore-comment-unused",
      place,
      message:
        "this comment is to silence a finding of its rule in what comes next, and there is none that it may silence",
      fix: "delete it, or put it straight before what it is about; an error is silenced by no comment",
      quotesNothing: true,
    }),
  );
}
