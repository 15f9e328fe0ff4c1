"use client";

import { useForm } from "@mantine/form";
import { useState } from "react";
import type { z } from "zod";
import { type AppError, asAppError } from "@/core/errors";
import { FIELD_PROBLEMS, fieldProblems } from "@/core/field-problems";
import type { Messages } from "@/core/messages/messages";
import { useMessages } from "../messages/messages-provider";
import { useNotice } from "../shell/use-notice";
import { useIsHere } from "../use-is-here";

/** What a form's `submit` is given beside its input. */
export interface Submitting<Values> {
  /** As they stand in the fields. */
  readonly values: Values;
  /** Asked once the answer is there, before closing or going on: the form may have been closed meanwhile. */
  readonly isHere: () => boolean;
}

export interface SchemaFormOptions<Values extends Record<string, unknown>, Parsed> {
  /** The schema that the server uses too, so that both refuse the same. */
  readonly schema: z.ZodType<Parsed>;
  readonly initialValues: Values;
  /** Checks that only the form can make: field → message. */
  readonly check?: (values: Values) => Readonly<Record<string, string>>;
  readonly submit: (parsed: Parsed, submitting: Submitting<Values>) => Promise<void>;
}

/**
 * A form whose problems, found here or by the server, stand at their fields in the person's language. What fails once
 * the form was closed is told in a notice.
 */
export function useSchemaForm<Values extends Record<string, unknown>, Parsed>(
  options: SchemaFormOptions<Values, Parsed>,
) {
  const messages = useMessages();
  const isHere = useIsHere();
  const notice = useNotice();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<AppError | null>(null);
  const form = useForm<Values>({
    mode: "controlled",
    initialValues: options.initialValues,
    validate: (values) => {
      const parsed = options.schema.safeParse(values);
      const problems = parsed.success ? {} : worded(fieldProblems(parsed.error), messages);
      return { ...problems, ...options.check?.(values) };
    },
  });

  const onSubmit = form.onSubmit(async (values) => {
    setBusy(true);
    setFailure(null);
    try {
      await options.submit(options.schema.parse(values), { values, isHere });
    } catch (error) {
      const known = asAppError(error);
      if (!isHere()) return void notice.fail(known);
      form.setErrors(worded(known.fields ?? {}, messages));
      setFailure(known);
    } finally {
      setBusy(false);
    }
  });

  return { form, busy, failure, clearFailure: () => setFailure(null), onSubmit };
}

function worded(problems: Readonly<Record<string, string>>, messages: Messages): Record<string, string> {
  return Object.fromEntries(
    Object.entries(problems).map(([field, given]) => {
      const problem = FIELD_PROBLEMS.find((known) => known === given) ?? "invalid";
      return [field, messages.fieldProblems[problem]];
    }),
  );
}
