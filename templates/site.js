/*
 * A page at the old address of a report leads to the new one, and to the same paragraph there, which only script can know.
 */
(() => {
  const moved = document.querySelector("[data-moved]");
  if (!(moved instanceof HTMLAnchorElement)) return;
  moved.hash = location.hash;
  location.replace(moved.href);
})();
/*
 * What a page of a report gains by script: a button that copies a paragraph's citation with its address, and a mark at the section
 * that is being read. Without it the number of a paragraph is its link, and everything can be read.
 */
(() => {
  const report = document.querySelector("[data-citation]");
  if (!(report instanceof HTMLElement)) return;
  const words = report.dataset;

  const status = document.createElement("p");
  status.className = "cite-status";
  status.setAttribute("role", "status");
  document.body.append(status);

  const button = document.createElement("button");
  button.type = "button";
  button.className = "cite";
  button.append(words.cite ?? "");
  const unseen = document.createElement("span");
  unseen.className = "visually-hidden";
  button.append(unseen);

  /** The address of this page without a fragment: the public one, where the page says what it is. */
  const address = () =>
    document.querySelector("link[rel=canonical]")?.getAttribute("href") ?? location.href.replace(/#.*/s, "");

  const numberOf = (paragraph) => paragraph.id.replace("para-", "");

  /** Puts the button into a paragraph. While it has the focus it stays, or the focus would be lost. */
  const offer = (paragraph) => {
    if (button.parentElement === paragraph || document.activeElement === button) return;
    unseen.textContent = ` ${words.paragraph} ${numberOf(paragraph)}`;
    paragraph.append(button);
  };

  const paragraphOf = (target) => (target instanceof Element ? target.closest(".para") : null);

  const offerAround = ({ target }) => {
    const paragraph = paragraphOf(target);
    if (paragraph !== null) offer(paragraph);
  };

  /** A label stands within its paragraph, so that its link leads to the same one. */
  const offerLinked = () => {
    const id = decodeURIComponent(location.hash.slice(1));
    const paragraph = paragraphOf(id === "" ? null : document.getElementById(id));
    if (paragraph !== null) offer(paragraph);
  };

  let clearing = 0;
  const say = (text, isShort) => {
    clearTimeout(clearing);
    status.textContent = text;
    if (isShort) clearing = setTimeout(() => status.replaceChildren(), 8000);
  };

  button.addEventListener("click", async () => {
    const paragraph = paragraphOf(button);
    if (paragraph === null) return;
    const citation = `${words.citation}, ${words.paragraph} ${numberOf(paragraph)}`;
    const text = `${citation}\n${address()}#${paragraph.id}`;
    try {
      await navigator.clipboard.writeText(text);
      say(`${words.copied} ${citation}`, true);
    } catch {
      // Without leave to copy, the words are shown, to be copied by hand.
      say(text, false);
    }
  });

  // Where the margin has no room for the button, text moves when it comes: so it comes when a paragraph's number is pressed, and not by itself.
  const isBeside = matchMedia("(min-width: 40em)");
  if (matchMedia("(hover: hover)").matches)
    report.addEventListener("pointerover", (event) => isBeside.matches && offerAround(event));
  report.addEventListener("focusin", offerAround);
  report.addEventListener("click", (event) => event.target.closest(".para-number") && offerAround(event));
  addEventListener("hashchange", offerLinked);
  if (isBeside.matches) offerLinked();

  const links = new Map();
  for (const link of document.querySelectorAll(".contents a")) {
    const heading = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (heading !== null) links.set(heading, link);
  }
  const headings = [...links.keys()];
  const topOf = (heading) => heading.getBoundingClientRect().top;
  let current;
  /**
   * The section that is being read is the last one whose heading is above the upper quarter of the window. Where the page ends, headings
   * do not get there: then it is the one that a link led to, or the last one that can be seen.
   */
  const reachedHeading = () => {
    const isAtEnd = document.documentElement.scrollHeight - scrollY - innerHeight < 2;
    const linked = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (isAtEnd && links.has(linked) && topOf(linked) >= 0 && topOf(linked) < innerHeight) return linked;
    return headings.filter((heading) => topOf(heading) < (isAtEnd ? innerHeight : innerHeight / 4)).at(-1);
  };
  const markCurrent = () => {
    const link = links.get(reachedHeading());
    if (link === current) return;
    current?.removeAttribute("aria-current");
    link?.setAttribute("aria-current", "location");
    current = link;
  };
  if (headings.length > 0) {
    for (const moves of ["scroll", "resize", "hashchange"])
      addEventListener(moves, () => requestAnimationFrame(markCurrent), { passive: true });
    markCurrent();
  }
})();
