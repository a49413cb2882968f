import { describe, expect, it } from "vitest";
import { cleanAttachment } from "../../src/attachments/attachment.ts";
import { latin1 } from "../../src/attachments/byte-sequences.ts";
import { CANARY, exif, jpeg } from "./image-builders.ts";
import { inspected } from "./inspected.ts";

const NAMESPACES =
  'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape" xmlns:sodipodi="http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd"';
const svg = (inside: string, attributes = 'width="4" height="3"', before = ""): Uint8Array =>
  new TextEncoder().encode(`${before}<svg ${NAMESPACES} ${attributes}>${inside}</svg>`);
const cleaned = async (bytes: Uint8Array): Promise<string> =>
  new TextDecoder().decode(await cleanAttachment("a.svg", bytes));
const data = (bytes: Uint8Array): string => `data:image/jpeg;base64,${btoa(latin1(bytes))}`;

describe("an SVG", () => {
  it("keeps what draws and describes", async () => {
    const inside =
      '<title>A &amp; B</title><style>.a{fill:url(#g)}</style><defs><linearGradient id="g"><stop offset="0" stop-opacity="0"/></linearGradient></defs><a xlink:href="https://example.org/"><text x="1" xml:space="preserve">é  1 &lt; 2</text></a><use href="#g" aria-label="x"/>';
    expect(await cleaned(svg(inside))).toContain(inside);
  });

  it.each([
    ['width="20mm" height="1in"', 76, 96],
    ['viewBox="0 0 40.4 30"', 40, 30],
    ['width="100%" height="100%" viewBox="0,0,40,30"', 40, 30],
    ['width="80" viewBox="0 0 40 30"', 80, 60],
    ["", undefined, undefined],
  ])("tells its size: %s", async (attributes, width, height) => {
    const facts = inspected("a.svg", svg("<path/>", attributes));
    expect([facts.refusal, facts.width, facts.height]).toEqual([undefined, width, height]);
  });

  it("tells the characters of the words that it draws, each once", () => {
    const words =
      "<title>t</title><text>abba<desc>d</desc></text><text><tspan>b\u2192<title>u</title></tspan><![CDATA[<c]]>&#x1F600;</text>";
    expect(inspected("a.svg", svg(`<style>s</style>${words}`)).characters).toBe("ab\u2192<c\u{1F600}");
    expect(inspected("a.svg", svg("<title>t</title><path/>"))).not.toHaveProperty("characters");
  });

  it.each([
    ["a comment", `<!-- ${CANARY} -->`],
    ["metadata", `<metadata><rdf:RDF xmlns:rdf="x">${CANARY}</rdf:RDF></metadata>`],
    ["what an editor keeps for itself", `<sodipodi:namedview a="${CANARY}"><x>${CANARY}</x></sodipodi:namedview>`],
    ["an attribute of an editor", `<g inkscape:label="${CANARY}" sodipodi:docname="${CANARY}"/>`],
    ["data for scripts", `<g data-name="${CANARY}"/>`],
    ["attributes that are not known", `<g secret="${CANARY}"/>`],
    ["an instruction", `<?xpacket ${CANARY}?>`],
    ["a comment in a style sheet", `<style>/* ${CANARY} */ .a{fill:red}</style>`],
    ["a comment in a style", `<g style="fill:red/* ${CANARY} */"/>`],
    ["a namespace that says where it was made", `<g xmlns:own="https://${CANARY}.example/"/>`],
    ["camera data of a picture within it", `<image href="${data(jpeg([exif(1)]))}"/>`],
  ])("is published without %s", async (_name, inside) => {
    const result = await cleaned(svg(`${inside}<path d="M1 1"/>`));
    expect(result).not.toContain(CANARY);
    expect(result).toContain("M1 1");
    expect(result).not.toContain(btoa(latin1(exif(1))).slice(8, 40));
    expect(await cleaned(new TextEncoder().encode(result))).toBe(result);
  });

  it("keeps a picture within it, cleaned", async () => {
    expect(await cleaned(svg(`<image xlink:href="${data(jpeg([exif(1)]))}"/>`))).toContain(data(jpeg()));
  });

  it("may have a document type without entities", async () => {
    const type = '<?xml version="1.0"?><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/svg11.dtd">';
    expect(await cleaned(svg("<path/>", "", type))).not.toContain("DOCTYPE");
  });

  const active = /script, or a page/;
  const elsewhere = /takes (?:something|styles, fonts or images) from elsewhere/;
  const hidden = /hidden/;
  it.each([
    ["script", "<script>x</script>", active],
    ["script under another prefix", '<x:script xmlns:x="http://www.w3.org/2000/svg"/>', active],
    ["HTML", '<foreignObject><p xmlns="http://www.w3.org/1999/xhtml"/></foreignObject>', active],
    ["HTML by itself", '<h:img xmlns:h="http://www.w3.org/1999/xhtml"/>', active],
    ["a handler", '<rect onclick="x"/>', active],
    ["an animated address", '<a><set attributeName="xlink:href" to="javascript:x"/></a>', active],
    ["a script as an address", '<a href="javascript:x"><path/></a>', elsewhere],
    ["a script as an address, cut by a line", '<a href="java&#10;script:x"><path/></a>', elsewhere],
    ["a picture from elsewhere", '<image href="https://a.example/x.png"/>', elsewhere],
    ["a picture beside it", '<image href="x.png"/>', elsewhere],
    ["a drawing within it", '<image href="data:image/svg+xml;base64,AAAA"/>', elsewhere],
    ["a symbol from elsewhere", '<use xlink:href="other.svg#a"/>', elsewhere],
    ["a colour from elsewhere", '<rect fill="url(https://a.example/#a)"/>', elsewhere],
    ["an import", '<style>@import "x.css";</style>', elsewhere],
    ["an import that a comment cuts in two", '<style>@im<!-- -->port "x.css";</style>', elsewhere],
    ["an import that an element cuts in two", '<style>@im<g/>port "x.css";</style>', elsewhere],
    ["a font from elsewhere", "<style>@font-face{src:local(x)}</style>", elsewhere],
    ["a background from elsewhere", '<g style="background:url( x.png )"/>', elsewhere],
    ["a style sheet from elsewhere", '<?xml-stylesheet href="x.css"?><path/>', elsewhere],
    ["escapes in a style", '<g style="fill:\\75 rl(x)"/>', /escapes/],
    ["an open comment in a style", '<g style="fill:red/* x"/>', /open comments/],
    ["an element that is not known", "<secret/>", /not known to be safe, <secret>/],
    ["a hidden layer", '<g style="display: none"><text>x</text></g>', hidden],
    ["a hidden element", '<g display="none"/>', hidden],
    ["an invisible element", '<g visibility="hidden"/>', hidden],
    ["an element of no opacity", '<g opacity="0.0"/>', hidden],
    ["a rule that hides", "<style>.a{fill:red;display:none}</style>", hidden],
    ["an animation that shows what is hidden", '<set attributeName="display" to="inline"/>', hidden],
    ["a damaged picture", `<image href="${data(jpeg().subarray(0, 30))}"/>`, /damaged, or not a JPEG/],
    ["markup that is not well formed", "<g>", /not well formed/],
  ])("is refused where it holds %s", async (_name, inside, reason) => {
    const { refusal, remedy } = inspected("a.svg", svg(inside));
    expect(refusal).toMatch(reason);
    expect(remedy).toMatch(/save it|attach/);
  });

  const words = '<text x="1" y="20">words</text>';
  const sized = 'width="100" height="100" viewBox="0 0 100 100"';

  it.each([
    ["an unused definition", `<defs>${words}</defs>`],
    ["a description of an unused definition", "<defs><g><desc>words</desc></g></defs>"],
    ["an unused symbol", `<symbol id="a">${words}</symbol>`],
    ["a pattern that paints nothing", `<pattern id="a">${words}</pattern>`],
    ["a marker on no line", `<defs><marker id="a">${words}</marker></defs>`],
    ["a mask over nothing", `<mask id="a">${words}</mask>`],
    ["a clip path of nothing", `<clipPath id="a">${words}</clipPath>`],
    [
      "definitions that only each other use",
      `<defs><g id="a"><use href="#b"/></g><g id="b"><use href="#a"/>${words}</g></defs>`,
    ],
    ["what stands between shapes", "<g>words</g><rect>words</rect>"],
  ])("is published without the text of %s", async (_name, inside) => {
    const result = await cleaned(svg(`${inside}<path d="M1 1"/>`, sized));
    expect(result).not.toContain("words");
    expect(result).toContain("M1 1");
    expect(await cleaned(new TextEncoder().encode(result))).toBe(result);
    expect(inspected("a.svg", svg(inside, sized))).not.toHaveProperty("characters");
  });

  it.each([
    ["without a fill", '<text y="20" fill="none">words</text>'],
    ["in a group without a fill", `<g fill="none">${words}</g>`],
    ["of a transparent fill", '<text y="20" fill="transparent">words</text>'],
    ...["#0000", "#12345600", "rgba(9,9,9,0)", "rgb(9 9 9 / 0%)", "hsla(9,9%,9%,.01)"].map((colour) => [
      `of the colour ${colour}`,
      `<text y="20" fill="${colour}">words</text>`,
    ]),
    ["of a fill that is not there", '<text y="20" fill="url(#a)">words</text>'],
    [
      "of a fill that is clear",
      '<linearGradient id="a"><stop stop-opacity="0"/></linearGradient><text y="20" fill="url(#a)">words</text>',
    ],
    ["of no opacity of the fill", `<g fill-opacity="0">${words}</g>`],
    ["of little opacity of all around it", `<g opacity="0.2"><g opacity="0.2">${words}</g></g>`],
    ["of opacity in percent", `<g opacity="1%">${words}</g>`],
    ["of no size", '<text y="20" font-size="0">words</text>'],
    ["of a part of no size", '<text y="20">seen<tspan font-size="0%">words</tspan></text>'],
    ["of no size by the short form", '<text y="20" style="font: 0/0 serif">words</text>'],
    ["scaled to nothing", `<g transform="scale(0)">${words}</g>`],
    ["flat", `<g transform="scale(1,0)">${words}</g>`],
    ["moved away", `<g transform="translate(999)">${words}</g>`],
    ["beside the drawing", '<text x="999" y="20">words</text>'],
    ["above the drawing", '<text y="-20">words</text>'],
    ["of a part beside the drawing", '<text y="20">seen<tspan dx="999">words</tspan></text>'],
    ["cut off by an empty clip path", `<clipPath id="a"/><g clip-path="url(#a)">${words}</g>`],
    [
      "cut off by a clip path of no size",
      `<clipPath id="a"><rect width="0" height="9"/></clipPath><g clip-path="url(#a)">${words}</g>`,
    ],
    [
      "cut off by a clip path elsewhere",
      `<clipPath id="a"><rect x="50" y="50" width="9" height="9"/></clipPath><g clip-path="url(#a)">${words}</g>`,
    ],
    ["under an empty mask", `<mask id="a"/><g mask="url(#a)">${words}</g>`],
    ["under a black mask", `<mask id="a"><rect width="99" height="99"/></mask><g mask="url(#a)">${words}</g>`],
    ["of an empty filter", `<filter id="a"/><g filter="url(#a)">${words}</g>`],
    [
      "of a filter that draws something else",
      `<filter id="a"><feFlood flood-color="red"/></filter><g filter="url(#a)">${words}</g>`,
    ],
    ["in a drawing of no size", `<svg width="0" height="9">${words}</svg>`],
    ["beside the drawing within", `<svg width="9" height="9"><text x="20" y="8">words</text></svg>`],
    ["along a path that is not there", '<text><textPath href="#a">words</textPath></text>'],
    [
      "in a part of a definition that is not used",
      `<defs><g id="a"><g id="b"><path d="M1 1"/></g>${words}</g></defs><use href="#b"/>`,
    ],
    ["for a program that has an extension", `<g requiredExtensions="https://a.example/">${words}</g>`],
    ["for readers of another language", `<g systemLanguage="xx">${words}</g>`],
    ["by its class", `<style>.a{fill:none}</style><text y="20" class="a b" fill="red">words</text>`],
    ["by the class of what is around it", `<style>g.a > text, x{fill:#ff000000}</style><g class="a">${words}</g>`],
    [
      "by its id, above its class",
      `<style>#a{font-size:0}.b{font-size:9px}</style><text y="20" id="a" class="b">words</text>`,
    ],
    ["by all elements", `<style>*{fill:none!important}</style><text y="20" style="fill:red">words</text>`],
  ])("is refused where it holds text %s", (_name, inside) => {
    expect(inspected("a.svg", svg(inside, sized)).refusal).toMatch(hidden);
  });

  it.each([
    ["a rule for some screens", "<style>@media screen{.a{fill:none}}</style>"],
    ["a property that skips what is in it", "<style>.a{content-visibility:hidden}</style>"],
    ["a property that is not known", '<g style="-webkit-text-fill-color:transparent"/>'],
    ["a shape that cuts off", '<g style="clip-path:circle(0)"/>'],
    ["a selector that is not followed", "<style>g:hover text{fill:red}</style>"],
    ["a value that is worked out", '<g style="fill:var(--a)"/>'],
    ["a style sheet for print", '<style media="print">.a{fill:red}</style>'],
    ["a transformation that is not known", '<g transform="squash(1)"/>'],
  ])("is refused where nobody can tell whether text is seen: %s", (_name, inside) => {
    const styled = inside.replace("/>", `>${words}</g>`);
    const { refusal, remedy } = inspected("a.svg", svg(styled === inside ? inside + words : styled, sized));
    expect(refusal).toMatch(/may hide something/);
    expect(remedy).toMatch(/attach/);
  });

  it.each([
    [
      "of a program for drawing",
      '<style>.st0{fill:none;stroke:#000}.st1{font-family:"A"}</style><rect class="st0"/><text transform="matrix(1 0 0 1 5 60)" class="st1">words</text>',
      sized,
    ],
    ["in a root without a fill", '<text fill="black"><tspan x="9" y="20">words</tspan></text>', `${sized} fill="none"`],
    ["in outline", '<text y="20" fill="none" stroke="red">words</text>', sized],
    [
      "of a gradient that another has the colours of",
      '<defs><linearGradient id="a"><stop/></linearGradient><linearGradient id="b" href="#a"/></defs><text y="20" fill="url(#b)">words</text>',
      sized,
    ],
    ["of a symbol that is used", `<symbol id="a">${words}</symbol><use href="#a"/>`, sized],
    [
      "in a pattern that fills",
      `<defs><pattern id="a" width="9" height="9">${words}</pattern></defs><rect fill="url(#a)" width="9" height="9"/>`,
      sized,
    ],
    [
      "cut to the drawing",
      `<g clip-path="url(#a)" transform="translate(-5 -5)">${words}</g><clipPath id="a"><rect x="5" y="5" width="90" height="90"/></clipPath>`,
      sized,
    ],
    ["turned at the edge", '<text transform="translate(13,80) rotate(-90)">words</text>', sized],
    ["placed by ends", '<text x="150" y="20" text-anchor="end">long words that reach back into it</text>', sized],
    [
      "beside its box, where its frame is wider",
      '<text x="120" y="20">words</text>',
      'width="200" height="100" viewBox="0 0 100 100"',
    ],
    ["in a drawing without a size", words, ""],
  ])("keeps text %s", async (_name, inside, attributes) => {
    expect(await cleaned(svg(inside, attributes))).toMatch(/words/);
    expect(inspected("a.svg", svg(inside, attributes)).characters).toContain("words".slice(0, 1));
  });

  it("is refused where it repeats itself without end", () => {
    const levels = Array.from(
      { length: 20 },
      (_, index) => `<g id="b${index + 1}">${`<use href="#b${index}"/>`.repeat(10)}</g>`,
    );
    const { refusal } = inspected("a.svg", svg(`<g id="b0">${words}</g>${levels.join("")}`, sized));
    expect(refusal).toMatch(/too often/);
    expect(inspected("a.svg", svg(`<g id="a"><use href="#a"/>${words}</g>`, sized)).refusal).toBeUndefined();
  });

  it.each([
    ["entities", '<!DOCTYPE svg [<!ENTITY a "x">]>', /entities/],
    ["another root", "<g>", /not an SVG/],
  ])("is refused where it has %s before it", async (_name, before, reason) => {
    expect(inspected("a.svg", svg("", "", before)).refusal).toMatch(reason);
  });

  it("is refused where it is no SVG, or in another encoding", async () => {
    const encode = (text: string) => new TextEncoder().encode(text);
    expect(inspected("a.svg", encode("<p/>")).refusal).toMatch(/not an SVG/);
    const utf16 = Array.from(`<svg ${NAMESPACES}/>`, (c) => c.charCodeAt(0)).reduce<number[]>(
      (all, byte) => all.concat(byte, 0),
      [0xff, 0xfe],
    );
    expect(inspected("a.svg", Uint8Array.from(utf16)).refusal).toMatch(/UTF-8/);
  });
});
