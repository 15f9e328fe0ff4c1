"use client";

import { Checkbox, Radio, Stack, Text, Textarea } from "@mantine/core";
import { requestSignOff } from "@/components/api/sign-offs";
import { DateField } from "@/components/form/date-field";
import { FormDialog } from "@/components/form/form-dialog";
import { useSchemaForm } from "@/components/form/use-schema-form";
import { useMessages } from "@/components/messages/messages-provider";
import { useNotice } from "@/components/shell/use-notice";
import type { PersonId } from "@/core/ids";
import type { SignOffs } from "@/core/sign-off";
import { newSignOffRequestSchema } from "@/core/sign-off-requests";
import { isSigner, signersAmong } from "@/core/signer";
import { useKnownMembers } from "../comments/use-speech-members";
import { useWorkspace } from "../shell/workspace-context";
import { UndecidedNotice } from "../suggest/undecided-notice";
import classes from "./sign-off.module.css";

interface RequestDialogProps {
  /** As it was when the dialog was opened. */
  readonly known: SignOffs;
  readonly onClose: () => void;
}

/** Who signs, in which order and by when. Mounted anew each time it is opened. */
export default function RequestDialog({ known, onClose }: RequestDialogProps) {
  const { signOffs: words, general, people: accounts, fieldProblems } = useMessages();
  const labelOf = (name: string, aside: string) => (aside === "" ? name : general.aside(name, aside));
  const notice = useNotice();
  const { settings, signOffs: store } = useWorkspace();
  const { id } = settings.speech;
  // Empty until they are known.
  const { members, failure: notKnown } = useKnownMembers(id, settings.speech);
  const before = known.request;
  // Asked before, somebody may have left the speech since, only read it or have no account any more.
  const stillThere = (people: readonly PersonId[]) =>
    members.length === 0 ? people : signersAmong(people, members);
  const { form, busy, failure, onSubmit } = useSchemaForm({
    schema: newSignOffRequestSchema,
    initialValues: {
      people: (before?.asked.map(({ person }) => person.id) ?? []) as readonly PersonId[],
      inOrder: before?.inOrder ?? true,
      dueOn: null as string | null,
      note: "",
    },
    check: (values): Record<string, string> =>
      stillThere(values.people).length > 0 ? {} : { people: fieldProblems.required },
    submit: async (input, { isHere }) => {
      const signOffs = await requestSignOff(id, {
        ...input,
        people: [...stillThere(input.people)],
        latest: before?.id ?? null,
      });
      store.show(signOffs);
      settings.refresh();
      const names = signOffs.request?.asked.map(({ person }) => person.name) ?? [];
      notice.tell(words.sent(names.join(general.between)));
      if (isHere()) onClose();
    },
  });
  const { inOrder } = form.values;
  const people = stillThere(form.values.people);
  const toggle = (person: PersonId) =>
    form.setFieldValue(
      "people",
      people.includes(person) ? people.filter((each) => each !== person) : [...people, person],
    );
  return (
    <FormDialog
      onClose={onClose}
      title={words.requestTitle}
      onSubmit={onSubmit}
      submitLabel={words.request}
      busy={busy}
      failure={failure ?? (members.length === 0 ? notKnown : null)}
    >
      <Text size="sm" c="dimmed">
        {words.requestHint}
      </Text>
      <UndecidedNotice text={words.undecided} busy={busy} />
      <Checkbox.Group
        label={words.people}
        description={words.peopleHint}
        error={form.errors.people}
        value={[...people]}
        required
      >
        <div className={classes.signers}>
          {members.map(({ personId, name, title, role, disabled }) => (
            <div key={personId} className={classes.signer}>
              <Checkbox
                value={personId}
                label={labelOf(name, disabled ? accounts.disabled : title)}
                disabled={!isSigner({ role, disabled })}
                onChange={() => toggle(personId)}
              />
              {inOrder && people.includes(personId) && (
                <span className={classes.position} aria-hidden>
                  {people.indexOf(personId) + 1}
                </span>
              )}
            </div>
          ))}
        </div>
      </Checkbox.Group>
      <Radio.Group
        label={words.order}
        description={inOrder ? words.inOrderHint : undefined}
        value={inOrder ? "order" : "once"}
        onChange={(value) => form.setFieldValue("inOrder", value === "order")}
      >
        <Stack gap={8} mt={8}>
          <Radio value="order" label={words.inOrder} />
          <Radio value="once" label={words.atOnce} />
        </Stack>
      </Radio.Group>
      <DateField label={words.dueOn} {...form.getInputProps("dueOn")} />
      <Textarea
        label={words.note}
        autosize
        minRows={2}
        maxRows={5}
        maxLength={500}
        {...form.getInputProps("note")}
      />
    </FormDialog>
  );
}
