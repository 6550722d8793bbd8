import type {
  CreateSelfRegistrationInput,
  SelfRegistrationFieldsFragment,
} from '../generated/graphql';
import { LOCALES, type Locale } from '../ui/appearance-store';
import { countCodePoints } from '../ui/form/code-points';
import { toLocalizedTexts, toTextsInput, type LocalizedTexts } from '../ui/form/localized';
import type { Faults } from './faults';

/** Longest welcome text in one language, in code points; the API enforces the same. */
export const WELCOME_TEXT_MAX = 200;

/** The page's own language and how it greets. */
export interface GreetingForm {
  locale: Locale;
  welcomeTexts: LocalizedTexts;
}

export function newGreetingForm(): GreetingForm {
  return { locale: 'en', welcomeTexts: toLocalizedTexts() };
}

type SavedGreeting = Pick<SelfRegistrationFieldsFragment, 'locale' | 'welcomeTexts'>;

export function toGreetingForm(saved: SavedGreeting): GreetingForm {
  return {
    locale: LOCALES.find((locale) => locale === saved.locale) ?? 'en',
    welcomeTexts: toLocalizedTexts(saved.welcomeTexts),
  };
}

export function toGreetingInput({
  locale,
  welcomeTexts,
}: GreetingForm): Pick<CreateSelfRegistrationInput, 'locale' | 'welcomeTexts'> {
  return { locale, welcomeTexts: toTextsInput(welcomeTexts) };
}

export function findGreetingFaults({ welcomeTexts }: GreetingForm): Faults {
  const faults: Faults = {};
  for (const locale of LOCALES) {
    if (countCodePoints(welcomeTexts[locale].trim()) > WELCOME_TEXT_MAX) {
      faults[`welcomeTexts.${locale}`] = 'welcomeTextTooLong';
    }
  }
  return faults;
}
