"use client";

import { IconAlertTriangle } from "@tabler/icons-react";
import { useHouseStyles } from "@/components/house-styles/use-house-styles";
import { useMessages } from "@/components/messages/messages-provider";
import { PAPER_PRESETS } from "@/core/paper/preset";
import { READING_SIZES } from "@/core/paper/reading-copy";
import { endsShort, type Preview, type PreviewLayout, readingLayout } from "@/core/preview";
import classes from "./preview.module.css";

/** More signs without a font than this are told by their number. */
const MOST_NAMED = 8;

const named = (signs: readonly string[]) =>
  `${signs.slice(0, MOST_NAMED).join(" ")}${signs.length > MOST_NAMED ? " …" : ""}`;

interface PreviewHeadProps {
  readonly layout: PreviewLayout;
  readonly onLayout: (layout: PreviewLayout) => void;
  /** Null before the first answer. */
  readonly preview: Preview | null;
}

/** The layout, how long the paper is, and what whoever prints it should know. */
export function PreviewHead({ layout, onLayout, preview }: PreviewHeadProps) {
  const { preview: words, exports } = useMessages();
  const own = useHouseStyles();
  return (
    <div className={classes.head}>
      <div className={classes.line}>
        <p className={classes.count}>
          {preview !== null && words.pages(preview.pages.length, preview.lastPageLines)}
        </p>
        <select
          className={classes.style}
          aria-label={words.layout}
          value={layout}
          // The values are the options' own.
          onChange={({ target }) => onLayout(target.value as PreviewLayout)}
        >
          <optgroup label={exports.contents.clean}>
            {PAPER_PRESETS.map((preset) => (
              <option key={preset} value={preset}>
                {exports.presets[preset]}
              </option>
            ))}
            {own.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </optgroup>
          <optgroup label={exports.contents.reading}>
            {READING_SIZES.map((size) => (
              <option key={size} value={readingLayout(size)}>
                {words.reading(exports.points(size))}
              </option>
            ))}
          </optgroup>
        </select>
      </div>
      {preview !== null && endsShort(preview) && (
        <p className={classes.warning}>
          <IconAlertTriangle size={15} stroke={1.7} aria-hidden />
          {words.shortLastLine(preview.lastLineCharacters ?? 0)}
        </p>
      )}
      {preview !== null && preview.missing.length > 0 && (
        <p className={classes.warning}>
          <IconAlertTriangle size={15} stroke={1.7} aria-hidden />
          {words.missing(named(preview.missing), preview.missing.length)}
        </p>
      )}
      {preview !== null && preview.replaced.length > 0 && (
        <details className={classes.fonts}>
          <summary>{words.replaced(preview.replaced.length)}</summary>
          <ul>
            {preview.replaced.map(({ named, by }) => (
              <li key={named}>{words.replacedBy(named, by)}</li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
