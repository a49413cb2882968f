import { type RaiseFound, rule, type Subjects } from "../rule.ts";

/** A background paper without an address, where the law of the nation has each of them on the website. */
export const backgroundLink = rule({
  id: "background-link",
  severity: "warning",
  group: "meeting-papers",
  summary: "a background paper has no address, and the law asks for each of them on the website",
  remedy: "publish it and give its address; a published work need not be listed",
  checks: { frontmatter: check },
});

function check({ frontmatter, placeOf, laws, isWithheld }: Subjects["frontmatter"], raise: RaiseFound): void {
  const [online] = laws.flatMap(({ background: asked }) => asked.online ?? []);
  if (online === undefined || isWithheld) return;
  for (const [index, { url }] of frontmatter.background.entries())
    if (url === undefined)
      raise({
        place: placeOf(["background", index]),
        message: `this background paper has no address, and the background papers of a report for a meeting must be on the website (${online})`,
        fix: "publish it, and write `- {title: …, url: https://…}`; delete it if it is a published work, which need not be listed",
        quotesNothing: true,
      });
}
