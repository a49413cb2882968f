/** The content as a whole cannot be relied on: this stops the program, and not one report alone. */
export class ContentError extends Error {}
