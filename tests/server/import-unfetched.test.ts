/** Files that name what lies on a server, so that it hears of whoever opens them: it doesn't hear of it here. */
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, expect, it } from "vitest";
import { createFileReader } from "@/server/import/file-reader";
import { odtFile, paragraph } from "../helpers/odt-file";
import { p, relation, wordParts } from "../helpers/word-file";
import { writeZip } from "../helpers/zip-writer";

let connections = 0;
const server = createServer((_request, response) => response.end("<html></html>"));
server.on("connection", () => {
  connections += 1;
});
beforeEach(async () => {
  connections = 0;
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
});
afterEach(() => server.close());
const address = (path: string) => `http://127.0.0.1:${(server.address() as AddressInfo).port}/${path}`;

const utf8 = (text: string) => new TextEncoder().encode(text);

function wordThatNamesServers(): Uint8Array {
  const external = (id: string, type: string) => relation(id, type, address(type), true);
  const picture =
    '<w:p><w:r><w:drawing><pic:pic><pic:blipFill><a:blip xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" r:link="e1"/></pic:blipFill></pic:pic></w:drawing></w:r></w:p>';
  const others =
    '<w:p><w:r><w:object><o:OLEObject xmlns:o="urn:schemas-microsoft-com:office:office" Type="Link" r:id="e2"/></w:object></w:r></w:p><w:altChunk r:id="e3"/><w:p><w:subDoc r:id="e4"/></w:p>';
  const field = `<w:p><w:fldSimple w:instr="INCLUDEPICTURE &quot;${address("field")}&quot;"/></w:p>`;
  const relations = [
    external("e1", "image"),
    external("e2", "oleObject"),
    external("e3", "aFChunk"),
    external("e4", "subDocument"),
    // Of parts that are read where they stand in the package.
    external("e5", "styles"),
    external("e6", "comments"),
    external("e7", "header"),
    relation("e8", "settings", "settings.xml"),
  ].join("");
  const space = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"';
  return writeZip([
    ...wordParts({ body: p("同志们") + picture + others + field, relations }),
    {
      name: "word/settings.xml",
      content:
        '<w:settings xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><w:attachedTemplate r:id="t1"/></w:settings>',
    },
    {
      name: "word/_rels/settings.xml.rels",
      content: `<Relationships ${space}>${external("t1", "attachedTemplate")}</Relationships>`,
    },
  ]);
}

const page = () =>
  `<link rel="stylesheet" href="${address("a.css")}"><style>@import "${address("b.css")}"; p { background: url(${address("c.png")}) }</style><script src="${address("d.js")}"></script><script>fetch("${address("e")}")</script><p>同志们</p><img src="${address("f.png")}" onerror="fetch('${address("g")}')"><iframe src="${address("h")}"></iframe><object data="${address("i")}"></object>`;

const odt = () =>
  odtFile({
    body: `${paragraph("同志们")}${paragraph(`<draw:frame><draw:image xlink:href="${address("a.png")}"/></draw:frame>`)}<text:section text:name="a"><text:section-source xlink:href="${address("b.odt")}"/></text:section>`,
  });

it.each([
  ["IM-14", "稿子.docx", wordThatNamesServers],
  ["IM-34", "稿子.odt", odt],
  ["IM-34", "稿子.html", () => utf8(page())],
  ["IM-34", "稿子.md", () => utf8(`同志们\n\n![](${address("a.png")})\n\n${page()}\n`)],
] as const)(
  "%s nothing that lies on a server is fetched for %s",
  { timeout: 60_000 },
  async (_rule, name, bytes) => {
    const reader = createFileReader(() => 50_000);
    const { text } = await reader.read({ bytes: bytes(), name, encoding: null });
    expect(JSON.stringify(text.document)).toContain("同志们");
    expect(text.findings.map(({ kind }) => kind)).toContain("picture");
    // Behind other files its process has had turns enough to ask for what the first one names.
    for (let more = 0; more < 3; more += 1) {
      await reader.read({ bytes: utf8("同志们"), name: "二.txt", encoding: null });
    }
    await reader.close();
    expect(connections).toBe(0);
    // The server would have heard of it.
    await (await fetch(address("own"))).text();
    expect(connections).toBe(1);
  },
);
