/** A colour that is not known, as that of a picture is. Known ones are numbers such as 0xRRGGBB. */
export const UNKNOWN = -1;

/** In steps of 255; nobody reads letters that differ by less from what is beneath them. */
const LEAST_DIFFERENCE = 12;

/** Whether two colours cannot be told from one another. */
export function isSameColour(one: number, other: number): boolean {
  if (one === UNKNOWN || other === UNKNOWN) return false;
  return [16, 8, 0].every((bits) => Math.abs(((one >> bits) & 255) - ((other >> bits) & 255)) < LEAST_DIFFERENCE);
}

/** The colour that six hexadecimal digits say, after what may be before them; undefined, where there are none. */
export function colourIn(written: string | undefined): number | undefined {
  const digits = /^#?(?:[\da-f]{2})?([\da-f]{6})$/i.exec(written ?? "")?.[1];
  return digits === undefined ? undefined : Number.parseInt(digits, 16);
}
