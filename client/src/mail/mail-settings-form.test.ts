import { describe, expect, it } from 'vitest';
import { toForm, toInput, withPreset } from './mail-settings-form';

describe('mail settings as a form', () => {
  it('keeps secrets that are not typed anew by leaving them out', () => {
    const form = { ...toForm(null), host: 'smtp.acme.example', username: ' acme ' };
    expect(toInput(form)).toMatchObject({ username: 'acme', password: undefined });
    expect(toInput({ ...form, password: ' with spaces ' }).password).toBe(' with spaces ');
  });

  it('fills in what is known of a provider, and keeps the sender', () => {
    const form = { ...toForm(null), fromAddress: 'a@acme.example', password: 'of another' };
    expect(withPreset(form, 'SENDGRID')).toMatchObject({
      ...{ host: 'smtp.sendgrid.net', username: 'apikey', password: '' },
      fromAddress: 'a@acme.example',
    });
    expect(toInput(withPreset(form, 'GMAIL'))).not.toHaveProperty('password');
  });

  it('sends endpoints for other providers only', () => {
    const form = withPreset(toForm(null), 'OTHER');
    form.authentication = 'OAUTH2';
    form.oauth2.tokenUrl = 'https://login.example/token';
    expect(toInput(form).oauth2?.tokenUrl).toBe('https://login.example/token');
    expect(toInput({ ...form, provider: 'OFFICE_365' }).oauth2).not.toHaveProperty('tokenUrl');
  });
});
