import { Alert } from "@mantine/core";
import type { AppError } from "@/core/errors";
import { useMessages } from "../messages/messages-provider";

/** What went wrong with a whole form or dialog; read out when it appears. */
export function FailureNotice({ failure }: { failure: AppError | null }) {
  const { errors } = useMessages();
  if (failure === null) return null;
  return (
    <Alert color="vermilion" variant="light" role="alert" p="xs">
      {errors[failure.code]}
    </Alert>
  );
}
