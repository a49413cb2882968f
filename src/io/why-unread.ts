import { formatSystemError } from "./system-errors.ts";

/** The computer is short of something, and what was to be read is as it should be. */
const OF_COMPUTER: ReadonlySet<unknown> = new Set("EMFILE ENFILE ENOMEM EAGAIN EBUSY ETXTBSY ESTALE ENODEV".split(" "));

interface Unread {
  readonly isForbidden: boolean;
  readonly why: string;
  readonly fix: string;
}

/** Why a file or folder of the content that is there cannot be read, in words, and what is to be done. */
export function whyUnread(error: unknown, path: string): Unread {
  const code = error instanceof Error && "code" in error ? String(error.code) : "nothing";
  if (code === "EACCES" || code === "EPERM")
    return {
      isForbidden: true,
      why: "the account that runs scrutineer has no right to",
      fix: "give that account the right to read it, or take it out of the content folder",
    };
  return {
    isForbidden: false,
    why: formatSystemError(error, path) ?? `the system says ${code}`,
    fix: OF_COMPUTER.has(code)
      ? "nothing is wrong with it: leave it as it is, and change what this says of the computer"
      : "put a copy of it in its place, or take it out of the content folder",
  };
}
