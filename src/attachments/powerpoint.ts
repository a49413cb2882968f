import type { Cleaned } from "./format.ts";
import { OFFICE } from "./office-refusals.ts";
import { isOn, keepAttribute, ooxmlRules } from "./ooxml-markup.ts";
import { cleanOoxml, type OoxmlFormat } from "./ooxml-package.ts";
import type { XmlElement } from "./xml-rewrite.ts";

const slide = ooxmlRules({ keepElement: keepInSlide, attributeValue: keepAttribute });

const POWERPOINT: OoxmlFormat = {
  mainType: "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml",
  parts: [
    [/^ppt\/(?:presentation|presProps|tableStyles)\.xml$/, slide],
    [/^ppt\/(?:slides|slideLayouts|slideMasters)\/[\w.-]+\.xml$/, slide],
    [/^ppt\/theme\/theme\d*\.xml$/, slide],
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

/** Lets a PowerPoint presentation through that holds nothing but its slides, without its properties. */
export function cleanPowerPoint(bytes: Uint8Array): Cleaned {
  return { bytes: cleanOoxml(bytes, POWERPOINT) };
}

function keepInSlide({ local, attributes }: XmlElement, above: readonly XmlElement[]): boolean {
  if (local === "sld" && attributes["show"] !== undefined && !isOn(attributes["show"].value))
    throw OFFICE.hidden("a slide");
  const isNotesMaster = /^(?:notesMasterIdLst|handoutMasterIdLst)$/.test(local);
  const isProperty = /^(?:modifyVerifier|smartTags|htmlPubPr|webPr)$/.test(local);
  return !(above.length === 1 && (isNotesMaster || isProperty));
}
