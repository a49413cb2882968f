/** Red, green and blue, from 0 to 255. */
type Channels = readonly [number, number, number];

/** The colour of headings and links where a council names none, on light grounds. */
export const ACCENT = "#0b5359";

/** What text must have against its ground: WCAG 2.2, success criterion 1.4.3. */
export const READABLE = 4.5;

/**
 * The backgrounds of the accent, in the light scheme and in the dark one: paper, tinted parts, and a paragraph
 * that is linked to.
 */
export const GROUNDS = {
  light: ["#ffffff", "#f2f5f5", "#fff4cf"],
  dark: ["#15191c", "#1e2428", "#33301c"],
} as const;

/**
 * A colour as `#rrggbb`, from three or six hexadecimal digits with or without the sign; `undefined` where the text is
 * none.
 */
export function readColour(typed: string): string | undefined {
  const digits = /^#?([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(typed)?.[1]?.toLowerCase();
  if (digits === undefined) return undefined;
  return `#${digits.length === 3 ? digits.replace(/./g, "$&$&") : digits}`;
}

/** The contrast of two colours, from 1 to 21, as WCAG 2.2 defines it. */
export function contrastOf(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminanceOf(one), luminanceOf(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** The least contrast of a colour on any of some grounds. */
export function leastContrast(colour: string, grounds: readonly string[]): number {
  return Math.min(...grounds.map((ground) => contrastOf(colour, ground)));
}

/**
 * What a shade that is made for a scheme must have: in the dark, where thin strokes look thinner, as much as the other
 * text has.
 */
const ENOUGH = { light: READABLE, dark: 7 } as const;

/** The colour, or the nearest shade of it that can be read well on dark grounds (lighter) or on light ones (darker). */
export function readableShade(colour: string, scheme: keyof typeof GROUNDS): string {
  const end = scheme === "dark" ? 255 : 0;
  const channels = channelsOf(colour);
  const shades = Array.from({ length: STEPS + 1 }, (_, step) =>
    hexOf(channels.map((channel) => channel + ((end - channel) * step) / STEPS)),
  );
  return shades.find((shade) => leastContrast(shade, GROUNDS[scheme]) >= ENOUGH[scheme]) ?? hexOf([end, end, end]);
}

const STEPS = 100;

function channelsOf(colour: string): Channels {
  const value = Number.parseInt(colour.slice(1), 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}

function hexOf(channels: readonly number[]): string {
  return `#${channels.map((channel) => Math.round(channel).toString(16).padStart(2, "0")).join("")}`;
}

function luminanceOf(colour: string): number {
  const [red, green, blue] = channelsOf(colour).map(linear) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function linear(channel: number): number {
  const share = channel / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
}
