/** Names that systems, office programs, editors and git leave beside what people write: of files and of folders. */
const OF_ANYTHING = /^\./;

/** The same, of files alone: a folder whose name looks like this may hold reports. */
const OF_FILES: readonly RegExp[] = [
  /^~\$/, // open in an office program
  /~$/, // an editor's copy of what was there before
  /^#.*#$/, // an editor's copy of what is not saved yet
  /\.(?:bak|tmp|sw[a-p])$/i,
  /^(?:Thumbs\.db|ehthumbs\.db|desktop\.ini|Icon\r)$/i,
];

/** Whether a name is one of those that no content has: what is called so is passed over. */
export function isIgnored(name: string, kind: "file" | "folder"): boolean {
  return OF_ANYTHING.test(name) || (kind === "file" && OF_FILES.some((pattern) => pattern.test(name)));
}

/** Whether a file is passed over, by its name or that of a folder that it lies in. */
export function isIgnoredPath(path: string): boolean {
  const parts = path.split("/");
  return parts.some((part, index) => isIgnored(part, index === parts.length - 1 ? "file" : "folder"));
}
