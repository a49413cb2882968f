/**
 * Leaves the words before it alone: they are no reference to this report, and no marking of it. It is not published.
 */
export const ELSEWHERE = "{elsewhere}";

/** Whether the marker is at a place of a text. Within a word it is text like all else. */
export function isElsewhere(text: string, at: number): boolean {
  if (!text.startsWith(ELSEWHERE, at)) return false;
  const end = at + ELSEWHERE.length;
  return (
    !/[\p{L}\p{N}]$/u.test(text.slice(Math.max(0, at - 2), at)) || !/^[\p{L}\p{N}]/u.test(text.slice(end, end + 2))
  );
}

/** A text without its markers, and without the blanks before them. */
export function withoutElsewhere(text: string): string {
  let kept = "";
  let from = 0;
  for (let at = text.indexOf(ELSEWHERE); at !== -1; at = text.indexOf(ELSEWHERE, at + 1)) {
    if (!isElsewhere(text, at)) continue;
    kept += text.slice(from, at).trimEnd();
    from = at + ELSEWHERE.length;
  }
  return kept + text.slice(from);
}

/** A marker with the white space before it. */
export interface Marker {
  readonly start: number;
  readonly end: number;
  /** Where the marker alone is. */
  readonly word: { readonly start: number; readonly end: number };
}

/** The markers of a text, in order. */
export function findMarkers(text: string): readonly Marker[] {
  const markers: Marker[] = [];
  for (let at = text.indexOf(ELSEWHERE); at !== -1; at = text.indexOf(ELSEWHERE, at + 1)) {
    if (!isElsewhere(text, at)) continue;
    const earliest = markers.at(-1)?.end ?? 0;
    let start = at;
    while (start > earliest && /\s/.test(text.charAt(start - 1))) start--;
    const end = at + ELSEWHERE.length;
    markers.push({ start, end, word: { start: at, end } });
  }
  return markers;
}
