import type { ReactNode } from "react";
import type { NodeShape } from "@/core/compare/comparison";
import type { ChangeMarks } from "./shown-changers";

export interface BlockElementProps {
  readonly shape: NodeShape;
  /** A heading's, as it is shown; null for what is none. */
  readonly number?: string | null;
  /** Of a title's heading; the others are below it. 1 where the text is what the page is about, as in the editor. */
  readonly topLevel?: 1 | 2;
  /** What became of the block between two versions; styles and the way from change to change go by it. */
  readonly change?: "added" | "deleted" | "moved" | "edited";
  /** Who made the change, and whether it stands back behind others. */
  readonly marks?: ChangeMarks;
  readonly children?: ReactNode;
}

const LINES: Readonly<Record<string, string>> = {
  byline: "speech-byline",
  dateLine: "speech-date-line",
  salutation: "speech-salutation",
};

const LIST_TYPES = ["1", "a", "A", "i", "I"] as const;

/** A block as the editor draws it (core/document/*.ts, paper.module.css), without an editor. */
export function BlockElement({
  shape: { type, attrs = {} },
  number,
  topLevel = 2,
  change,
  marks: changeMarks,
  children,
}: BlockElementProps) {
  const marks = change === undefined ? {} : { "data-change": change, ...changeMarks };
  const cell = { ...marks, colSpan: Number(attrs.colspan ?? 1), rowSpan: Number(attrs.rowspan ?? 1) };
  switch (type) {
    case "title": {
      const Title = headingTag(topLevel);
      return (
        <Title className="speech-title" {...marks}>
          {children}
        </Title>
      );
    }
    case "heading": {
      const level = Number(attrs.level ?? 1);
      const Heading = headingTag(topLevel + level);
      return (
        <Heading
          className={`speech-heading speech-heading-${level}`}
          data-number={number ?? undefined}
          data-run-in={attrs.runIn === true ? "" : undefined}
          {...marks}
        >
          {children}
        </Heading>
      );
    }
    case "quotation":
      return <blockquote {...marks}>{children}</blockquote>;
    case "bulletList":
      return <ul {...marks}>{children}</ul>;
    case "orderedList":
      return (
        <ol start={Number(attrs.start ?? 1)} type={LIST_TYPES.find((type) => type === attrs.type)} {...marks}>
          {children}
        </ol>
      );
    case "listItem":
      return <li {...marks}>{children}</li>;
    case "table":
      return (
        <div className="tableWrapper" {...marks}>
          <table>
            <tbody>{children}</tbody>
          </table>
        </div>
      );
    case "tableRow":
      return <tr {...marks}>{children}</tr>;
    case "tableHeader":
      return <th {...cell}>{children}</th>;
    case "tableCell":
      return <td {...cell}>{children}</td>;
    default:
      return (
        <p className={LINES[type]} {...marks}>
          {children}
        </p>
      );
  }
}

const headingTag = (level: number) => (["h1", "h2", "h3", "h4", "h5"] as const)[level - 1] ?? "h6";
