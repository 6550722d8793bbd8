/** As Standard Webhooks advises. */
const SECRET_BYTES = 32;

/** A fresh secret to sign calls with; the far side gets the same one. */
export function newSigningSecret(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(SECRET_BYTES));
  return `whsec_${btoa(String.fromCharCode(...bytes))}`;
}
