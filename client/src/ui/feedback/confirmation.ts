import { shallowRef } from 'vue';

export interface Confirmation {
  title: string;
  text: string;
  /** The button that goes ahead, named after what it does. */
  action: string;
  danger?: boolean;
  /** The person must type exactly this before the button works. */
  typed?: string;
}

interface OpenConfirmation extends Confirmation {
  answer: (confirmed: boolean) => void;
}

/** The question that ConfirmationDialog shows. */
export const openConfirmation = shallowRef<OpenConfirmation>();

/** Asks before something that can't be taken back. Resolves to true when the person agrees. */
export function confirm(question: Confirmation): Promise<boolean> {
  openConfirmation.value?.answer(false);
  return new Promise((resolve) => {
    openConfirmation.value = {
      ...question,
      answer: (confirmed) => {
        openConfirmation.value = undefined;
        resolve(confirmed);
      },
    };
  });
}
