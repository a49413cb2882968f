import { encodePath, pagePath, relativeAddress, reportAddress } from "../addresses.ts";
import { inWords } from "../calendar-date.ts";
import type { BackgroundPaper, ContentsEntry, OutputFile, Person, Report, Site } from "../model.ts";
import { fileHref } from "../report/file-lookup.ts";
import { canonicalAddress, committeeLink, type Output, page } from "./page.ts";
import type { Templates, View } from "./templates.ts";

/** The page of each report, the files that it publishes, and the pages that stand at its old addresses. */
export const reportPages: Output = (site, templates) =>
  site.reports.flatMap((report) => [
    reportPage(site, templates, report),
    ...files(report),
    ...movedPages(site, templates, report),
  ]);

function reportPage(site: Site, templates: Templates, report: Report): OutputFile {
  const { frontmatter, committee } = report;
  const address = reportAddress(report.path);
  return page(
    site,
    templates,
    "report",
    { address, title: frontmatter.title, description: frontmatter.summary, lang: frontmatter.lang },
    {
      title: frontmatter.title,
      facts: facts(report),
      committee: committee === undefined ? false : committeeLink(committee, address),
      summary: frontmatter.summary ?? "",
      contents: contentsView([...report.contents, ...(frontmatter.background.length > 0 ? [BACKGROUND] : [])]),
      background: frontmatter.background.map(backgroundView),
      marking: report.marking ?? "",
      runningTitle: `${report.marking === undefined ? "" : "Not for publication. "}${frontmatter.title}, ${inWords(frontmatter.date)}`,
      body: report.bodyHtml,
    },
  );
}

const BACKGROUND: ContentsEntry = { id: "background-papers", text: "Background papers", children: [] };

function facts({ frontmatter }: Report): readonly View[] {
  const { authors, date, meeting, item, supplement, wards, contact } = frontmatter;
  const fact = (name: string, values: readonly View[]): readonly View[] =>
    values.length === 0 ? [] : [{ name, values }];
  const text = (value: string | undefined): readonly View[] =>
    value === undefined ? [] : [{ text: value, datetime: "", links: [] }];
  const day = (value: string | undefined): readonly View[] =>
    value === undefined ? [] : [{ text: inWords(value), datetime: value, links: [] }];
  return [
    ...fact(authors.length === 1 ? "Author" : "Authors", authors.map(personView)),
    ...fact("Date", day(date)),
    ...fact("Meeting", day(meeting)),
    ...fact("Agenda item", text(item?.toString())),
    ...fact("Supplement", text(supplement?.toString())),
    ...fact(wards.length === 1 ? "Ward" : "Wards", text(wards.length === 0 ? undefined : wards.join(", "))),
    ...fact(
      "Contact",
      contact === undefined || authors.some(({ email }) => isSameContact(email, contact)) ? [] : [personView(contact)],
    ),
  ];
}

/** An author who can be asked is not named a second time. */
function isSameContact(email: string | undefined, contact: Person): boolean {
  return email !== undefined && email === contact.email;
}

function personView({ name, role, email, telephone }: Person): View {
  const links = [
    ...(email === undefined ? [] : [{ href: `mailto:${email}`, text: email }]),
    ...(telephone === undefined
      ? []
      : [{ href: `tel:${telephone.replace(/[^\d+]/g, "")}`, text: telephone.replaceAll(" ", "\u00a0") }]),
  ];
  return { text: role === undefined ? name : `${name}, ${role}`, datetime: "", links };
}

function contentsView(entries: readonly ContentsEntry[]): readonly View[] {
  return entries.map(({ id, text, children }) => ({ id, text, children: contentsView(children) }));
}

function backgroundView({ title, url }: BackgroundPaper): View {
  return { title, url: url ?? "" };
}

/** A file in the report's own folder goes to its place below the page; one that reports share, to the shared folder. */
function files(report: Report): readonly OutputFile[] {
  const base = reportAddress(report.path);
  return report.files.map((path) => ({
    path: decodeURIComponent(new URL(fileHref(report.path, path), `https://localhost/${base}`).pathname.slice(1)),
    content: { copyOf: path },
  }));
}

function movedPages(site: Site, templates: Templates, report: Report): readonly OutputFile[] {
  const { formerly, title, lang } = report.frontmatter;
  return formerly.map((path) => {
    const address = `${encodePath(path)}/`;
    const view = {
      lang,
      title,
      href: relativeAddress(address, reportAddress(report.path)),
      canonical: canonicalAddress(site, reportAddress(report.path)),
    };
    return { path: pagePath(address), content: { text: templates.render("moved", view) } };
  });
}
