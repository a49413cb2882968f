/*
 * What `npx scrutineer serve` adds to the pages that it shows: it loads them again when they change, shows what is wrong, and opens the editor
 * at a paragraph. No published site holds it.
 */
(() => {
  const PLACE = "scrutineer-serve-place";
  const page = location.pathname;
  const version = new URL(document.currentScript.src).searchParams.get("version") ?? "";
  let token = "";

  /** The paragraph at the top of the window, and how far down it is, so that text that grows above it moves nothing. */
  const keepPlace = () => {
    const top = [...document.querySelectorAll("main [id]")].find((one) => one.getBoundingClientRect().bottom > 0);
    const place = { page, id: top?.id, top: top?.getBoundingClientRect().top, scroll: scrollY };
    sessionStorage.setItem(PLACE, JSON.stringify(place));
  };

  const takePlace = () => {
    const kept = JSON.parse(sessionStorage.getItem(PLACE) ?? "null");
    sessionStorage.removeItem(PLACE);
    if (kept === null || kept.page !== page) return;
    history.scrollRestoration = "manual";
    const anchor = kept.id === undefined ? null : document.getElementById(kept.id);
    if (anchor === null || kept.scroll === 0) scrollTo(0, kept.scroll);
    else scrollBy(0, anchor.getBoundingClientRect().top - kept.top);
  };

  const open = async ({ path, line, column = 1 }) => {
    const asked = new URLSearchParams({ token, path, line: String(line), column: String(column) });
    const answer = await fetch(`/_serve/open?${asked}`);
    if (!answer.ok) say(await answer.text());
  };

  const element = (name, className, ...children) => {
    const made = document.createElement(name);
    if (className !== "") made.className = className;
    made.append(...children);
    return made;
  };

  const panel = element("aside", "preview-panel");
  panel.hidden = true;
  panel.setAttribute("aria-label", "Preview");
  const summary = element("summary", "");
  const list = element("ul", "");
  const details = element("details", "", summary, list);
  const note = element("p", "");
  note.setAttribute("role", "status");
  panel.append(details, note);

  const say = (text) => {
    note.textContent = text;
    panel.hidden = panel.hidden && text === "";
  };

  const opener = (place, words) => {
    const button = element("button", "", words);
    button.type = "button";
    button.addEventListener("click", () => open(place));
    return button;
  };

  const item = ({ severity, message, fix, where, ...place }) =>
    element(
      "li",
      `preview-${severity}`,
      element("strong", "", severity),
      ` ${message} `,
      ...(fix === undefined ? [] : [element("br", ""), `fix: ${fix}`]),
      element("br", ""),
      opener(place, where),
    );

  const showFindings = ({ findings, counted, worst, problem }) => {
    summary.textContent = counted;
    list.replaceChildren(...findings.map(item));
    details.hidden = findings.length === 0;
    panel.dataset.worst = worst;
    panel.hidden = findings.length === 0 && problem === "";
    say(problem);
    if (worst === "error" && findings.some(({ isHere }) => isHere)) details.open = true;
  };

  /** A button in the margin of each paragraph opens its line. */
  const offerLines = (writtenAt) => {
    for (const old of document.querySelectorAll(".preview-open")) old.remove();
    for (const [id, place] of Object.entries(writtenAt)) {
      const button = opener(place, "");
      button.className = "preview-open";
      button.title = `Open ${place.path}, line ${place.line}`;
      button.setAttribute("aria-label", button.title);
      document.getElementById(id)?.prepend(button);
    }
  };

  const markLinks = (marks) => {
    for (const old of document.querySelectorAll(".preview-note")) old.remove();
    for (const link of document.querySelectorAll("a[href]")) {
      const mark = link.origin === location.origin ? marks[link.pathname] : undefined;
      if (mark !== undefined && link.pathname !== page) link.after(element("span", "preview-note", ` (${mark})`));
    }
  };

  const events = new EventSource(`/_serve/events?${new URLSearchParams({ page, version })}`);
  events.addEventListener("state", ({ data }) => {
    const state = JSON.parse(data);
    // Another server, which may hold another site, has taken the place of the first.
    if (token !== "" && token !== state.token) location.reload();
    token = state.token;
    showFindings(state);
    offerLines(state.writtenAt);
    markLinks(state.marks);
  });
  events.addEventListener("reload", () => {
    keepPlace();
    location.reload();
  });
  events.addEventListener("go", ({ data }) => location.assign(JSON.parse(data)));
  events.addEventListener("error", () =>
    say("The preview does not answer, so what you see may be old. If it has ended, begin it again: npx scrutineer serve"),
  );

  const begin = () => {
    document.body.append(panel);
    takePlace();
    for (const code of document.querySelectorAll("code[data-path]"))
      code.replaceWith(opener({ ...code.dataset }, code.textContent));
  };
  begin();
})();
