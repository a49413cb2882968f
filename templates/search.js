// The search page: asks Pagefind, and shows reports with the paragraphs in which the words stand. What it shows it writes as text, never as HTML.
(() => {
  const at = (id) => document.getElementById(`search-${id}`);
  const [form, status, list, more, without] = ["form", "status", "results", "more", "without"].map(at);
  const PAGE = 10;
  const PARAGRAPHS = 3;
  const AROUND = 8;
  const EXCERPT = 30;
  const FILTERS = ["committee", "year", "ward", "author"];
  // What it says is the page's, which is in the language of the site.
  const words = form.dataset;
  const say = (text) => {
    status.textContent = text;
  };
  if (location.protocol === "file:") {
    at("why").textContent = words.served;
    return;
  }
  const script = document.currentScript.src;
  let pagefind;
  let found = [];
  let shown = 0;
  let latest = 0;

  const element = (name, properties, ...children) => {
    const made = Object.assign(document.createElement(name), properties);
    made.append(...children);
    return made;
  };

  // Pagefind counts the words of a report, and says at which word a paragraph begins and at which there is a match.
  const placesOf = ({ content, anchors, locations }) => {
    const tokens = content.split(/\s+/);
    const starts = anchors.filter(({ id }) => id).sort((a, b) => a.location - b.location);
    const places = new Map();
    for (const location of [...locations].sort((a, b) => a - b)) {
      const index = starts.findLastIndex((start) => start.location <= location);
      const place = places.get(index) ?? {
        start: starts[index],
        end: starts[index + 1]?.location ?? tokens.length,
        matches: [],
      };
      place.matches.push(location);
      places.set(index, place);
    }
    return { tokens, places: [...places.values()] };
  };

  // The signs around a word are no part of what was found.
  const marked = (word) => {
    const [, before, found, after] = word.match(/^([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{N}]*)$/su);
    return found === "" ? [word] : [before, element("mark", { textContent: found }), after];
  };

  const excerpt = (tokens, { start, end, matches }) => {
    const from = Math.max(start?.location ?? 0, matches[0] - AROUND);
    const to = Math.min(end, from + EXCERPT);
    const pieces = tokens.slice(from, to).flatMap((word, index) => {
      const isMatch = matches.includes(from + index);
      return [...(isMatch ? marked(word) : [word]), " "];
    });
    return [...(from > (start?.location ?? 0) ? ["… "] : []), ...pieces, ...(to < end ? ["…"] : [])];
  };

  const nameOf = (start) => {
    if (!start) return words.top;
    if (start.id.startsWith("para-")) return `${words.paragraph} ${start.id.slice("para-".length)}`;
    return start.id.startsWith("fn-") ? words.note : start.text;
  };

  const entry = (data) => {
    const { url, meta } = data;
    const { tokens, places } = placesOf(data);
    const best = new Set([...places].sort((a, b) => b.matches.length - a.matches.length).slice(0, PARAGRAPHS));
    const paragraphs = places
      .filter((place) => best.has(place))
      .map((place) => {
        const hash = place.start ? `#${place.start.id}` : "";
        const link = element("a", { href: url + hash, textContent: nameOf(place.start) });
        return element(
          "li",
          {},
          link,
          " ",
          element("span", { className: "search-excerpt" }, ...excerpt(tokens, place)),
        );
      });
    const left = places.length - paragraphs.length;
    const facts = [meta.committee, meta.day, meta.marking].filter(Boolean).join(" · ");
    return element(
      "li",
      {},
      element("h2", {}, element("a", { href: url, textContent: meta.title })),
      element("p", { className: "search-facts", textContent: facts }),
      ...(left + best.size > 0 ? [element("ul", { className: "search-paragraphs" }, ...paragraphs)] : []),
      ...(left > 0
        ? [element("p", { className: "search-left", textContent: words.left.replace("{count}", left) })]
        : []),
    );
  };

  const showMore = async () => {
    const mine = latest;
    const next = await Promise.all(found.slice(shown, shown + PAGE).map((result) => result.data()));
    if (mine !== latest) return undefined;
    const items = next.map(entry);
    list.append(...items);
    shown += items.length;
    more.hidden = shown >= found.length;
    return items[0];
  };

  const run = async (isAsked) => {
    const asked = new FormData(form);
    const query = String(asked.get("q")).trim();
    const chosen = FILTERS.map((name) => [name, asked.get(name)]).filter(([, value]) => value);
    latest += 1;
    const mine = latest;
    list.replaceChildren();
    more.hidden = true;
    if (query === "" && chosen.length === 0) return say(isAsked ? words.blank : "");
    say(words.searching);
    try {
      pagefind ??= await import(new URL("../pagefind/pagefind.js", script).href);
      const sort = asked.get("sort") || query === "" ? { date: "desc" } : undefined;
      const answer = await pagefind.search(query || null, { filters: Object.fromEntries(chosen), sort });
      if (mine !== latest) return undefined;
      found = answer.results;
      shown = 0;
      await showMore();
      if (mine === latest) say([words.none, words.one][found.length] ?? words.many.replace("{count}", found.length));
    } catch {
      if (mine === latest) say(words.failed);
    }
    return undefined;
  };

  const readAddress = () => {
    const asked = new URLSearchParams(location.search);
    for (const name of ["q", "sort", ...FILTERS]) {
      const field = form.elements.namedItem(name);
      if (field) field.value = asked.get(name) ?? "";
    }
    return run(asked.has("q"));
  };
  const search = (event) => {
    event.preventDefault();
    const asked = new URLSearchParams([...new FormData(form)].filter(([, value]) => value !== ""));
    history.pushState(null, "", asked.size ? `?${asked}` : location.pathname);
    return run(true);
  };

  without.hidden = true;
  form.hidden = false;
  form.addEventListener("submit", search);
  form.addEventListener("change", (event) => event.target.tagName === "SELECT" && search(event));
  more.addEventListener("click", async () => (await showMore())?.querySelector("a").focus());
  addEventListener("popstate", readAddress);
  readAddress();
})();
