"use client";

import { CloseButton } from "@mantine/core";
import { useMessages } from "@/components/messages/messages-provider";
import classes from "./renumbered-notice.module.css";
import type { RenumberedPaste } from "./renumbered-paste";

const SHOWN = 6;

interface RenumberedNoticeProps {
  readonly headings: readonly RenumberedPaste[];
  readonly onClose: () => void;
}

/** Tells which pasted headings have a new number. Stays until it is read and closed. */
export function RenumberedNotice({ headings, onClose }: RenumberedNoticeProps) {
  const { general, editor } = useMessages();
  const { pasted } = editor;
  if (headings.length === 0) return null;
  return (
    <section className={classes.notice} role="status" aria-label={pasted.title}>
      <div>
        <strong>{pasted.title}</strong>
        <p>{pasted.text}</p>
        <ul>
          {headings.slice(0, SHOWN).map(({ from, to, heading }) => (
            <li key={`${from}${to}${heading}`}>
              <span className={classes.change}>{pasted.change(from, to)}</span> {heading}
            </li>
          ))}
          {headings.length > SHOWN && <li>{pasted.more(headings.length - SHOWN)}</li>}
        </ul>
      </div>
      <CloseButton size="sm" aria-label={general.close} onClick={onClose} />
    </section>
  );
}
