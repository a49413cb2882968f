const ESCAPE = /\\[!-/:-@[-`{-~]/y;
const CHARACTER_REFERENCE = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,31});/iy;

/**
 * Where a character of a text node stands in what the author typed for it, which has backslashes, character references, and
 * the indentation and `>` of further lines, too. Both offsets count from their starts; nothing where the two do not meet.
 */
export function typedOffset(typed: string, value: string, at: number): number | undefined {
  let offset = 0;
  for (let index = 0; offset < typed.length; ) {
    const reference = matchAt(CHARACTER_REFERENCE, typed, offset);
    const isReference = reference !== undefined && !value.startsWith(reference, index);
    const isEscape = matchAt(ESCAPE, typed, offset)?.charAt(1) === value.charAt(index);
    if (!isReference && !isEscape && typed.charAt(offset) !== value.charAt(index)) offset++;
    else if (index >= at) return offset;
    else {
      offset += isReference ? reference.length : isEscape ? 2 : 1;
      index += isReference ? String.fromCodePoint(value.codePointAt(index) ?? 0).length : 1;
    }
  }
  return undefined;
}

function matchAt(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}
