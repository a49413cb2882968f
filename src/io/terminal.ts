const DEFAULT_COLUMNS = 100;
const NARROWEST = 40;
const WIDEST = 120;

export interface Terminal {
  readonly columns: number;
  readonly hasColour: boolean;
  /** Whether a person sits at it; otherwise it is a file, a pipe or the log of a CI. */
  readonly isInteractive: boolean;
  readonly hasHyperlinks: boolean;
}

/** What standard error leads to, and what it can show. */
export async function terminal({ isColourWanted }: { readonly isColourWanted: boolean }): Promise<Terminal> {
  const isInteractive = process.stderr.isTTY === true;
  const hasColour = isColourWanted && supportsColour(process.stderr);
  return {
    columns: Math.max(NARROWEST, Math.min(process.stderr.columns || DEFAULT_COLUMNS, WIDEST)),
    hasColour,
    isInteractive,
    hasHyperlinks: isInteractive && hasColour && (await supportsHyperlinks()),
  };
}

/** Whether what is written to a stream may be in colour. */
export function supportsColour(stream: { readonly isTTY?: boolean }): boolean {
  const { NO_COLOR, FORCE_COLOR } = process.env;
  if (NO_COLOR) return false;
  return stream.isTTY === true || (FORCE_COLOR !== undefined && FORCE_COLOR !== "0");
}

async function supportsHyperlinks(): Promise<boolean> {
  const { createSupportsHyperlinks } = await import("supports-hyperlinks");
  return createSupportsHyperlinks(process.stderr);
}

/** "0.62 s". */
export function secondsSince(started: number): string {
  return `${((performance.now() - started) / 1000).toFixed(2)} s`;
}

/** "14:03:27", by this machine's clock. */
export function timeOfDay(): string {
  const now = new Date();
  return [now.getHours(), now.getMinutes(), now.getSeconds()].map((part) => String(part).padStart(2, "0")).join(":");
}
