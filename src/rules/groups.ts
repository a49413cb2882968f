/**
 * What rules are about, as a reader would look for them: the folders of `rules/`, in the order of the lists, with their
 * headings there.
 */
export const ruleGroups = {
  files: "Files and folders",
  settings: "Settings",
  theme: "Templates and styles",
  frontmatter: "The lines at the top",
  withholding: "What is withheld",
  "meeting-papers": "What the law asks of papers",
  accessibility: "The accessibility statement",
  text: "The text",
  "words-and-dates": "Words and dates",
  headings: "Headings",
  "lists-and-tables": "Lists and tables",
  images: "Images",
  numbering: "Numbered paragraphs",
  links: "References and links",
  notes: "Notes",
  annexes: "Annexes and files",
  recommendations: "Recommendations",
  abbreviations: "Abbreviations",
} as const;

export type RuleGroup = keyof typeof ruleGroups;
