import { Skeleton } from "@mantine/core";

const LINES = ["96%", "100%", "92%", "100%", "58%"];

/** A title and a paragraph while a text is on its way, in the size of the letters around it. */
export function TextSkeleton() {
  return (
    <>
      <Skeleton height="1.6em" width="52%" mx="auto" mb="2.4em" />
      {LINES.map((width, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines never change, and two of them are equally long
        <Skeleton key={line} height="0.9em" width={width} mb="0.9em" />
      ))}
    </>
  );
}
