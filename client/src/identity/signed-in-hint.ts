/** The sign-up page of the same address reads it, and asks only then who is signed in. */
const KEY = 'gatehouse.signed-in';

/** Says to the sign-up page whether it is worth asking; the session alone decides. */
export function leaveSignedInHint(signedIn: boolean): void {
  if (signedIn) localStorage.setItem(KEY, 'yes');
  else localStorage.removeItem(KEY);
}
