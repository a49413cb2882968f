import { defineConfig } from "astro/config";

export default defineConfig({
  cacheDir: "./.astro-cache",
  outDir: "./dist",
  devToolbar: { enabled: false },
  markdown: { syntaxHighlight: false, smartypants: false },
});
