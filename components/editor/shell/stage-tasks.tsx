import { ActionIcon, Button, Input, Select, TextInput } from "@mantine/core";
import { IconPlus, IconX } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { DateField } from "@/components/form/date-field";
import { useMessages } from "@/components/messages/messages-provider";
import { isCollaborator } from "@/core/collaborator";
import type { PersonId } from "@/core/ids";
import { LIMITS } from "@/core/limits";
import type { Member } from "@/core/speech";
import classes from "./stage-tasks.module.css";

/** A task while it is written down. */
export interface DraftTask {
  /** Its own for as long as the dialog is open. */
  readonly key: number;
  readonly personId: PersonId | null;
  readonly what: string;
  readonly dueOn: string | null;
}

interface StageTasksProps {
  readonly tasks: readonly DraftTask[];
  readonly members: readonly Member[];
  readonly error?: ReactNode;
  readonly onChange: (tasks: readonly DraftTask[]) => void;
}

/** Who does what by when. */
export function StageTasks({ tasks, members, error, onChange }: StageTasksProps) {
  const { stages: words, general } = useMessages();
  const people = members.filter(isCollaborator).map(({ personId, name, title }) => ({
    value: personId,
    label: title === "" ? name : general.aside(name, title),
  }));
  const set = (key: number, change: Partial<DraftTask>) =>
    onChange(tasks.map((task) => (task.key === key ? { ...task, ...change } : task)));
  const add = () => {
    const key = 1 + Math.max(0, ...tasks.map((task) => task.key));
    onChange([...tasks, { key, personId: null, what: "", dueOn: null }]);
  };
  return (
    <div>
      <Input.Wrapper label={words.tasks} description={words.tasksHint} error={error} labelElement="div">
        <ol className={classes.tasks}>
          {tasks.map(({ key, personId, what, dueOn }, index) => (
            <li key={key}>
              <Select
                aria-label={words.taskPerson(index + 1)}
                placeholder={words.taskPersonPlaceholder}
                data={people}
                value={personId}
                // A member's id: the list holds nothing else.
                onChange={(value) => set(key, { personId: value as PersonId | null })}
                allowDeselect={false}
                error={error !== undefined && personId === null}
              />
              <DateField
                aria-label={words.taskDue(index + 1)}
                value={dueOn}
                onChange={(day) => set(key, { dueOn: day })}
              />
              <TextInput
                className={classes.what}
                aria-label={words.taskWhat(index + 1)}
                placeholder={words.taskWhatPlaceholder}
                maxLength={LIMITS.taskCharacters}
                value={what}
                error={error !== undefined && what.trim() === ""}
                onChange={(event) => set(key, { what: event.currentTarget.value })}
              />
              <ActionIcon
                variant="subtle"
                color="gray"
                size={36}
                aria-label={words.removeTask(index + 1)}
                onClick={() => onChange(tasks.filter((task) => task.key !== key))}
              >
                <IconX size={16} aria-hidden />
              </ActionIcon>
            </li>
          ))}
        </ol>
      </Input.Wrapper>
      {tasks.length < LIMITS.tasksPerMove && (
        <Button
          className={classes.add}
          variant="default"
          size="xs"
          leftSection={<IconPlus size={14} aria-hidden />}
          onClick={add}
        >
          {words.addTask}
        </Button>
      )}
    </div>
  );
}
