"use client";

import { Button, Select, type SelectProps, Text } from "@mantine/core";
import { useEffect, useState } from "react";
import type { Role } from "@/core/access";
import { type AppError, asAppError } from "@/core/errors";
import type { PersonId } from "@/core/ids";
import type { DirectoryEntry } from "@/core/person";
import { findColleagues } from "../api";
import { useSettledText } from "../form/use-settled-text";
import { useMessages } from "../messages/messages-provider";
import { useAskedAgain } from "../use-asked-again";
import classes from "./members-dialog.module.css";
import { RoleSelect } from "./role-select";

export interface AddMemberProps {
  readonly memberIds: ReadonlySet<PersonId>;
  readonly busy: boolean;
  /** Resolves to whether the person was added. */
  readonly onAdd: (personId: PersonId, role: Role) => Promise<boolean>;
}

/** Finds a colleague in the directory and adds them with a role. */
export function AddMember({ memberIds, busy, onAdd }: AddMemberProps) {
  const { members, errors } = useMessages();
  const text = useSettledText("");
  const { found, failure } = useColleagues(text.settled);
  const [chosen, setChosen] = useState<DirectoryEntry | null>(null);
  const [role, setRole] = useState<Role>("editor");

  const choose = (personId: string | null) => {
    const person = found.find((each) => each.id === personId) ?? null;
    setChosen(person);
    text.setNow(person?.name ?? "");
  };
  const add = async () => {
    if (chosen === null || !(await onAdd(chosen.id, role))) return;
    setChosen(null);
    text.setNow("");
  };

  const renderOption: SelectProps["renderOption"] = ({ option }) => {
    const person = found.find((each) => each.id === option.value);
    const post = [person?.department, person?.title].filter(Boolean).join(" · ");
    return (
      <div>
        <Text size="sm">{option.label}</Text>
        <Text size="xs" c="dimmed">
          {option.disabled ? members.alreadyMember : post}
        </Text>
      </div>
    );
  };

  const nobody = text.settled === "" ? members.typeToFind : members.nobodyFound;
  // Someone chosen stays selectable although the next search may not find them.
  const options = chosen === null || found.some(({ id }) => id === chosen.id) ? found : [chosen, ...found];
  return (
    <div className={classes.add}>
      <Select
        className={classes.find}
        aria-label={members.find}
        placeholder={members.find}
        searchable
        clearable={chosen !== null}
        value={chosen?.id ?? null}
        onChange={choose}
        searchValue={text.typed}
        onCompositionStart={text.inputProps.onCompositionStart}
        onCompositionEnd={text.inputProps.onCompositionEnd}
        onSearchChange={text.setTyped}
        data={options.map(({ id, name }) => ({ value: id, label: name, disabled: memberIds.has(id) }))}
        // The server has filtered already, also by department and whole sign-in name.
        filter={({ options: all }) => all}
        renderOption={renderOption}
        nothingFoundMessage={failure === null ? nobody : errors[failure.code]}
        maxDropdownHeight={280}
      />
      <RoleSelect value={role} onChange={setRole} label={members.addRole} />
      <Button onClick={add} disabled={chosen === null} loading={busy && chosen !== null}>
        {members.add}
      </Button>
    </div>
  );
}

interface Colleagues {
  readonly found: readonly DirectoryEntry[];
  /** Why nobody knows whether there is anyone. */
  readonly failure: AppError | null;
}

function useColleagues(query: string): Colleagues {
  const [colleagues, setColleagues] = useState<Colleagues>({ found: [], failure: null });
  const [attempt, setAttempt] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt asks again.
  useEffect(() => {
    const abort = new AbortController();
    findColleagues(query, abort.signal).then(
      (found) => setColleagues({ found, failure: null }),
      (error: unknown) => abort.signal.aborted || setColleagues({ found: [], failure: asAppError(error) }),
    );
    return () => abort.abort();
  }, [query, attempt]);
  useAskedAgain(colleagues.failure !== null, () => setAttempt((count) => count + 1));
  return colleagues;
}
