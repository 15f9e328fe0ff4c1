import { useMessages } from "@/components/messages/messages-provider";
import { TEXT_ENCODINGS, type TextEncoding } from "@/core/import-format";
import classes from "./import.module.css";

interface EncodingChoiceProps {
  /** Null while it was looked for. */
  readonly value: TextEncoding | null;
  readonly onChange: (encoding: TextEncoding) => void;
}

/** What the bytes of a plain text stand for, where it was found wrong or not at all. */
export function EncodingChoice({ value, onChange }: EncodingChoiceProps) {
  const { imports: words } = useMessages();
  return (
    <label className={classes.choice}>
      <span>{words.encoding}</span>
      <select value={value ?? ""} onChange={(event) => onChange(event.currentTarget.value as TextEncoding)}>
        {value === null && (
          <option value="" disabled>
            {words.encodingUnknown}
          </option>
        )}
        {TEXT_ENCODINGS.map((encoding) => (
          <option key={encoding} value={encoding}>
            {words.encodings[encoding]}
          </option>
        ))}
      </select>
    </label>
  );
}
