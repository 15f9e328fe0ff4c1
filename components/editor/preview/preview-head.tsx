"use client";

import { IconAlertTriangle } from "@tabler/icons-react";
import { useHouseStyles } from "@/components/house-styles/use-house-styles";
import { useMessages } from "@/components/messages/messages-provider";
import type { PaperStyleId } from "@/core/house-style";
import { PAPER_PRESETS } from "@/core/paper/preset";
import { endsShort, type Preview } from "@/core/preview";
import classes from "./preview.module.css";

interface PreviewHeadProps {
  readonly style: PaperStyleId;
  readonly onStyle: (style: PaperStyleId) => void;
  /** Null before the first answer. */
  readonly preview: Preview | null;
}

/** The layout, how long the paper is, and what whoever prints it should know. */
export function PreviewHead({ style, onStyle, preview }: PreviewHeadProps) {
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
          aria-label={words.style}
          value={style}
          // The values are the options' own.
          onChange={({ target }) => onStyle(target.value as PaperStyleId)}
        >
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
        </select>
      </div>
      {preview !== null && endsShort(preview) && (
        <p className={classes.warning}>
          <IconAlertTriangle size={15} stroke={1.7} aria-hidden />
          {words.shortLastLine(preview.lastLineCharacters ?? 0)}
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
