import { glob } from "astro/loaders";
import { defineCollection } from "astro:content";

const reports = defineCollection({
  // The name of the file, as it is, is the report's address.
  loader: glob({ pattern: "*.md", base: "./content/reports", generateId: ({ entry }) => entry.replace(/\.md$/, "") }),
});

export const collections = { reports };
