import type { RuleId } from "../../src/diagnostics/catalogue.ts";

/** Why examples of CommonMark are no page: the rule that refuses them, and where the format says so. An example may break several. */
export interface Refusal {
  readonly rule: RuleId;
  readonly reason: string;
  readonly examples: readonly number[];
}

export const REFUSALS: readonly Refusal[] = [
  {
    rule: "file-place",
    reason:
      "The address leads to a file that lies neither in the report’s own folder nor in shared/ (FORMAT, sections 4 and 5).",
    examples: [
      22, 23, 32, 33, 192, 193, 194, 195, 196, 198, 202, 203, 204, 205, 206, 214, 215, 216, 217, 218, 404, 419, 422,
      433, 473, 474, 482, 483, 489, 492, 495, 496, 498, 499, 500, 502, 503, 504, 505, 506, 507, 509, 510, 512, 514, 515,
      516, 517, 518, 519, 520, 521, 522, 527, 528, 529, 530, 531, 532, 533, 534, 535, 539, 540, 541, 542, 543, 544, 549,
      550, 553, 554, 555, 556, 557, 558, 559, 560, 561, 562, 564, 565, 566, 568, 569, 570, 571, 572, 573, 574, 575, 576,
      577, 578, 579, 580, 581, 582, 583, 584, 585, 586, 587, 588, 589, 591, 593,
    ],
  },
  {
    rule: "raw-html",
    reason: "Raw HTML would be dropped, and text with it (FORMAT, section 8).",
    examples: [
      21, 31, 148, 149, 150, 151, 152, 153, 154, 155, 156, 157, 158, 159, 160, 161, 162, 163, 164, 165, 166, 167, 168,
      169, 170, 171, 172, 173, 174, 175, 176, 177, 178, 180, 181, 182, 184, 185, 186, 187, 188, 189, 190, 191, 201, 344,
      475, 476, 477, 491, 494, 524, 536, 613, 614, 615, 616, 617, 623, 626, 627, 628, 629, 630, 631, 642, 643,
    ],
  },
  {
    rule: "heading-level-one",
    reason: "A heading of the first level is the title’s alone (FORMAT, section 3).",
    examples: [
      10, 62, 66, 67, 68, 72, 75, 76, 78, 79, 80, 81, 82, 83, 84, 115, 141, 214, 215, 227, 228, 229, 230, 232, 300,
    ],
  },
  {
    rule: "heading-level-skipped",
    reason: "A skipped level of headings (FORMAT, section 3).",
    examples: [68, 72, 73, 74, 76, 646, 647],
  },
  {
    rule: "sub-list-start",
    reason: "A sub-list is lettered from (a), so it cannot begin at another number (FORMAT, section 3).",
    examples: [265, 267, 268, 271, 296, 297, 299],
  },
  {
    rule: "label-missing",
    reason: "A link into this report to a label that is not there (FORMAT, section 4).",
    examples: [200, 485, 486, 487, 501, 567],
  },
  {
    rule: "paragraph-empty",
    reason: "A numbered paragraph without words of its own, of signs alone too (FORMAT, section 3).",
    examples: [44, 45, 46, 56, 91, 97, 283, 299, 324, 344, 475, 476, 477, 551, 552, 607],
  },
  {
    rule: "heading-words-missing",
    reason: "A heading without words has no address, and stands in the contents as nothing.",
    examples: [79],
  },
  {
    rule: "link-scheme",
    reason: "A link with a scheme other than http, https, mailto or tel (FORMAT, section 8).",
    examples: [596, 598, 599, 601],
  },
  {
    rule: "code-unclosed",
    reason: "Code that no line closes goes on to the end of the text, with every number in it (FORMAT, section 3).",
    examples: [126, 127, 128, 137, 139, 237],
  },
  {
    rule: "comment-unread",
    reason: "Marks of a comment that Markdown does not read as one: its words would be published (FORMAT, section 8).",
    examples: [183, 626],
  },
  {
    rule: "hidden-character",
    reason: "A character that cannot be seen, here as a reference (FORMAT, section 8).",
    examples: [26],
  },
  { rule: "link-target-missing", reason: "A link to a report that is not there (FORMAT, section 4).", examples: [484] },
  { rule: "image-alternative-text", reason: "An image without alternative text (FORMAT, section 8).", examples: [581] },
];

/** Examples whose words a page shows otherwise than CommonMark does, with the reason. */
export const SHOWN_OTHERWISE: ReadonlyMap<number, string> = new Map([
  [313, "A number that four blanks stand before is that of a paragraph, and no code (FORMAT, section 3)."],
]);

/** Examples of which CommonMark makes code, and the format text: what stands behind a number or sign is its text, however wide the blanks are. */
export const READ_AS_TEXT: ReadonlySet<number> = new Set([7, 273, 274, 313]);
