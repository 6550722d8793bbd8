/** A column of DataTable; its cells come from the slot `cell-<key>`. */
export interface TableColumn {
  key: string;
  label: string;
  /** `end` for figures. */
  align?: 'end';
  /** How the rows stand by this column; absent where they can't be sorted by it. */
  sorted?: 'ascending' | 'descending' | 'none';
}
