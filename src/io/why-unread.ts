import { formatSystemError } from "./system-errors.ts";

/** The computer is short of something, and what was to be read is as it should be. */
const OF_COMPUTER = "nothing is wrong with it: leave it as it is, and change what this says of the computer";

const REMEDIES: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    ["EMFILE", "ENFILE", "ENOMEM", "EAGAIN", "EBUSY", "ETXTBSY", "ESTALE", "ENODEV"].map((code) => [code, OF_COMPUTER]),
  ),
  ENAMETOOLONG: "give it, or the folders that it is in, shorter names",
};

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
    fix: REMEDIES[code] ?? "put a copy of it in its place, or take it out of the content folder",
  };
}
