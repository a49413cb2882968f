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
    ["a damaged picture", `<image href="${data(jpeg().subarray(0, 30))}"/>`, /damaged, or no JPEG/],
    ["markup that is not well formed", "<g>", /not well formed/],
  ])("is refused where it holds %s", async (_name, inside, reason) => {
    const { refusal, remedy } = inspected("a.svg", svg(inside));
    expect(refusal).toMatch(reason);
    expect(remedy).toMatch(/save it|attach/);
  });

  it.each([
    ["entities", '<!DOCTYPE svg [<!ENTITY a "x">]>', /entities/],
    ["another root", "<g>", /no SVG/],
  ])("is refused where it has %s before it", async (_name, before, reason) => {
    expect(inspected("a.svg", svg("", "", before)).refusal).toMatch(reason);
  });

  it("is refused where it is no SVG, or in another encoding", async () => {
    const encode = (text: string) => new TextEncoder().encode(text);
    expect(inspected("a.svg", encode("<p/>")).refusal).toMatch(/no SVG/);
    const utf16 = Array.from(`<svg ${NAMESPACES}/>`, (c) => c.charCodeAt(0)).reduce<number[]>(
      (all, byte) => all.concat(byte, 0),
      [0xff, 0xfe],
    );
    expect(inspected("a.svg", Uint8Array.from(utf16)).refusal).toMatch(/UTF-8/);
  });
});
