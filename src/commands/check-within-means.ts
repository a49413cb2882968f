import { scalesFor, type WeighedBefore } from "../io/text-costs.ts";
import { type BuildOptions, type Checked, checkContent } from "../pipeline/check-content.ts";
import { emptyCache } from "../site/compile-cache.ts";
import type { Content } from "../site/content.ts";
import type { ExcessOf } from "../site/file-excess.ts";

/** Finds out what every text of content takes too much of. */
export async function weighAll(content: Content): Promise<ExcessOf> {
  const scales = scalesFor(content);
  const found = new Map<string, string | undefined>();
  try {
    for (const path of content.texts.keys()) if (scales.isLarge(path)) found.set(path, await scales.excessOf(path));
  } finally {
    await scales.close();
  }
  return (path) => found.get(path);
}

/** Checks content; a text that takes too much time or memory is refused, and the others go on. */
export async function checkWithinMeans(
  content: Content,
  options: BuildOptions,
  before?: WeighedBefore,
): Promise<Checked> {
  const { named } = options;
  const cache = options.cache ?? (named === undefined ? undefined : emptyCache());
  const scales = scalesFor(content, before);
  const found = new Map<string, string | undefined>();
  const excessOf: ExcessOf = (path) => found.get(path);
  const weigh = async (paths: Iterable<string>): Promise<void> => {
    for (const path of paths)
      if (!found.has(path) && scales.isLarge(path)) found.set(path, await scales.excessOf(path));
    // Before the texts are compiled, so that the memory of two threads is not taken at the same time.
    await scales.close();
  };
  try {
    await weigh(named ?? content.texts.keys());
    for (;;) {
      // Of the files that are not named, some are compiled only because of what named ones hold.
      const others = new Set<string>();
      const unlessUnknown: ExcessOf = (path) => {
        if (found.has(path) || !scales.isLarge(path)) return excessOf(path);
        others.add(path);
        return "what is known of it";
      };
      const checked = checkContent(content, { ...options, cache, excessOf: unlessUnknown });
      if (others.size === 0) return checked;
      await weigh(others);
    }
  } finally {
    await scales.close();
  }
}
