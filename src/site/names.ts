import { nameSlug } from "../addresses/slugs.ts";
import type { Raise } from "../diagnostics/catalogue.ts";
import type { Frontmatter, Report } from "../model/report.ts";

interface Name {
  readonly kind: "author" | "ward";
  readonly name: string;
}

/** Raises authors and wards that two reports write differently, and that are listed on one page. */
export function raiseSpellings(reports: readonly Report[], raise: Raise): void {
  const first = new Map<string, { readonly name: string; readonly path: string }>();
  for (const { path, frontmatter } of reports.toReversed()) {
    for (const { kind, name } of namesIn(frontmatter)) {
      const key = keyOf({ kind, name });
      const earlier = first.get(key);
      if (earlier === undefined) first.set(key, { name, path });
      else if (earlier.name !== name)
        raise({
          rule: "name-spelt-twice",
          place: { path, line: 1, column: 1 },
          message: `the ${kind} is ${name} here, and ${earlier.name} in ${earlier.path}: both are listed on one page`,
          fix: "write the name in one way; if these are two, distinguish them by a further name or initial",
        });
    }
  }
}

/** What the names of a report are compared by: names with the same key are listed on one page. */
export function keysOfNames(frontmatter: Frontmatter): readonly string[] {
  return namesIn(frontmatter).map(keyOf);
}

function namesIn({ authors, wards }: Frontmatter): readonly Name[] {
  return [
    ...authors.map(({ name }): Name => ({ kind: "author", name })),
    ...wards.map((name): Name => ({ kind: "ward", name })),
  ];
}

function keyOf({ kind, name }: Name): string {
  return `${kind} ${nameSlug(name)}`;
}
