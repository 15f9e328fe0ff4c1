import { Alert, Anchor } from "@mantine/core";
import type { AppError } from "@/core/errors";
import { useMessages } from "../messages/messages-provider";

/** What went wrong with a whole form or dialog; read out when it appears. Without a session it leads to signing in. */
export function FailureNotice({ failure }: { failure: AppError | null }) {
  if (failure === null) return null;
  return (
    <Alert color="vermilion" variant="light" role="alert" p="xs">
      <FailureWords failure={failure} />
    </Alert>
  );
}

/** What such a notice says, for one that has more in it. */
export function FailureWords({ failure }: { failure: AppError }) {
  const { errors, auth } = useMessages();
  return (
    <>
      {errors[failure.code]}
      {failure.code === "unauthenticated" && (
        // In a tab of its own: what is filled in here stays, to be sent again.
        <Anchor
          href={`/sign-in?next=${encodeURIComponent(window.location.pathname)}`}
          target="_blank"
          inherit
          ml="xs"
        >
          {auth.signInAgain}
        </Anchor>
      )}
    </>
  );
}
