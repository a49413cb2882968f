import type { CalendarDate, Place } from "./source.ts";

export type NumberingStyle = "continuous" | "decimal";

/** The public edition holds nothing that is withheld; the members' edition holds everything, marked. */
export type Edition = "public" | "members";

/** A language in which the site speaks, as its tag. */
export type Language = "en-GB" | "cy";

/** A nation of the United Kingdom, each with a law of its own on what may be withheld. */
export type Jurisdiction = "England" | "Wales" | "Scotland" | "Northern Ireland";

/** Whose law holds. Nothing reads this but `law/laws.ts`, which asks of which committee a paper is. */
export interface Jurisdictions {
  /** The nation of the council. */
  readonly council: Jurisdiction;
  /** By their ids, committees that follow the law of a nation of their own, as joint ones may. */
  readonly committees: ReadonlyMap<string, Jurisdiction>;
}

export interface Committee {
  readonly id: string;
  readonly name: string;
}

/** The file of the council's logo, and where the settings name it; its facts are known where it may be published. */
export interface LogoFile {
  /** The path below the content folder. */
  readonly path: string;
  readonly place: Place;
  readonly hash?: string | undefined;
  readonly width?: number | undefined;
  readonly height?: number | undefined;
}

/** A link at the foot of every page. */
export interface FooterLink {
  readonly text: string;
  readonly url: string;
}

/** What the council says at the foot of every page, in the language of the site. */
interface Footer {
  readonly text: string | undefined;
  readonly links: readonly FooterLink[];
}

/** The licence under which readers may use what is published, by its name in each language. */
export interface Licence {
  readonly name: Readonly<Record<Language, string>>;
  readonly url: string | undefined;
}

/** What `content/site.yml` says, with the defaults filled in. */
export interface Settings {
  readonly council: string;
  /** The language of all pages but those of reports and plain pages, which have their own. */
  readonly lang: Language;
  /** The council's colour, as `#rrggbb`: it can be read on the light pages. */
  readonly colour: string | undefined;
  readonly logo: LogoFile | undefined;
  readonly footer: Footer;
  readonly licence: Licence | undefined;
  /** The address of the site's root, ending in `/`. Without it, pages do not say where they are. */
  readonly baseUrl: string | undefined;
  /** The path of the site's root on its host, beginning and ending in `/`. */
  readonly basePath: string;
  readonly jurisdictions: Jurisdictions;
  readonly numberingStyle: NumberingStyle;
  /** How many levels automatic numbers have in the decimal style. */
  readonly numberingDepth: number;
  readonly committees: readonly Committee[];
  readonly abbreviations: ReadonlyMap<string, string>;
  readonly known: ReadonlySet<string>;
  /** How grave a rule is, where that is not as the catalogue of rules says. */
  readonly severities: ReadonlyMap<string, "off" | "hint" | "warning" | "error">;
  /** How many of a hundred published reports a build may remove without being told to. */
  readonly removalLimit: number;
  /**
   * How many days the council asks for between a report and its meeting, counted as the law counts them; 0 asks for none. Without it, they
   * are the law's.
   */
  readonly clearDays: number | undefined;
  /** Days on which the council's offices are closed, beside weekends and bank holidays. */
  readonly daysOff: readonly CalendarDate[];
  /** Words of headings, beside those that every site has, below which something is recommended. */
  readonly recommendationHeadings: readonly string[];
  /** The headings of a report that `npx scrutineer new` begins: the council's template. */
  readonly reportHeadings: readonly string[];
}
