/** Orders texts by their characters' codes: the same on every machine, whatever its language. */
export function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Orders numbers as an agenda prints them, part by part: 6, 6a, 6.2, 6.10, 10. */
export function compareNumbers(a: string, b: string): number {
  const [one, other] = [a, b].map((number) => number.toLowerCase().match(/\d+|\p{L}+/gu) ?? []);
  for (const [index, part] of (one ?? []).entries()) {
    const counterpart = other?.[index];
    if (counterpart === undefined) return 1;
    const [isFigure, isOtherFigure] = [/^\d/.test(part), /^\d/.test(counterpart)];
    // After a number a letter comes before a further number; at the start it comes after.
    if (isFigure !== isOtherFigure) return isFigure === (index === 0) ? -1 : 1;
    const order = isFigure ? Number(part) - Number(counterpart) : compareTexts(part, counterpart);
    if (order !== 0) return order;
  }
  return (one?.length ?? 0) - (other?.length ?? 0);
}
