"use client";

import { Button, Text, Title } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useState } from "react";
import type { Person } from "@/core/person";
import { changePerson, listPeople } from "../api";
import { useSettledText } from "../form/use-settled-text";
import { useLocale, useMessages } from "../messages/messages-provider";
import { useNotice } from "../shell/use-notice";
import { SearchBox } from "../speeches/search-box";
import homeClasses from "../speeches/speech-home.module.css";
import listClasses from "../speeches/speech-list.module.css";
import { useFreshReturn } from "../use-fresh-return";
import { AddPersonDialog } from "./add-person-dialog";
import { DisablePersonDialog } from "./disable-person-dialog";
import { EditPersonDialog } from "./edit-person-dialog";
import { type PersonAction, PersonRow } from "./person-row";
import { ResetPasswordDialog } from "./reset-password-dialog";

type Dialog =
  | { readonly kind: "add" }
  | { readonly kind: Exclude<PersonAction, "enable">; readonly person: Person };

/** The administrator's list of accounts and the dialogs that change them. */
export function PeoplePage({ initial }: { initial: readonly Person[] }) {
  const { people: words, home } = useMessages();
  const notice = useNotice();
  const [people, setPeople] = useState(initial);
  const [dialog, setDialog] = useState<Dialog | null>(null);
  useFreshReturn(initial, listPeople, setPeople);
  const text = useSettledText("");
  const close = () => setDialog(null);
  const replace = (changed: Person) =>
    setPeople((old) => old.map((person) => (person.id === changed.id ? changed : person)));

  const enable = async (person: Person) => {
    try {
      replace(await changePerson(person.id, { disabled: false }));
      notice.tell(words.enabledNotice(person.name));
    } catch (error) {
      notice.fail(error);
    }
  };
  const act = (person: Person, action: PersonAction) =>
    action === "enable" ? enable(person) : setDialog({ kind: action, person });

  const byName = new Intl.Collator(useLocale());
  const shown = people
    .filter((person) => matches(person, text.settled))
    .sort((one, other) => byName.compare(one.name, other.name));
  return (
    <>
      <div className={homeClasses.head}>
        <Title order={1}>{words.title}</Title>
        <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setDialog({ kind: "add" })}>
          {words.add}
        </Button>
      </div>
      <Text size="sm" c="dimmed" mt={4}>
        {words.text}
      </Text>
      <div className={homeClasses.tools}>
        <search className={homeClasses.search}>
          <SearchBox label={words.search} clearLabel={home.clearSearch} text={text} />
        </search>
        <Text size="sm" c="dimmed" role="status">
          {words.count(shown.length)}
        </Text>
      </div>
      <ul className={listClasses.sheet} aria-label={words.list}>
        {shown.map((person) => (
          <PersonRow key={person.id} person={person} onAction={(action) => act(person, action)} />
        ))}
      </ul>
      {dialog?.kind === "add" && (
        <AddPersonDialog onClose={close} onAdded={(person) => setPeople((old) => [...old, person])} />
      )}
      {dialog?.kind === "edit" && (
        <EditPersonDialog person={dialog.person} onClose={close} onChanged={replace} />
      )}
      {dialog?.kind === "reset" && (
        <ResetPasswordDialog person={dialog.person} onClose={close} onReset={replace} />
      )}
      {dialog?.kind === "disable" && (
        <DisablePersonDialog person={dialog.person} onClose={close} onChanged={replace} />
      )}
    </>
  );
}

function matches(person: Person, query: string): boolean {
  const text = [person.name, person.signInName, person.department, person.title].join(" ").toLowerCase();
  return query
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}
