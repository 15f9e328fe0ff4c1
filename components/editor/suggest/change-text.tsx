import { useMessages } from "@/components/messages/messages-provider";
import { readBlockForm } from "@/core/document/suggestion";
import type { ProposedChange } from "@/core/review/decision";
import classes from "./suggestions.module.css";

/** What a suggestion changes, in a line or two. */
export function ChangeText({ change }: { change: Omit<ProposedChange, "at"> }) {
  const { editor, general } = useMessages();
  const { suggestions: words, blocks } = editor;
  const { kind, insertedText, deletedText, form, looks, changedText = "", unit = null } = change;
  const isAbout = kind === "format" || kind === "block";
  return (
    <span className={classes.what}>
      <span className={classes.kind}>{words.kinds[kind]}</span>
      {unit !== null && <span className={classes.about}>{words.units[unit]}</span>}
      {isAbout && changedText !== "" && <q className={classes.about}>{shortened(changedText)}</q>}
      {isShown(deletedText, kind === "delete", unit) && <del>{shortened(deletedText)}</del>}
      {isShown(insertedText, kind === "insert", unit) && <ins>{shortened(insertedText)}</ins>}
      {form !== null && words.becomes(blocks[blockKey(form)])}
      {looks.map((look) => lookLabel(look, words.looks)).join(general.between)}
    </span>
  );
}

/** Nothing but a break is a change too; not so in a table, whose cells are told by their row. */
const isShown = (text: string, isWhole: boolean, unit: ProposedChange["unit"]): boolean =>
  unit == null ? text !== "" || isWhole : text.trim() !== "";

function lookLabel(look: string, labels: ReturnType<typeof useMessages>["editor"]["suggestions"]["looks"]) {
  const [name = "", reading] = look.split(":");
  const label = labels[name as keyof typeof labels]; // the schema lets no other looks in
  return reading === undefined ? label : `${label} ${reading}`;
}

const SHOWN_CHARACTERS = 60;

const BREAK_SIGN = "¶";

/** A break between paragraphs, and an empty one, shows as its sign: by itself it would be nothing to see. */
function shortened(text: string): string {
  const letters = [...(text === "" ? BREAK_SIGN : text.replaceAll("\n", BREAK_SIGN))];
  return letters.length <= SHOWN_CHARACTERS
    ? letters.join("")
    : `${letters.slice(0, SHOWN_CHARACTERS).join("")}……`;
}

/** `heading:2:run-in` is named as the toolbar names it. */
function blockKey(form: string): keyof ReturnType<typeof useMessages>["editor"]["blocks"] {
  const { type, attrs } = readBlockForm(form);
  const name = type === "heading" ? `heading${attrs.level}` : type;
  // isBlockForm let no other kinds in.
  return name as keyof ReturnType<typeof useMessages>["editor"]["blocks"];
}
