/** A text as the value of a property (RFC 5545, section 3.3.11). */
export function textValue(text: string): string {
  return text.replace(/[\\;,]/g, "\\$&").replace(/\r?\n/g, "\\n");
}

const OCTETS = 75;
const encoder = new TextEncoder();

/**
 * A line in pieces of 75 octets at most, each after the first after a space, and no character in two (RFC 5545, section
 * 3.1).
 */
export function foldedLine(line: string): string {
  let folded = "";
  let room = OCTETS;
  for (const character of line) {
    const octets = encoder.encode(character).length;
    if (octets > room) {
      folded += "\r\n ";
      room = OCTETS - 1;
    }
    folded += character;
    room -= octets;
  }
  return folded;
}
