/** Text with a full stop at its end, where it has no sign of its own there. */
export function asSentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
