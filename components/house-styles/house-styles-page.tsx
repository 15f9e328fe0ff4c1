"use client";

import { Text, Title } from "@mantine/core";
import { useState } from "react";
import type { HouseStyle, HouseStyleContent } from "@/core/house-style";
import { PAPER_PRESETS, paperPreset } from "@/core/paper/preset";
import { listHouseStyles } from "../api/house-styles";
import { useMessages } from "../messages/messages-provider";
import { useNotice } from "../shell/use-notice";
import homeClasses from "../speeches/speech-home.module.css";
import listClasses from "../speeches/speech-list.module.css";
import { useFreshReturn } from "../use-fresh-return";
import { HouseStyleDialog } from "./house-style-dialog";
import { HouseStyleRow } from "./house-style-row";
import { RemoveHouseStyleDialog } from "./remove-house-style-dialog";

type Dialog =
  /** A new one that begins as another is. */
  | { readonly kind: "copy"; readonly content: HouseStyleContent }
  | { readonly kind: "edit" | "remove"; readonly style: HouseStyle };

/** The administrator's list of layouts: the presets to copy, the office's own to change. */
export function HouseStylesPage({ initial }: { initial: readonly HouseStyle[] }) {
  const { houseStyles: words, exports } = useMessages();
  const notice = useNotice();
  const [styles, setStyles] = useState(initial);
  const [dialog, setDialog] = useState<Dialog | null>(null);
  useFreshReturn(initial, () => listHouseStyles(), setStyles);
  const close = () => setDialog(null);
  const copy = (content: HouseStyleContent) =>
    setDialog({ kind: "copy", content: { ...content, name: words.copyName(content.name) } });
  const saved = (style: HouseStyle) => {
    setStyles((old) => {
      const isKnown = old.some(({ id }) => id === style.id);
      return isKnown ? old.map((known) => (known.id === style.id ? style : known)) : [...old, style];
    });
    notice.tell(words.saved(style.name));
  };
  const removed = (style: HouseStyle) => {
    setStyles((old) => old.filter(({ id }) => id !== style.id));
    notice.tell(words.removed(style.name));
  };

  return (
    <>
      <div className={homeClasses.head}>
        <Title order={1}>{words.title}</Title>
      </div>
      <Text size="sm" c="dimmed" mt={4} mb={24}>
        {words.text}
      </Text>
      <ul className={listClasses.sheet} aria-label={words.list}>
        {PAPER_PRESETS.map((id) => {
          const content = { name: exports.presets[id], paper: paperPreset(id) };
          return <HouseStyleRow key={id} {...content} onCopy={() => copy(content)} />;
        })}
        {styles.map((style) => (
          <HouseStyleRow
            key={style.id}
            name={style.name}
            paper={style.paper}
            onCopy={() => copy(style)}
            own={{
              onEdit: () => setDialog({ kind: "edit", style }),
              onRemove: () => setDialog({ kind: "remove", style }),
            }}
          />
        ))}
      </ul>
      {styles.length === 0 && (
        <Text size="sm" c="dimmed" mt={16}>
          {words.none}
        </Text>
      )}
      {dialog?.kind === "copy" && (
        <HouseStyleDialog content={dialog.content} id={null} onClose={close} onSaved={saved} />
      )}
      {dialog?.kind === "edit" && (
        <HouseStyleDialog content={dialog.style} id={dialog.style.id} onClose={close} onSaved={saved} />
      )}
      {dialog?.kind === "remove" && (
        <RemoveHouseStyleDialog style={dialog.style} onClose={close} onRemoved={removed} />
      )}
    </>
  );
}
