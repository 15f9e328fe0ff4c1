"use client";

import { useMessages } from "@/components/messages/messages-provider";
import type { PersonId } from "@/core/ids";
import type { Thread } from "@/core/review/thread";
import type { OutlinePart } from "../outline/read-outline";
import classes from "./comments.module.css";
import type { ThreadFilter } from "./thread-filter";

interface FilterSelectProps {
  readonly filter: ThreadFilter;
  readonly onFilter: (filter: ThreadFilter) => void;
  readonly threads: readonly Thread[];
  readonly parts: readonly OutlinePart[];
}

const KINDS = ["open", "mine", "mentions-me", "resolved"] as const;

/** Which threads to show: by state, by person, by part. */
export function FilterSelect({ filter, onFilter, threads, parts }: FilterSelectProps) {
  const words = useMessages().editor.comments;
  const people = new Map(
    threads.flatMap(({ comments }) => comments.map(({ author }) => [author.id, author.name] as const)),
  );
  return (
    <select
      className={classes.select}
      aria-label={words.filter}
      value={optionOf(filter)}
      onChange={({ target }) => onFilter(filterOf(target.value))}
    >
      {KINDS.map((kind) => (
        <option key={kind} value={kind}>
          {words.filters[kind]}
        </option>
      ))}
      {people.size > 0 && (
        <optgroup label={words.byPerson}>
          {[...people].map(([id, name]) => (
            <option key={id} value={`person:${id}`}>
              {name}
            </option>
          ))}
        </optgroup>
      )}
      {parts.length > 0 && (
        <optgroup label={words.byPart}>
          {parts.map(({ key, number, text }) => (
            <option key={key} value={`part:${key}`}>
              {number}
              {text}
            </option>
          ))}
        </optgroup>
      )}
    </select>
  );
}

function optionOf(filter: ThreadFilter): string {
  if (filter.kind === "person") return `person:${filter.personId}`;
  return filter.kind === "part" ? `part:${filter.key}` : filter.kind;
}

function filterOf(value: string): ThreadFilter {
  // Values are the options' own.
  if (value.startsWith("person:")) return { kind: "person", personId: value.slice(7) as PersonId };
  if (value.startsWith("part:")) return { kind: "part", key: value.slice(5) };
  return { kind: KINDS.find((kind) => kind === value) ?? "open" };
}
