import { posix } from "node:path";
import { slug } from "github-slugger";
import { isDevice } from "./file-names.ts";
import { readAddress } from "./web-addresses.ts";

/** Disks hold no longer name of a file or folder, in bytes. */
const LONGEST_NAME = 255;
/** Some systems hold no path of more than 1,024 bytes, and the folder that the site lies in is part of it. */
const LONGEST_PATH = 900;
/** A name that becomes part of an address is cut short after this many bytes, so that files can be named after it. */
const LONGEST_PART = 200;

/** Whether a path of the site is too long to be written to a disk. */
export function isTooLong(path: string): boolean {
  return hasMore(path, LONGEST_PATH) || path.split("/").some((name) => hasMore(name, LONGEST_NAME));
}

/**
 * Part of an address; where it is too long for the name of a folder, its beginning and a digest of the whole, which no
 * other part has.
 */
export function shortPart(part: string): string {
  if (bytesIn(part) <= LONGEST_PART) return part;
  const kept: string[] = [];
  let length = 0;
  for (const character of part) {
    length += bytesIn(character);
    if (length > LONGEST_PART) break;
    kept.push(character);
  }
  return `${kept.join("").replace(/-$/, "")}-${digestOf(part)}`;
}

/** A part of an address that is the name of a folder on every system: Windows has devices called `con` and `aux`. */
export function folderPart(part: string): string {
  const short = shortPart(part);
  return isDevice(short) ? `${short}-${digestOf(short)}` : short;
}

/** Whether a text has more bytes; few need to be counted, as no letter has more than three. */
function hasMore(text: string, bytes: number): boolean {
  return text.length * 3 > bytes && bytesIn(text) > bytes;
}

function bytesIn(text: string): number {
  return new TextEncoder().encode(text).length;
}

/** Sixteen hexadecimal digits (FNV-1a): names that two people chose have the same with a chance of one in 10¹⁹. */
function digestOf(text: string): string {
  let hash = 0xcbf29ce484222325n;
  for (const byte of new TextEncoder().encode(text)) hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n);
  return hash.toString(16).padStart(16, "0");
}

/** The address of a report's page below the site's root: `reports/2019/update.md` is at `reports/2019/update/`. */
export function reportAddress(path: string): string {
  return encodePath(path.replace(/\.md$/, "/"));
}

/**
 * The address of the page that stands for a withheld report: made of its public title, where its file's name may say
 * too much.
 */
export function stubAddress(path: string, publicTitle: string | undefined): string {
  if (publicTitle === undefined) return reportAddress(path);
  return encodePath(`${posix.dirname(path)}/${folderPart(slug(publicTitle.normalize("NFC"))) || "withheld"}/`);
}

/** The address of a committee's page, given by the committee's id. */
export function committeeAddress(id: string): string {
  return `committees/${encodeURIComponent(id.normalize("NFC"))}/`;
}

/** The address of a meeting's page, given by the committee's id and the day. */
export function meetingAddress(committee: string, date: string): string {
  return `${committeeAddress(committee)}${date}/`;
}

/** The address of a plain page: `pages/about.md` is at `about/`. */
export function plainPageAddress(slug: string): string {
  return `${encodeURIComponent(slug)}/`;
}

/** The path in `dist/` of the page at an address. */
export function pagePath(address: string): string {
  return `${decodeURIComponent(address)}index.html`;
}

/** The path in `dist/` of a report's PDF, which lies beside its page. */
export function pdfPath(reportPath: string): string {
  return ownFolder(reportPath) + pdfName(reportPath);
}

/** The path in `dist/` of a meeting's pack, or where it is not 0, of that of a supplement to its agenda. */
export function packPath(committee: string, date: string, supplement: number): string {
  const name = supplement === 0 ? "pack.pdf" : `pack-supplement-${supplement}.pdf`;
  return decodeURIComponent(meetingAddress(committee, date)) + name;
}

/** The name of a report's PDF is that of its page. */
export function pdfName(reportPath: string): string {
  return `${posix.basename(reportPath, ".md")}.pdf`;
}

/** An address as it is written in a link on the page at `from`, so that the site works below any path. */
export function relativeAddress(from: string, to: string): string {
  const relative = posix.relative(`/${from}`, `/${to}`) || ".";
  return to.endsWith("/") || to === "" ? `${relative}/` : relative;
}

/** The path in `dist/` of the file to which a link on the page at `from` leads. */
export function linkedPath(from: string, href: string): string {
  return decodeURIComponent(readAddress(href, `https://site.example/${from}`)?.pathname.slice(1) ?? href);
}

/** A path with every character that an address cannot hold written as a percent sign and figures. */
export function encodePath(path: string): string {
  return path.normalize("NFC").split("/").map(encodeURIComponent).join("/");
}

/** The folder in which a report's own files lie: `reports/2019/update/` for `reports/2019/update.md`. */
export function ownFolder(reportPath: string): string {
  return reportPath.replace(/\.md$/, "/");
}

/** The name of the file in a report's folder that says what became of its recommendations. */
export const OUTCOMES = "recommendations.yml";

/** The path of the file that says what became of a report's recommendations. */
export function outcomesPath(reportPath: string): string {
  return ownFolder(reportPath) + OUTCOMES;
}

/** The path of the report whose recommendations a file says it of. */
export function reportOfOutcomes(path: string): string {
  return `${path.slice(0, -OUTCOMES.length - 1)}.md`;
}

/** Whether a file says what became of recommendations, by its name. */
export function isOutcomesFile(path: string): boolean {
  return path.startsWith("reports/") && path.endsWith(`/${OUTCOMES}`);
}

/**
 * The paths at which the site puts a report itself: its page, the same as data, and as a PDF. `folder` is the report's own: for
 * `reports/2019/update/` they are `index.html`, `update.json` and `update.pdf` in it.
 */
export function filesOfReport(folder: string): readonly [page: string, data: string, pdf: string] {
  const named = folder + posix.basename(folder);
  return [`${folder}index.html`, `${named}.json`, `${named}.pdf`];
}

/**
 * Whether a file would be where the site puts a report itself, or below it. Names that differ in capitals or accents
 * are one.
 */
export function isPlaceOfReport(folder: string, filePath: string): boolean {
  const file = oneSpelling(filePath);
  return filesOfReport(folder)
    .map(oneSpelling)
    .some((path) => file === path || file.startsWith(`${path}/`));
}

/**
 * A path as written in a file, resolved against the folder of that file, with its accents written as the paths of content are;
 * `undefined` where it leads out of the content folder.
 */
export function resolvePath(fromFile: string, written: string): string | undefined {
  if (/^[/\\]|^[a-z]:/i.test(written) || written.includes("\\")) return undefined;
  const resolved = posix.normalize(posix.join(posix.dirname(fromFile), written)).normalize("NFC");
  return resolved.startsWith("../") || resolved === ".." ? undefined : resolved;
}

/** Names that differ in capitals or in the way accents are written may be one file, and are held to be. */
export function oneSpelling(path: string): string {
  return path.normalize("NFC").toLowerCase();
}

/** The folders that a file lies in, from the outermost to its own. */
export function foldersAbove(path: string): readonly string[] {
  const parts = path.split("/").slice(0, -1);
  return parts.map((_, index) => parts.slice(0, index + 1).join("/"));
}
