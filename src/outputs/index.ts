import { assets } from "./assets.ts";
import { glossaryData } from "./glossary-data.ts";
import { glossaryPages } from "./glossary-pages.ts";
import { homePage, listings } from "./listings.ts";
import { notFoundPage } from "./not-found-page.ts";
import type { Output } from "./page.ts";
import { reportPages } from "./report-pages.ts";
import { withheldList } from "./withheld-list.ts";
import { withheldPages } from "./withheld-pages.ts";

/** Every output of a site. */
export const outputs: readonly Output[] = [
  homePage,
  reportPages,
  withheldPages,
  withheldList,
  listings,
  glossaryPages,
  glossaryData,
  notFoundPage,
  assets,
];
