/** Fields that show what stands in their code or their settings, and have no result. */
import { childOf, childrenOf, type XmlElement } from "../package/xml-elements";
import { flagOf, propertyOf } from "./style-sheet";

/** MACROBUTTON 宏名 [点击此处输入领导姓名]: all behind the name is shown. */
const BUTTON = /^\s*(?:MACRO|GOTO)BUTTON\s+(?:"[^"]*"|\S+)\s+([\s\S]*)$/i;
const LOOKS = /\s*\\\*\s*\w+\s*$/;

/** What a button says; "" for other fields. */
export const buttonText = (code: string): string => {
  const [, text = ""] = BUTTON.exec(code) ?? [];
  return text.replace(LOOKS, "").trim();
};

/** What is chosen in a form's field, by the w:fldChar that begins it; "" where the result says it. */
export function formText(mark: XmlElement): string {
  const data = childOf(mark, "w:ffData");
  const box = childOf(data, "w:checkBox");
  if (box !== undefined) return (flagOf(box, "w:checked") ?? flagOf(box, "w:default")) ? "☑" : "☐";
  const choice = childOf(data, "w:ddList");
  const chosen = Number(propertyOf(choice, "w:result") ?? propertyOf(choice, "w:default") ?? 0);
  return childrenOf(choice, "w:listEntry")[chosen]?.attributes["w:val"] ?? "";
}

/** A w:fldSimple in the way of complex fields, which are read. */
export function complexField({ attributes, children }: XmlElement): XmlElement[] {
  const made = (name: string, part: Partial<XmlElement>): XmlElement => ({
    name,
    attributes: {},
    children: [],
    text: "",
    ...part,
  });
  const run = (...parts: XmlElement[]) => made("w:r", { children: parts });
  const mark = (type: string) => run(made("w:fldChar", { attributes: { "w:fldCharType": type } }));
  const code = run(made("w:instrText", { text: attributes["w:instr"] ?? "" }));
  return [mark("begin"), code, mark("separate"), ...children, mark("end")];
}
