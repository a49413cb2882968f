import type { Nodes } from "mdast";
import { lawOfCouncil } from "../../law/laws.ts";
import { placeOf } from "../../text/place.ts";
import { type RaiseFound, rule, type Subjects } from "../rule.ts";
import { bodiesNamed, bodyAt, type EnforcingBody } from "./enforcing-bodies.ts";
import { isStatement, readStatement, type Statement } from "./statement-page.ts";

/** What enforces the regulations in one nation does not in another; a statement that names both sends nobody away. */
export const statementEnforcer = rule({
  id: "statement-enforcer",
  severity: "warning",
  group: "accessibility",
  summary: "the accessibility statement names a body that does not enforce the regulations in this nation",
  remedy: "name the body of the nation in which the council is",
  checks: { plainPage: check },
});

interface Naming {
  readonly node: Nodes;
  readonly bodies: readonly EnforcingBody[];
}

function check({ text, slug, title, settings }: Subjects["plainPage"], raise: RaiseFound): void {
  if (!isStatement({ slug, title })) return;
  const { enforcer, jurisdiction } = lawOfCouncil(settings);
  const statement = readStatement(text);
  for (const namings of [whoEnforces(statement), whoHears(statement), anyNamed(statement)]) {
    const [first] = namings;
    const bodies = namings.flatMap((naming) => naming.bodies);
    if (first === undefined || bodies.some(({ name }) => name === enforcer)) continue;
    raise({
      place: placeOf(text, first.node),
      message: `this names the ${first.bodies[0]?.name}, or who hears complaints for it; in ${jurisdiction} the ${enforcer} enforces the regulations`,
      fix: `name the ${enforcer} and link to it; if the council is not in ${jurisdiction}, correct \`jurisdiction:\` in site.yml`,
      quotesNothing: true,
    });
    return;
  }
}

/** Whom sentences name that speak of enforcing. */
function whoEnforces({ blocks }: Statement): readonly Naming[] {
  return blocks.flatMap(({ node, words }) =>
    words
      .split(/(?<=[.!?;]) (?=\p{Lu})/u)
      .filter((sentence) => /\b(?:enforc|[gn]?h?orfod)/i.test(sentence))
      .map((sentence) => ({ node, bodies: bodiesNamed(sentence) }))
      .filter(({ bodies }) => bodies.length > 0),
  );
}

/** To whose websites links lead. */
function whoHears({ links }: Statement): readonly Naming[] {
  return links.flatMap(({ node, url }) => {
    const body = bodyAt(url);
    return body === undefined ? [] : [{ node, bodies: [body] }];
  });
}

function anyNamed({ blocks }: Statement): readonly Naming[] {
  return blocks
    .map(({ node, words }) => ({ node, bodies: bodiesNamed(words) }))
    .filter(({ bodies }) => bodies.length > 0);
}
