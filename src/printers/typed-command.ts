/**
 * A command as one types it into a terminal. npm installs the program in the site's folder, so it is known there by npx
 * alone.
 */
export function typedCommand(command: string, ...words: readonly string[]): string {
  return ["npx scrutineer", command, ...words.map(typedWord)].join(" ");
}

/** A command for a content folder, which has to be named where it is not the usual one. */
export function commandForFolder(command: string, folder: string): string {
  return folder === "content" ? typedCommand(command) : typedCommand(command, folder);
}

/** Double quotation marks are known to every shell; single ones keep what would still mean something in those. */
function typedWord(word: string): string {
  if (/^[\p{L}\p{M}\p{N}_.,:@%+=/\\-]+$/u.test(word)) return word;
  return /["$`!]/.test(word) ? `'${word.replaceAll("'", "'\\''")}'` : `"${word}"`;
}
