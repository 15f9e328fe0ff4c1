"use client";

import { SegmentedControl, Skeleton, Switch } from "@mantine/core";
import { type CSSProperties, useDeferredValue, useMemo, useSyncExternalStore } from "react";
import { useLocale, useMessages } from "@/components/messages/messages-provider";
import type { PersonId } from "@/core/ids";
import { colorOf } from "@/core/presence";
import { groupedNumber } from "@/core/text/grouped-number";
import { useOutline } from "../outline/use-outline";
import panel from "../panel/side-panel.module.css";
import { useWorkspace } from "../shell/workspace-context";
import { useSuggestState } from "../suggest/use-suggestions";
import { partAtCaret } from "./author-range";
import { authorShares } from "./author-shares";
import classes from "./authors-section.module.css";

const authorColour = (id: PersonId) => ({ "--author": colorOf(id) }) as CSSProperties;

/** Who wrote how much of the speech or of the part at the caret, and the switch that shades its text. */
export default function AuthorsSection() {
  const { editor, errors } = useMessages();
  const { authors: words } = editor;
  const locale = useLocale();
  const { authors: store, outline, suggest } = useWorkspace();
  const { view: shownText } = useSuggestState(suggest);
  const outlineView = useOutline(outline);
  const view = useDeferredValue(useSyncExternalStore(store.subscribe, store.get, store.get));
  const { scope } = view;
  const shares = useMemo(() => authorShares(view, view.range), [view]);
  const part = partAtCaret(outlineView);
  // Who wrote it is read at the first pause: until then a text only seems to be empty.
  const inScope = scope === "part" ? part : outlineView.outline;
  const isRead = (inScope?.characters ?? 0) === 0 || view.failure !== null;
  const percent = new Intl.NumberFormat(locale, { style: "percent" });
  return (
    <>
      <Switch
        label={words.shade}
        size="sm"
        // 修订后 and 原文 have no shades.
        checked={view.shaded && shownText === "marked"}
        onChange={({ currentTarget }) => {
          store.shade(currentTarget.checked);
          if (currentTarget.checked) suggest.show("marked");
        }}
      />
      <SegmentedControl
        fullWidth
        size="xs"
        mt="sm"
        aria-label={words.scope}
        value={scope}
        data={[
          { value: "speech", label: words.wholeSpeech },
          { value: "part", label: words.thisPart },
        ]}
        onChange={(chosen) => store.choose(chosen === "part" ? "part" : "speech")}
      />
      {scope === "part" && (
        <p className={classes.part}>
          {part === undefined ? words.beforeFirst : `${part.number}${part.text}`}
        </p>
      )}
      {shares.length === 0 && isRead && <p className={panel.note}>{words.empty}</p>}
      {shares.length === 0 && !isRead && <Skeleton height={96} mt="sm" />}
      {shares.length > 0 && (
        <table className={classes.table} aria-label={words.title}>
          <thead>
            <tr>
              <th scope="col">{words.person}</th>
              <th scope="col">{words.characters}</th>
              <th scope="col">{words.share}</th>
            </tr>
          </thead>
          <tbody>
            {shares.map(({ author, isUnsaved, characters, share }) => (
              <tr key={author?.id ?? String(isUnsaved)}>
                <th scope="row">
                  <span
                    className={classes.swatch}
                    style={author === null ? undefined : authorColour(author.id)}
                    aria-hidden
                  />
                  {author?.name ?? (isUnsaved ? words.notSavedYet : words.notKnownYet)}
                </th>
                <td>{groupedNumber(characters)}</td>
                <td>{share > 0 && share < 0.005 ? `< ${percent.format(0.01)}` : percent.format(share)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {view.failure !== null && (
        <p className={panel.note} role="alert">
          {errors[view.failure]}
        </p>
      )}
    </>
  );
}
