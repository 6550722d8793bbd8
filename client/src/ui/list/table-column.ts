/** A column of DataTable; its cells come from the slot `cell-<key>`. */
export interface TableColumn {
  key: string;
  label: string;
  /** `end` for figures. */
  align?: 'end';
}
