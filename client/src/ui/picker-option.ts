export interface PickerOption {
  id: string;
  label: string;
  /** Shown small beside the label. */
  detail?: string;
  /** Why it can't be chosen. */
  reason?: string;
}
