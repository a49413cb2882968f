import type { Readable, Writable } from "node:stream";
import { confirm, isCancel, select, text } from "@clack/prompts";
import { committeesIn, NATIONS, type Nation, type Start } from "../site/start-files.ts";

/** What init is told, by flags or by answers. */
export type Answers = Pick<Start, "council" | "nation" | "committees" | "hasGit" | "ci">;

/** Where the questions are asked, if not in the terminal. */
interface Streams {
  readonly input?: Readable;
  readonly output?: Writable;
}

const NATION_OPTIONS: readonly { readonly value: Nation; readonly label: string }[] = [
  { value: "england", label: NATIONS.england },
  { value: "wales", label: NATIONS.wales },
  { value: "scotland", label: NATIONS.scotland },
  { value: "northern-ireland", label: NATIONS["northern-ireland"] },
];

const CIS: readonly { readonly value: Start["ci"]; readonly label: string; readonly hint?: string }[] = [
  { value: "none", label: "No", hint: "I publish it myself; this can be added later" },
  { value: "github", label: "GitHub Pages" },
  { value: "gitlab", label: "GitLab Pages" },
];

/** Asks what is not known yet; gives nothing where the person ends it. */
export async function askQuestions(
  known: Partial<Answers>,
  usual: Answers,
  streams: Streams = {},
): Promise<Answers | undefined> {
  const { committees, hasGit, ci } = known;
  const council = known.council ?? (await askText("What is the council called?", usual.council, streams));
  if (isCancel(council)) return undefined;
  const nation =
    known.nation ?? (await select({ message: "In which nation is it?", options: [...NATION_OPTIONS], ...streams }));
  if (isCancel(nation)) return undefined;
  const names = committees ?? (await askCommittees(streams));
  if (names === undefined) return undefined;
  const isInGit =
    hasGit ?? (await confirm({ message: "Should git keep the history?", initialValue: true, ...streams }));
  if (isCancel(isInGit)) return undefined;
  const where =
    ci ?? (await select({ message: "Should the site be published automatically?", options: [...CIS], ...streams }));
  if (isCancel(where)) return undefined;
  return {
    council,
    nation,
    committees: names,
    hasGit: isInGit,
    ci: where,
  };
}

/** Asks whether the site that was begun is to be shown now. */
export async function askToServe(streams: Streams = {}): Promise<boolean> {
  const message = "Show the site in your browser now? Ctrl-C ends it.";
  return (await confirm({ message, initialValue: true, ...streams })) === true;
}

function askText(message: string, placeholder: string, streams: Streams) {
  const validate = (typed: string | undefined): string | undefined =>
    typed?.trim() ? undefined : "Type its name, as each page is to show it";
  return text({ message, placeholder, validate, ...streams });
}

/** Asks for one name after another. A comma may be in a name, or between two, so that is asked too. */
async function askCommittees(streams: Streams): Promise<readonly string[] | undefined> {
  const names: string[] = [];
  for (;;) {
    const typed = await text({
      message:
        names.length === 0
          ? "Which committee receives reports? If there are several, type one: you are asked for the next. Enter for none."
          : "Which other committee? Enter if there is none.",
      placeholder: names.length === 0 ? "Health Scrutiny Committee" : "",
      defaultValue: "",
      ...streams,
    });
    if (isCancel(typed)) return undefined;
    const given = committeesIn(typed);
    if (given.length === 0) return names;
    for (const name of given) {
      const isOne = !name.includes(",") || (await confirm({ message: `Is "${name}" one committee?`, ...streams }));
      if (isCancel(isOne)) return undefined;
      if (isOne) names.push(name);
    }
  }
}
