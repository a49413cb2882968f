import type { RootContent } from "mdast";
import type { RuleId } from "../diagnostics/catalogue.ts";
import { type CountedParagraph, countParagraphs } from "./counted-paragraphs.ts";
import type { Correction, Moved, Remark, ReportFix } from "./fix.ts";
import { placeInBody } from "./fixable.ts";
import { editsOfNumber } from "./item-width.ts";
import { doubtOf } from "./numbering-doubts.ts";
import { followNumbers } from "./renumbered-references.ts";
import { mendSubLists } from "./sub-list-numbers.ts";
import type { FixableReport, FixableText } from "./types.ts";

/** Types the numbers of paragraphs, and of sub-lists, as they are due; references that are certain follow. */
export const numbering: ReportFix = {
  names: ["typed-number", "typed-number-all-ones", "sub-list-number"],
  changesFigures: true,
  find: (report) => {
    const corrections: Correction[] = [];
    const remarks: Remark[] = [];
    const moved = new Map<string, string | undefined>();
    for (const text of report.texts) {
      const content = contentOf(report, text);
      corrections.push(...mendSubLists(text, content));
      const renumbered = renumber(report, text, content);
      corrections.push(...renumbered.corrections);
      remarks.push(...renumbered.remarks);
      for (const [typed, due] of renumbered.moved) moved.set(typed, due);
    }
    return { corrections, remarks, moved };
  },
};

const WRONG: ReadonlySet<RuleId> = new Set<RuleId>(["typed-number", "typed-number-all-ones"]);
const NONE = { corrections: [], remarks: [], moved: new Map() };

function renumber(
  report: FixableReport,
  text: FixableText,
  content: readonly RootContent[],
): { readonly corrections: readonly Correction[]; readonly remarks: readonly Remark[]; readonly moved: Moved } {
  const found = report.findings.filter(({ place }) => place.path === text.path);
  const wrong = found.filter(({ rule }) => WRONG.has(rule));
  const [first] = wrong;
  if (first === undefined) return NONE;
  const areAllOnes = wrong.every(({ rule }) => rule === "typed-number-all-ones");
  const name = areAllOnes ? "typed-number-all-ones" : "typed-number";
  const count = countParagraphs(text, content);
  const doubt = doubtOf(text, count, found);
  if (count === undefined || doubt !== undefined) {
    const message = `the numbers of the paragraphs are left as they are, because ${doubt?.why ?? "one has none"}`;
    return { ...NONE, remarks: [{ name, place: doubt?.place ?? first.place, message, summary: message }] };
  }
  const corrections = count.paragraphs.flatMap(({ start, end, typed, due, dueDigits, node }): Correction[] => {
    if (typed === due) return [];
    const edits = editsOfNumber(text, [start, end], String(dueDigits), node.position);
    return [{ name, place: placeInBody(text, start, end), edits }];
  });
  if (corrections.length === 0 || (!areAllOnes && !isSingleSlip(count.paragraphs))) {
    const why = "a paragraph may be missing, and people may have cited them";
    const message = `the numbers of the paragraphs are left as they are, because ${why}`;
    return { ...NONE, remarks: [{ name, place: first.place, message, summary: message }] };
  }
  const followed = followNumbers(report, count.paragraphs, name);
  return { corrections: [...corrections, ...followed.corrections], remarks: followed.remarks, moved: followed.moved };
}

/**
 * Whether one number alone is wrong: it is lower than it should be, or those behind it are the ones that are due. Where others would have
 * to change with it, a paragraph may have been taken out, and each number has been cited.
 */
function isSingleSlip(paragraphs: readonly CountedParagraph[]): boolean {
  const index = paragraphs.findIndex(({ typed, due }) => typed !== due);
  const slip = paragraphs[index];
  if (slip === undefined || paragraphs.some(({ typed, due }, at) => at !== index && typed !== due)) return false;
  const prefix = slip.due.replace(/(?<!\d)\d+$/, "");
  const isFollowed = paragraphs.slice(index + 1).some(({ due }) => due.replace(/(?<!\d)\d+$/, "") === prefix);
  return isFollowed || slip.digits < slip.dueDigits;
}

/** A text's numbered paragraphs, with what stands between them. */
function contentOf({ path, numbered }: FixableReport, text: FixableText): readonly RootContent[] {
  const numberedText = text.path === path ? numbered.body : numbered.annexes.get(text.path);
  return numberedText?.text.tree.children ?? [];
}
