import { SignOutDocument } from '../generated/graphql';
import { useMutate } from '../ui/data/use-mutate';

/** Ends the session and loads the next page anew, so that nothing of this one stays in memory. */
export function useSignOut(): () => Promise<void> {
  const { mutate } = useMutate();
  return async () => {
    const outcome = await mutate(SignOutDocument, {});
    if (outcome) window.location.assign(outcome.payload.redirectTo ?? '/sign-in');
  };
}
