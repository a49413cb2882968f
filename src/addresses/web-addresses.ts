/** A web or e-mail address in running text, which becomes a link. */
export interface WebAddress {
  readonly start: number;
  readonly end: number;
  readonly url: string;
}

/** The most signs of an address that PDFs take; servers and browsers take fewer. */
const LONGEST_ADDRESS = 2000;

/**
 * An address as browsers read it, seen from the page at `base` where one is named; `undefined` where it is none. It
 * never throws.
 */
export function readAddress(address: string, base?: string): URL | undefined {
  return URL.canParse(address, base) ? new URL(address, base) : undefined;
}

/** Why nobody can follow an address, in words that fit after "this address"; nothing where it can be followed. */
export function whyNotFollowed(address: string): string | undefined {
  if (/^\s*[a-z][a-z0-9+.-]*:/i.test(address) && address.length > LONGEST_ADDRESS)
    return `has more than ${LONGEST_ADDRESS} characters`;
  if (!/^\s*https?:/i.test(address) || readAddress(address) !== undefined) return undefined;
  const [, authority = ""] = /^\s*https?:[/\\]*([^/\\?#]*)/i.exec(address) ?? [];
  const host = authority.slice(authority.lastIndexOf("@") + 1);
  if (host === "") return "ends after https://, without the name of a site";
  if (/^[^[]*:.*\D|^[^[]*:\d{5,}$/.test(host))
    return "has a colon after the site's name that is not followed by the number of a port from 0 to 65535";
  if (/^[\d.]+(?::\d*)?$/.test(host)) return "has a number in place of the site's name, and no server has that number";
  return "has a site's name with characters that no such name can have";
}

const WEB = /(?<![\p{L}\p{N}])https?:\/\/[^\s<>"“”‘’\uFFFC]+/giu;
const EMAIL = /(?<![\p{L}\p{N}._%+:/-])[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+(?![\p{L}\p{N}@])/gu;

const WITHOUT_SCHEME =
  /^(?:www\.[^\s.]|[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:uk|org|com|net|eu|wales|cymru|scot)(?:\/\S*)?$)/i;

/** Whether an address is one of the web's, but for its `https://`, without which it is read as the path of a file. */
export function lacksScheme(address: string): boolean {
  return WITHOUT_SCHEME.test(address);
}

/** Finds bare addresses, as GitHub Flavored Markdown's autolinks do: punctuation at the end belongs to the sentence. */
export function findWebAddresses(text: string): readonly WebAddress[] {
  const found: WebAddress[] = [];
  if (text.includes("://")) {
    for (const match of text.matchAll(WEB)) {
      const url = withoutPunctuation(match[0]);
      if (/^https?:\/\/[^/?#]*[\p{L}\p{N}]/iu.test(url))
        found.push({ start: match.index, end: match.index + url.length, url });
    }
  }
  if (text.includes("@")) {
    for (const match of text.matchAll(EMAIL)) {
      found.push({ start: match.index, end: match.index + match[0].length, url: `mailto:${match[0]}` });
    }
  }
  return found;
}

function withoutPunctuation(url: string): string {
  let unopened = url.split(")").length - url.split("(").length;
  let end = url.length;
  for (; end > 0; end--) {
    const last = url[end - 1] ?? "";
    if (last === ")" ? unopened-- <= 0 : !"?!.,:;*_~']".includes(last)) break;
  }
  return url.slice(0, end);
}
