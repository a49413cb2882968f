module.exports = {
  layout: "report.liquid",
  tags: ["reports"],
  permalink: ({ page }) => `/reports/${page.inputPath.replace(/^.*\/|\.md$/g, "")}/`,
};
