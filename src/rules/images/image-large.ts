import { rule } from "../rule.ts";

export const imageLarge = rule({
  id: "image-large",
  severity: "warning",
  group: "images",
  summary: "an image is larger than a page needs",
  remedy: "scale it down to fit in 3508 × 2480 pixels, below 1 MB",
});
