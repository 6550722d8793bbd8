/** Hashes and compares passwords; slow on purpose, and never more at once than the machine carries. */
export interface PasswordHasher {
  /** @throws OVERLOADED when too many wait */
  hash(password: string): Promise<string>;
  /**
   * Compares in the same time whether or not there is a hash to compare with.
   * @throws OVERLOADED when too many wait
   */
  verify(hash: string | null, password: string): Promise<boolean>;
  /** Whether a hash was made with weaker figures than today's. */
  isOutdated(hash: string): boolean;
}
