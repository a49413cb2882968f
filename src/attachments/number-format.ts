/** Whether a format of numbers (ECMA-376, 18.8.31) shows nothing of a number other than nought, or of a text. */
export function hidesValues(code: string): boolean {
  const sections = sectionsOf(code);
  const isBlank = (section: string): boolean => shownBy(section).trim() === "";
  if (sections.some((section) => /^\s*(?:\[\$?[^\]]*\]\s*)*\[(?!=0\])[<>=]/.test(section)))
    return sections.some(isBlank);
  return sections.some((section, index) => {
    const isOfNought = (index === 2 && sections.length > 2) || /\[=0\]/.test(section);
    if (isOfNought) return false;
    if (isBlank(section)) return true;
    return index === 3 && !/@|General/i.test(withoutLiterals(section));
  });
}

function sectionsOf(code: string): readonly string[] {
  const tokens = code.match(TOKENS) ?? [];
  const sections = [""];
  for (const token of tokens) {
    if (token === ";") sections.push("");
    else sections[sections.length - 1] += token;
  }
  return sections;
}

const TOKENS = /"[^"]*"?|[\\_*].?|\[[^\]]*\]?|./gsu;

/**
 * What a section shows: letters that are as wide as another, or fill the cell, are blanks, and colours and conditions
 * are nothing.
 */
function shownBy(section: string): string {
  return (section.match(TOKENS) ?? [])
    .map((token) => {
      if (/^\[(?:\$[^-\]]|[hms]+\])/i.test(token)) return "x";
      if (/^[[_*]/.test(token)) return "";
      return token.replace(/^\\|"/g, "");
    })
    .join("");
}

function withoutLiterals(section: string): string {
  return section.replace(/"[^"]*"?|\\./gsu, "");
}
