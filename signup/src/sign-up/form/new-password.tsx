import type { Drawable } from '../../jsx/drawable.js';
import { fill } from '../../messages/locale.js';
import type { SignUpField, SignUpPage } from '../../page-config.js';
import { containsPersonalWord, passwordLength } from '@gatehouse/password-rules';
import { estimateStrength } from '../password/password-strength.js';
import { PasswordField } from '../../ui/password-field.js';
import type { View } from '../../view.js';
import { fieldLabel } from './field-label.js';
import { toPasswordContext } from './validate.js';

interface NewPasswordProps {
  view: View;
  page: SignUpPage;
  field: SignUpField;
}

/** The password to be chosen, with its rules and its strength while it is typed. */
export function NewPassword({ view, page, field }: NewPasswordProps) {
  const { state, words } = view;
  const password = state.values[field.name] ?? '';
  const length = passwordLength(password);
  const min = page.passwordMinLength;
  const personal = containsPersonalWord(password, toPasswordContext(page, state.values));
  return (
    <PasswordField
      view={view}
      name={field.name}
      label={fieldLabel(view, field)}
      autocomplete={field.autocomplete}
      hint={
        <>
          <StrengthMeter password={password} words={words.password} />
          <ul class="rules">
            <Rule met={length >= min} word={words.password.met}>
              {fill(words.password.lengthRule, { min })}
              {length > 0 && length < min && (
                <span aria-hidden="true">
                  {` · ${fill(words.password.lengthCount, { count: length, min })}`}
                </span>
              )}
            </Rule>
            <Rule met={length > 0 && !personal} broken={personal} word={words.password.met}>
              {fill(words.password.personalRule, { tenant: page.tenantName })}
            </Rule>
          </ul>
          {length === 0 && <p class="hint">{words.password.advice}</p>}
        </>
      }
    />
  );
}

interface RuleProps {
  met: boolean;
  broken?: boolean;
  /** Said before a rule that is kept, for who can't see the tick. */
  word: string;
  children: Drawable;
}

function Rule({ met, broken = false, word, children }: RuleProps) {
  return (
    <li class={met ? 'met' : broken ? 'broken' : undefined}>
      {met && <span class="unseen">{word} </span>}
      {children}
    </li>
  );
}

function StrengthMeter({
  password,
  words,
}: {
  password: string;
  words: View['words']['password'];
}) {
  if (!password) return null;
  const strength = estimateStrength(password);
  return (
    <div class={`strength strength-${strength}`}>
      <span class="bar" aria-hidden="true" />
      <span aria-live="polite">
        {words.strength}: {words[`strength${strength}`]}
      </span>
    </div>
  );
}
