/** A number and what is counted: "1 comment", "2 comments". The number may be grouped already, as in "1,024". */
export function counted(count: number | string, one: string, many = `${one}s`): string {
  return `${count} ${String(count) === "1" ? one : many}`;
}
