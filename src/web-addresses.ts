/** A web or e-mail address in running text, which becomes a link. */
export interface WebAddress {
  readonly start: number;
  readonly end: number;
  readonly url: string;
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
