import { useMessages } from "@/components/messages/messages-provider";
import type { AppError } from "@/core/errors";

/** What is wrong with the file itself, or with the request. */
export function FileProblem({ error }: { readonly error: AppError }) {
  const { imports, errors } = useMessages();
  const problem = error.fields?.file;
  if (problem !== undefined && Object.hasOwn(imports.problems, problem)) {
    return imports.problems[problem as keyof typeof imports.problems];
  }
  return error.code === "too-large" ? imports.problems["too-large"] : errors[error.code];
}
