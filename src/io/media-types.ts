import { lookup } from "mrmime";

/** The media type of a file, by its name, as a server sends it. */
export function mediaType(path: string): string {
  const type = lookup(path) ?? "application/octet-stream";
  return /^text\/|json$|xml$/.test(type) && !type.startsWith("image/") ? `${type}; charset=utf-8` : type;
}
