"use client";

import { TextInput } from "@mantine/core";
import { useEffect, useState } from "react";
import { type HouseStyle, type HouseStyleContent, houseStyleContentSchema } from "@/core/house-style";
import type { HouseStyleId } from "@/core/ids";
import type { Messages } from "@/core/messages/messages";
import { paperChange } from "@/core/paper/paper-change";
import { type PaperStyle, paperStyleSchema } from "@/core/paper/paper-style";
import { changeHouseStyle, createHouseStyle } from "../api/house-styles";
import { changedFields } from "../form/changed-fields";
import { FormDialog } from "../form/form-dialog";
import { useSchemaForm } from "../form/use-schema-form";
import { useMessages } from "../messages/messages-provider";
import classes from "./house-styles.module.css";
import { PaperFields } from "./paper-fields";
import { PaperSample } from "./paper-sample";

interface HouseStyleDialogProps {
  /** What the fields begin with. */
  readonly content: HouseStyleContent;
  /** Null for a new one. */
  readonly id: HouseStyleId | null;
  readonly onClose: () => void;
  readonly onSaved: (style: HouseStyle) => void;
}

/** A layout's figures beside a sample of it. Mounted anew each time it is opened. */
export function HouseStyleDialog({ content, id, onClose, onSaved }: HouseStyleDialogProps) {
  const { houseStyles: words, general } = useMessages();
  const { form, busy, failure, onSubmit } = useSchemaForm({
    schema: houseStyleContentSchema,
    initialValues: { name: content.name, paper: content.paper },
    check: ({ paper }) => paperProblems(paper, words),
    submit: async ({ name, paper }, { isHere }) => {
      const change = {
        ...changedFields({ name }, { name: content.name }),
        paper: paperChange(paper, content.paper) ?? undefined,
      };
      onSaved(await (id === null ? createHouseStyle({ name, paper }) : changeHouseStyle(id, change)));
      if (isHere()) onClose();
    },
  });
  const { paper } = form.values;
  const [shown, setShown] = useState<PaperStyle>(content.paper);
  // Half-typed figures leave the sample as it was.
  useEffect(() => {
    const parsed = paperStyleSchema.safeParse(paper);
    if (parsed.success) setShown(parsed.data);
  }, [paper]);

  return (
    <FormDialog
      onClose={onClose}
      size={920}
      title={id === null ? words.newTitle : words.editTitle(content.name)}
      onSubmit={onSubmit}
      submitLabel={general.save}
      busy={busy}
      failure={failure}
    >
      <TextInput label={words.name} data-autofocus {...form.getInputProps("name")} />
      <div className={classes.editor}>
        <PaperFields form={form} />
        <div className={classes.sample}>
          <PaperSample paper={shown} />
        </div>
      </div>
    </FormDialog>
  );
}

/** By the path of the field: useSchemaForm tells only the outermost one. */
function paperProblems(paper: PaperStyle, words: Messages["houseStyles"]): Record<string, string> {
  const issues = paperStyleSchema.safeParse(paper).error?.issues ?? [];
  return Object.fromEntries(
    issues.map(({ code, path }) => {
      const field = path.join(".");
      if (code !== "custom") return [`paper.${field}`, words.outOfRange];
      return [`paper.${field}`, field === "linePitch" ? words.tightLines : words.noRoomForNumber];
    }),
  );
}
