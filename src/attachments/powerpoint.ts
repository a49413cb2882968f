import type { Cleaned } from "./format.ts";
import { OFFICE, OFFICE_REMEDY } from "./office-refusals.ts";
import { isOn, keepAttribute, ooxmlRules, PROSE, type SeenText } from "./ooxml-markup.ts";
import { usualName, usualNames } from "./ooxml-names.ts";
import { cleanOoxml, type OoxmlContents, type OoxmlFormat } from "./ooxml-package.ts";
import { type ShapePlaces, shapePlaces } from "./shape-places.ts";
import { attributeOf, readXml, type XmlElement } from "./xml-rewrite.ts";

const PRESENTATION = "ppt/presentation.xml";
const LEAVES: SeenText["leaves"] = new Map([
  ["a:t", PROSE],
  ["m:t", PROSE],
  ["a:tableStyleId", /^\{[-\dA-F]+\}$/i],
  ["p:attrName", /^[\w.]+$/],
]);
const SEEN: SeenText = {
  leaves: LEAVES,
  containers: usualNames(`p:sld sldLayout sldMaster cSld spTree grpSp sp graphicFrame txBody mc:AlternateContent Choice
    a:graphic graphicData tbl tr tc txBody p r fld a14:m
    m:oMath oMathPara acc e bar box borderBox d eqArr f num den func fName groupChr limLow lim limUpp m mr nary sub sup phant rad deg
    sPre sSub sSubSup sSup r`),
};
/** In hundredths of a point; smaller letters are no letters to a reader. */
const LEAST_SIZE = 200;

/** Lets a PowerPoint presentation through that holds nothing but its slides, without its properties. */
export function cleanPowerPoint(bytes: Uint8Array): Cleaned {
  return { bytes: cleanOoxml(bytes, powerPoint) };
}

function powerPoint(contents: OoxmlContents): OoxmlFormat {
  const deck = readDeck(contents);
  return {
    mainType: "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml",
    isSeen: (name) => !name.startsWith("ppt/slides/") || deck.slides.has(name),
    parts: [
      [/^ppt\/(?:presentation|presProps|tableStyles)\.xml$/, (name) => listRules(deck, contents, name)],
      [/^ppt\/slides\/[\w.-]+\.xml$/, () => slideRules(deck, "slide")],
      [
        /^ppt\/(?:slideLayouts|slideMasters)\/[\w.-]+\.xml$/,
        (name) => slideRules(deck, deck.drawn.has(name) ? "frame" : "undrawn", leavesOut(deck, contents, name)),
      ],
      [/^ppt\/theme\/theme\d*\.xml$/, ooxmlRules({ attributeValue: keepAttribute })],
      [/^ppt\/media\/[\w.-]+$/, "picture"],
      [
        /^(?:ppt\/(?:viewProps|revisionInfo)\.xml|ppt\/(?:notesMasters|handoutMasters|changesInfos|printerSettings)\/.*|docProps\/.*)$/,
        "drop",
      ],
    ],
    refusals: [
      [/comment|\/authors\.xml$/i, OFFICE.comments],
      [/notesSlides\//i, OFFICE.notes],
      [/vbaProject/i, OFFICE.script],
      [/\/(?:embeddings|activeX|charts|diagrams|ink)\//i, OFFICE.embedded],
      [/^customXml\/|\/tags\//i, OFFICE.customXml],
      [/^_xmlsignatures\//i, OFFICE.signed],
    ],
  };
}

interface Deck {
  readonly slides: ReadonlySet<string>;
  /** Layouts and masters that a slide is made by. */
  readonly used: ReadonlySet<string>;
  /** Those whose own text and pictures some slide shows. */
  readonly drawn: ReadonlySet<string>;
  readonly width: number;
  readonly height: number;
}

/** What the list of slides leads to, and which layouts and masters are drawn on them. */
function readDeck(contents: OoxmlContents): Deck {
  const ids = new Set<string>();
  const size = { width: Number.POSITIVE_INFINITY, height: Number.POSITIVE_INFINITY };
  readXml(contents.part(PRESENTATION), OFFICE_REMEDY, {
    element: ({ local, attributes }) => {
      if (local === "sldId")
        for (const { prefix, value } of Object.values(attributes)) if (prefix !== "") ids.add(value);
      if (local !== "sldSz") return;
      size.width = Number(attributes["cx"]?.value ?? size.width);
      size.height = Number(attributes["cy"]?.value ?? size.height);
    },
  });
  const listed = contents.targets(PRESENTATION).filter(({ id, kind }) => kind === "slide" && ids.has(id));
  const slides = new Set(listed.map(({ target }) => target));
  const [used, drawn] = [new Set<string>(), new Set<string>()];
  for (const slide of slides) {
    const layout = targetOf(contents, slide, "slideLayout");
    const master = targetOf(contents, layout, "slideMaster");
    used.add(layout).add(master);
    if (!showsMaster(contents.part(slide))) continue;
    drawn.add(layout);
    if (showsMaster(contents.part(layout))) drawn.add(master);
  }
  return { slides, used, drawn, ...size };
}

function targetOf(contents: OoxmlContents, source: string, kind: string): string {
  return contents.targets(source).find((each) => each.kind === kind)?.target ?? "";
}

function showsMaster(part: Uint8Array): boolean {
  let isShown = true;
  readXml(part, OFFICE_REMEDY, {
    element: (element, above) => {
      if (above.length === 0) isShown = isOn(attributeOf(element, "showMasterSp") ?? "1");
    },
  });
  return isShown;
}

/** Whether an entry of a list leads to a layout or a master that no slide is made by. */
function leavesOut(deck: Deck, contents: OoxmlContents, source: string): (element: XmlElement) => boolean {
  const targets = new Map(contents.targets(source).map(({ id, target }) => [id, target]));
  return ({ local, attributes }) => {
    if (!/^sld(?:Layout|Master)Id$/.test(local) || deck.slides.size === 0) return false;
    const id = Object.values(attributes).find(({ prefix, local: name }) => prefix !== "" && name === "id")?.value;
    const target = targets.get(id ?? "");
    return target !== undefined && !deck.used.has(target);
  };
}

function listRules(deck: Deck, contents: OoxmlContents, name: string) {
  const isLeftOut = leavesOut(deck, contents, name);
  return ooxmlRules({
    keepElement: (element, above) => {
      const isUnseen =
        /^(?:notesMasterIdLst|handoutMasterIdLst|modifyVerifier|smartTags|htmlPubPr|webPr|custShowLst|custShow)$/;
      return !(isUnseen.test(element.local) && above.length === 1) && !isLeftOut(element);
    },
    attributeValue: keepAttribute,
  });
}

/**
 * What a slide shows, and what the frames (layouts and masters) that are drawn around it do. Their placeholders only
 * say what is to be typed, and are shown on no slide.
 */
function slideRules(deck: Deck, kind: "slide" | "frame" | "undrawn", isLeftOut = (_element: XmlElement) => false) {
  const places: ShapePlaces = shapePlaces(deck);
  const unseen = new WeakSet<XmlElement>();
  const prompts = new WeakSet<XmlElement>();
  const outlined = new WeakSet<XmlElement>();
  return ooxmlRules({
    keepElement: (element, above) => {
      const { local, attributes } = element;
      if (local === "sld" && attributes["show"] !== undefined && !isOn(attributes["show"].value))
        throw OFFICE.hidden("a slide");
      places.enter(element, above);
      const run = above.findLast((each) => /^a:(?:r|fld)$/.test(usualName(each)));
      const isOfRun = above.at(-1)?.local === "rPr" && above.at(-2) === run;
      if (run !== undefined && local === "rPr" && Number(attributes["sz"]?.value ?? LEAST_SIZE) < LEAST_SIZE)
        unseen.add(run);
      if (run !== undefined && isOfRun && local === "noFill") unseen.add(run);
      if (run !== undefined && isOfRun && local === "ln") outlined.add(run);
      if (run !== undefined && local === "alpha" && Number(attributes["val"]?.value) < 5000) unseen.add(run);
      if (local === "ph" && kind !== "slide") {
        const shape = above.findLast((each) => each.local === "sp");
        if (shape !== undefined) prompts.add(shape);
      }
      return !isLeftOut(element);
    },
    attributeValue: keepAttribute,
    closed: (element, above) => places.leave(element, above),
    text: (run, parent, above) => {
      if (!/^[am]:t$/.test(usualName(parent)) || run.trim() === "") return run;
      if (kind === "undrawn" || above.some((element) => prompts.has(element))) return "";
      if (
        above.some(
          ({ local, attributes }) =>
            local === "tc" && ["hMerge", "vMerge"].some((name) => isOn(attributes[name]?.value)),
        )
      )
        throw OFFICE.covered();
      if (above.some((element) => unseen.has(element) && !outlined.has(element))) throw OFFICE.hidden("text");
      if (above.some((element) => places.isOff(element))) throw OFFICE.offSlide();
      return run;
    },
    seen: SEEN,
  });
}
