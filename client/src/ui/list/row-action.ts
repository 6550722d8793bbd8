/** An entry of RowMenu. */
export interface RowAction<Key extends string = string> {
  key: Key;
  label: string;
  danger?: boolean;
  /** Why it can't be used, e.g. the missing permission; the entry is grey and says so. */
  missing?: string | undefined;
}
