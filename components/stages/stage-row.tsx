import { ActionIcon, Checkbox, Textarea, TextInput } from "@mantine/core";
import { IconChevronDown, IconChevronUp, IconX } from "@tabler/icons-react";
import { isBuiltIn, type OfficeStage } from "@/core/office-stages";
import { fitsName } from "@/core/office-stages-request";
import { oneLine } from "@/core/one-line";
import { useMessages } from "../messages/messages-provider";
import { useHasScript } from "../use-has-script";
import classes from "./stages-page.module.css";
import { useGivenName } from "./use-given-name";

interface StageRowProps {
  readonly stage: OfficeStage;
  readonly isTaken: boolean;
  /** Speeches are in it: the server didn't let it go. */
  readonly isInUse: boolean;
  readonly mayRise: boolean;
  readonly mayFall: boolean;
  readonly onMove: (by: -1 | 1) => void;
  readonly onChange: (change: Partial<OfficeStage>) => void;
  /** Null for one that every office has, or the last of the others. */
  readonly onRemove: (() => void) | null;
}

/** One stage: its place, its name and what is expected in it. */
export function StageRow({
  stage: { stage, name, expects, needsSignOff },
  isTaken,
  isInUse,
  mayRise,
  mayFall,
  onMove,
  onChange,
  onRemove,
}: StageRowProps) {
  const words = useMessages().officeStages;
  const given = useGivenName()({ stage, name });
  const readOnly = !useHasScript();
  const problem = [
    [isTaken, words.sameName],
    [!fitsName(name), words.longName],
    [!isBuiltIn(stage) && oneLine(name) === "", words.noName],
    [isInUse, words.inUse],
  ].find(([holds]) => holds)?.[1];
  const move = (by: -1 | 1, label: string, may: boolean) => (
    <ActionIcon
      variant="subtle"
      color="gray"
      size={28}
      aria-label={label}
      title={label}
      disabled={!may}
      onClick={() => onMove(by)}
    >
      {by === -1 ? <IconChevronUp size={16} aria-hidden /> : <IconChevronDown size={16} aria-hidden />}
    </ActionIcon>
  );
  return (
    <li className={classes.row}>
      <span className={classes.moves}>
        {move(-1, words.up(given), mayRise)}
        {move(1, words.down(given), mayFall)}
      </span>
      <TextInput
        className={classes.name}
        label={isBuiltIn(stage) ? words.name(given) : words.ownName}
        placeholder={isBuiltIn(stage) ? given : undefined}
        value={name}
        error={problem}
        readOnly={readOnly}
        onChange={(event) => onChange({ name: event.currentTarget.value })}
      />
      <div className={classes.expects}>
        <Textarea
          label={words.expects}
          description={words.expectsHint}
          inputWrapperOrder={["label", "input", "description", "error"]}
          autosize
          minRows={1}
          maxRows={5}
          maxLength={500}
          readOnly={readOnly}
          value={expects}
          onChange={(event) => onChange({ expects: event.currentTarget.value })}
        />
        {stage === "final" && (
          <Checkbox
            mt={16}
            label={words.needsSignOff}
            description={words.needsSignOffHint}
            checked={needsSignOff}
            onChange={(event) => onChange({ needsSignOff: event.currentTarget.checked })}
          />
        )}
      </div>
      <span className={classes.remove}>
        {onRemove !== null && (
          <ActionIcon
            variant="subtle"
            color="gray"
            size={28}
            aria-label={words.remove(given)}
            title={words.remove(given)}
            onClick={onRemove}
          >
            <IconX size={16} aria-hidden />
          </ActionIcon>
        )}
      </span>
    </li>
  );
}
