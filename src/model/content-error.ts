/** The content as a whole cannot be relied on: this stops the program, and not one report alone. */
export class ContentError extends Error {}

/**
 * Whether an error is none of the program's, and so is no file's fault: what is read is not what it was, or the system
 * could not do what it was asked for, such as read from a disk that is broken.
 */
export function isFromOutside(error: unknown): boolean {
  return error instanceof ContentError || (error instanceof Error && "syscall" in error);
}
