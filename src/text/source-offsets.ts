const ESCAPE = /\\[!-/:-@[-`{-~]/y;
const CHARACTER_REFERENCE = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,31});/iy;

/**
 * Where each character of a text node is in what the author typed for it, which has backslashes, character references,
 * and the indentation and `>` of further lines, too. Both offsets count from their starts; it ends where the two do not
 * meet.
 */
export function typedOffsets(typed: string, value: string): readonly number[] {
  const offsets: number[] = [];
  let offset = 0;
  while (offset < typed.length && offsets.length < value.length) {
    const index = offsets.length;
    const reference = matchAt(CHARACTER_REFERENCE, typed, offset);
    const isReference = reference !== undefined && !value.startsWith(reference, index);
    const isEscape = matchAt(ESCAPE, typed, offset)?.charAt(1) === value.charAt(index);
    if (!isReference && !isEscape && typed.charAt(offset) !== value.charAt(index)) offset++;
    else {
      const characters = isReference ? String.fromCodePoint(value.codePointAt(index) ?? 0).length : 1;
      for (let count = 0; count < characters; count++) offsets.push(offset);
      offset += isReference ? reference.length : isEscape ? 2 : 1;
    }
  }
  return offsets;
}

function matchAt(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}
