import type { CSSProperties } from "react";
import { linesPerPage, type PaperFonts, type PaperStyle, trackingOf } from "@/core/paper/paper-style";
import { paperSample } from "@/core/samples/paper-sample";
import { useMessages } from "../messages/messages-provider";
import classes from "./paper-sample.module.css";

/** Enough to fill the page; what doesn't fit is cut off. */
const PARAGRAPHS = Array.from({ length: 24 }, (_, index) => index);

/** A page of that layout, as small as the place it has; the browser's fonts stand in for missing ones. */
export function PaperSample({ paper }: { paper: PaperStyle }) {
  const { houseStyles: words } = useMessages();
  const { margins, headings, pageNumber } = paper;
  const face = (font: keyof PaperFonts): CSSProperties => ({
    fontFamily: `"${paper.fonts.latin}", "${paper.fonts[font]}", serif`,
  });
  const heading = (level: 1 | 2 | 3): CSSProperties => {
    const { font, bold } = headings[level - 1] ?? headings[0];
    return { ...face(font), fontWeight: bold ? 700 : 400 };
  };
  const figures = {
    "--top": margins.top,
    "--right": margins.right,
    "--bottom": margins.bottom,
    "--left": margins.left,
    "--lines": linesPerPage(paper),
    "--pitch": paper.linePitch,
    "--body": paper.bodySize,
    "--title": paper.titleSize,
    "--spacing": paper.characterSpacing,
    "--title-spacing": trackingOf(paper, paper.titleSize),
    "--number-spacing": trackingOf(paper, pageNumber.size),
    "--number": pageNumber.size,
    "--gap": pageNumber.gap,
  } as CSSProperties; // custom properties aren't in React's type
  return (
    <figure className={classes.sample} style={figures} aria-label={words.sample}>
      <div className={classes.page} style={face("body")}>
        <div className={classes.text}>
          <p className={classes.title} style={face("title")}>
            {paperSample.title}
          </p>
          <p className={classes.byline} style={face("kai")}>
            {paperSample.byline}
          </p>
          <p className={classes.salutation}>{paperSample.salutation}</p>
          <p style={heading(1)}>{paperSample.heading}</p>
          <p>
            <span style={heading(2)}>{paperSample.lead}</span>
            {paperSample.body}
          </p>
          <p style={heading(3)}>{paperSample.third}</p>
          {PARAGRAPHS.map((paragraph) => (
            <p key={paragraph}>{paperSample.body}</p>
          ))}
        </div>
        <p
          className={classes.number}
          data-place={pageNumber.place}
          style={{ fontFamily: face("song").fontFamily }}
        >
          {pageNumber.place === "outer" ? "— 1 —" : "1"}
        </p>
      </div>
    </figure>
  );
}
