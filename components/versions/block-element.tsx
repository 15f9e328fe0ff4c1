import type { ReactNode } from "react";
import type { NodeShape } from "@/core/compare/comparison";
import type { ChangeMarks } from "./shown-changers";

export interface BlockElementProps {
  readonly shape: NodeShape;
  /** A heading's, as it is shown; null for what is none. */
  readonly number?: string | null;
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
  change,
  marks: changeMarks,
  children,
}: BlockElementProps) {
  const marks = change === undefined ? {} : { "data-change": change, ...changeMarks };
  const cell = { ...marks, colSpan: Number(attrs.colspan ?? 1), rowSpan: Number(attrs.rowspan ?? 1) };
  switch (type) {
    case "title":
      return (
        <h2 className="speech-title" {...marks}>
          {children}
        </h2>
      );
    case "heading":
      return (
        <Heading level={Number(attrs.level ?? 1)} number={number} runIn={attrs.runIn === true} marks={marks}>
          {children}
        </Heading>
      );
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

interface HeadingProps extends Pick<BlockElementProps, "number" | "children"> {
  readonly marks: Readonly<Record<string, string | undefined>>;
  readonly level: number;
  readonly runIn: boolean;
}

/** One level below the page's own heading, which the editor's page doesn't have. */
function Heading({ level, number, runIn, marks, children }: HeadingProps) {
  const Tag = (["h3", "h3", "h4", "h5", "h6"] as const)[level] ?? "h6";
  return (
    <Tag
      className={`speech-heading speech-heading-${level}`}
      data-number={number ?? undefined}
      data-run-in={runIn ? "" : undefined}
      {...marks}
    >
      {children}
    </Tag>
  );
}
