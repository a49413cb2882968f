import { formatSystemError } from "./system-errors.ts";

/**
 * Deletes what is left of work that is done. Where the system does not allow that, it is said, and the work is done all the same: a site that is
 * in its place is published, whatever lies beside it.
 */
export function swept(step: () => void): void {
  try {
    step();
  } catch (error) {
    const words = formatSystemError(error);
    if (words === undefined) throw error;
    process.stderr.write(
      `warning: not all that was made for the work could be deleted; the next build does it: ${words}\n`,
    );
  }
}
