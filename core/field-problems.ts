/**
 * What is wrong with one field of a form, as a closed set: the server sends these names in
 * AppError.fields, the browser's forms find them with the same schemas, and core/messages words them.
 */
import type { z } from "zod";

export const FIELD_PROBLEMS = ["required", "too-short", "too-long", "taken", "unchanged", "invalid"] as const;
export type FieldProblem = (typeof FIELD_PROBLEMS)[number];

/** The first problem per field of a failed parse; nested fields by their outermost name. */
export function fieldProblems(error: z.ZodError): Readonly<Record<string, FieldProblem>> {
  const problems: Record<string, FieldProblem> = {};
  for (const issue of error.issues) {
    const field = String(issue.path[0] ?? "");
    problems[field] ??= problemOf(issue);
  }
  return problems;
}

function problemOf(issue: z.core.$ZodIssue): FieldProblem {
  if (issue.code === "too_small") return issue.minimum === 1 ? "required" : "too-short";
  if (issue.code === "too_big") return "too-long";
  return "invalid";
}
