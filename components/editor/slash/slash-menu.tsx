"use client";

import { Portal } from "@mantine/core";
import { useEffect, useRef, useSyncExternalStore } from "react";
import { useMessages } from "@/components/messages/messages-provider";
import { BlockIcon } from "../blocks/block-icon";
import classes from "./slash-menu.module.css";
import type { SlashStore } from "./slash-store";

const MENU_HEIGHT = 320;
const MENU_WIDTH = 232;

/** The menu of formats at the typed slash. Focus stays in the text; the arrow keys choose. */
export function SlashMenu({ store }: { store: SlashStore }) {
  const { slash, blocks } = useMessages().editor;
  const state = useSyncExternalStore(store.subscribe, store.get, store.get);
  const active = useRef<HTMLDivElement>(null);
  const choice = state?.choices[state.active];
  useEffect(() => {
    if (choice !== undefined) active.current?.scrollIntoView({ block: "nearest" });
  }, [choice]);
  if (state === null || state.place === null) return null;

  const { top, bottom } = state.place;
  const below = bottom + 6 + MENU_HEIGHT < window.innerHeight;
  const place = below ? { top: bottom + 6 } : { bottom: window.innerHeight - top + 6 };
  const left = Math.max(8, Math.min(state.place.left, window.innerWidth - MENU_WIDTH - 8));
  return (
    <Portal>
      <div
        className={classes.menu}
        role="listbox"
        aria-label={slash.label}
        style={{ ...place, left, maxHeight: MENU_HEIGHT, width: MENU_WIDTH }}
      >
        {state.choices.map((name, index) => (
          <div
            key={name}
            ref={index === state.active ? active : undefined}
            role="option"
            tabIndex={-1}
            aria-selected={index === state.active}
            className={classes.option}
            // Before the editor loses its selection to the click.
            onMouseDown={(event) => {
              event.preventDefault();
              state.choose(name);
            }}
            // Not on entering: the menu may open under a pointer that rests.
            onMouseMove={({ movementX, movementY }) => {
              if (index !== state.active && (movementX !== 0 || movementY !== 0))
                store.set({ ...state, active: index });
            }}
          >
            <BlockIcon kind={name} />
            {blocks[name]}
          </div>
        ))}
      </div>
    </Portal>
  );
}
