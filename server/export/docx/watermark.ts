/** A watermark as Word's own: a shape of text in the header, behind the page's text. */
import { type PaperStyle, POINTS_PER_MM } from "@/core/paper/paper-style";
import { lengthOf } from "@/core/paper/title-lines";
import { watermarkSize } from "../watermark";
import { fonts } from "./run";
import { type Xml, xml } from "./xml";

/** What VML's shapes need on the part's root. */
const VML = {
  "xmlns:v": "urn:schemas-microsoft-com:vml",
  "xmlns:o": "urn:schemas-microsoft-com:office:office",
  "xmlns:w10": "urn:schemas-microsoft-com:office:word",
} as const;

/** The built-in shape of straight text (ECMA-376 part 4, 19.1.2.19 and 19.1.2.22). */
const TEXT_SHAPE = "#_x0000_t136";

export interface WatermarkPlace {
  /** Apart for each header, since a shape's id is unique in the file. */
  readonly number: number;
  readonly namespaces: Readonly<Record<string, string>>;
  /** Millimetres from the page's upper edge to the middle of it; the middle of the page when left out. */
  readonly middle?: number;
  /** Of its grey. */
  readonly opacity?: string;
}

/** The header with the watermark, and nothing else in it. */
export function headerXml(
  text: string,
  paper: PaperStyle,
  { number, namespaces, middle, opacity = ".5" }: WatermarkPlace,
): Xml {
  const height = Math.round(watermarkSize(text, paper));
  const width = Math.round(height * lengthOf(text));
  const style = [
    "position:absolute",
    "margin-left:0",
    // Of the shape before it is turned about its middle.
    `margin-top:${middle === undefined ? "0" : `${(middle * POINTS_PER_MM - height / 2).toFixed(1)}pt`}`,
    `width:${width}pt`,
    `height:${height}pt`,
    "rotation:315",
    "z-index:-251658752",
    "mso-position-horizontal:center",
    "mso-position-horizontal-relative:page",
    ...(middle === undefined ? ["mso-position-vertical:center"] : []),
    "mso-position-vertical-relative:page",
  ].join(";");
  return xml(
    "w:hdr",
    { ...namespaces, ...VML },
    xml(
      "w:p",
      {},
      // The header's own line takes no room: a tall one would push the text down.
      xml("w:pPr", {}, xml("w:spacing", { "w:line": 20, "w:lineRule": "exact" })),
      xml(
        "w:r",
        {},
        xml("w:rPr", {}, fonts({ paper }, { font: "hei" })),
        xml(
          "w:pict",
          {},
          shapeType(),
          xml(
            "v:shape",
            {
              id: `LecternWatermark${number}`,
              "o:spid": `_x0000_s${2048 + number}`,
              type: TEXT_SHAPE,
              style,
              "o:allowincell": "f",
              fillcolor: "silver",
              stroked: "f",
            },
            xml("v:fill", { opacity }),
            xml("v:textpath", { style: `font-family:"${paper.fonts.hei}";font-size:1pt`, string: text }),
          ),
        ),
      ),
    ),
  );
}

function shapeType(): Xml {
  return xml(
    "v:shapetype",
    {
      id: TEXT_SHAPE.slice(1),
      coordsize: "21600,21600",
      "o:spt": 136,
      adj: 10800,
      path: "m@7,l@8,m@5,21600l@6,21600e",
    },
    xml(
      "v:formulas",
      {},
      ...[
        "sum #0 0 10800",
        "prod #0 2 1",
        "sum 21600 0 @1",
        "sum 0 0 @2",
        "sum 21600 0 @3",
        "if @0 @3 0",
        "if @0 21600 @1",
        "if @0 0 @2",
        "if @0 @4 21600",
      ].map((eqn) => xml("v:f", { eqn })),
    ),
    xml("v:path", { textpathok: "t", "o:connecttype": "none" }),
    xml("v:textpath", { on: "t", fitshape: "t" }),
    xml("o:lock", { "v:ext": "edit", text: "t", shapetype: "t" }),
  );
}
