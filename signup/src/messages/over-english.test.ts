import { expect, it } from 'vitest';
import { messages as english } from './en.js';
import { overEnglish } from './over-english.js';

it('says in English what a language lacks, down to the single text', () => {
  const arabic = overEnglish({ language: 'اللغة', form: { title: 'إنشاء حساب' } });
  expect(arabic).toEqual({
    ...english,
    language: 'اللغة',
    form: { ...english.form, title: 'إنشاء حساب' },
  });
  expect(english.form.title).toBe('Create your account');
});
