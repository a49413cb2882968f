import { expect, it } from "vitest";
import { checkedFiles } from "../../src/commands/checked-files.ts";
import { readContent } from "../../src/io/read-content.ts";
import type { readHelpPage } from "../../src/io/read-help-page.ts";
import { checkContent } from "../../src/pipeline/check-content.ts";
import { countsOf } from "../../src/printers/counts.ts";
import { github } from "../../src/printers/github.ts";
import { json } from "../../src/printers/json.ts";
import { junit } from "../../src/printers/junit.ts";
import { markdownSummary } from "../../src/printers/markdown-summary.ts";
import { pretty } from "../../src/printers/pretty.ts";
import { sarif } from "../../src/printers/sarif.ts";
import { unix } from "../../src/printers/unix.ts";
import { anyScript as widths } from "../../src/printers/widths-of-any-script.ts";
import { temporaryFolder, writeFiles } from "../content-folders.ts";

const HEAD = "author: Priya Nair\ndate: 24 March 2019\nconfidential: No\n---\n\n";

/** A site with errors, warnings and hints, with two places, wide characters and tabs, and with authors who try to act on what reads of it. */
const SITE = {
  "site.yml": "council: Aldermere Borough Council\nknown: [A::error::]\n",
  "reports/2019/update.md": `---\ntitle: "::error::x %0A##[error]y ]]> <b>, 日本語"\n${HEAD}## Findings

The Harmful Sexual Behaviour (HSB) group met, and 日本語 👨‍👩‍👧‍👦 the HSBX met; see paragraph 99 and Annex Q of it.

[law]: https://example.org/

[law]: https://example.org/a|b

\ta ##[error]x b

See [::add-mask::x](#nothing), e\u0301e\u0301 and <script>alert(1)</script>.
`,
  "reports/2019/a, b; c%d ::notice::.md": `---\ntitle: Second\n${HEAD}Words <b>bold</b>.\n`,
  "reports/2019/hints.md": `---\ntitle: "Notes, 日本語 ::error::x"\n${HEAD}The Harmful Sexual Behaviour (HSB) group met.

日本語 👨‍👩‍👧‍👦 the HSBX met; see paragraph 99, and [::add-mask::x](#nothing). So did Harmful Sexual Behaviour.
`,
  "reports/2019/hidden.md": `---\ntitle: Hidden\n${HEAD}Words \u001b]0;title\u0007 and \u202e words.\n`,
  "reports/2019/sound.md": `---\ntitle: Sound\n${HEAD}The panel met.\n`,
  "reports/2019/withheld.md": `---\ntitle: Secret\n${HEAD.replace("No", "Yes")}The panel <b>met</b>.\n`,
  "reports/2019/Qxdraftz.md": `---\ntitle: Draft\ndraft: true\n${HEAD}The panel met.\n`,
  "::error::\u001b[31m.txt": "x",
};

async function found() {
  const root = temporaryFolder();
  writeFiles(root, SITE);
  const checked = checkContent(await readContent(root), { pdf: false });
  const { diagnostics } = checked;
  const folders = { folder: "content", folderInRepository: "content" };
  return {
    diagnostics,
    counts: countsOf(diagnostics),
    ...checkedFiles(checked, "public"),
    ...folders,
    version: "1.2.3",
  };
}

const digest = (text: string): string => `${text.length}`;

it.each([40, 80, 120])("prints for a terminal of %i columns what was printed before", async (columns) => {
  const { diagnostics } = await found();
  const options = { folder: "content", columns, widths, hasColour: false, isWrapped: true };
  const printed = diagnostics.map((one) => `${pretty(one, options)}\n\n`).join("");
  await expect(printed).toMatchFileSnapshot(`expected/pretty-${columns}.txt`);
});

it("prints as data what was printed before", async () => {
  const findings = await found();
  await expect(unix(findings)).toMatchFileSnapshot("expected/unix.txt");
  await expect(json(findings)).toMatchFileSnapshot("expected/findings.json");
  await expect(github(findings)).toMatchFileSnapshot("expected/github.txt");
  await expect(markdownSummary(findings)).toMatchFileSnapshot("expected/summary.md");
  await expect(junit(findings)).toMatchFileSnapshot("expected/junit.xml");
  const helpPage = (rule: Parameters<typeof readHelpPage>[0]): string => `# ${rule}\n`;
  await expect(sarif(findings, { helpPage, digest })).toMatchFileSnapshot("expected/findings.sarif");
});
