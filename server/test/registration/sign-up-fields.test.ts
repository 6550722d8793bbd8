import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startTestApp, type Browser, type TestApp } from '../harness/app.js';
import { makeTenant, type TestTenant } from '../harness/tenants.js';
import { updatePage } from './administrator.js';
import { register, registerAndActivate } from './sign-up.js';

let app: TestApp;
let tenant: TestTenant;
let admin: Browser;

beforeAll(async () => {
  app = await startTestApp();
});
beforeEach(async () => {
  tenant = await makeTenant(app);
  admin = tenant.admin;
});

const english = (text: string) => [{ locale: 'en', text }];
const needed = [{ key: 'email' }, { key: 'password' }];
const size = {
  key: 'size',
  kind: 'CHOICE',
  labels: [...english('House size'), { locale: 'de', text: 'Größe' }],
  options: [
    { value: 'small', labels: english('Small') },
    { value: 'large', labels: english('Large') },
  ],
};

/** Saves the fields of the page besides those that every page needs; the faults, if any. */
const save = async (...fields: Record<string, unknown>[]): Promise<string[]> => {
  const { userErrors } = await updatePage(admin, tenant.selfRegistrationId, {
    signUpFields: [...needed, ...fields],
  });
  return userErrors.map(({ field, code }) => `${field.slice(1).join('.')} ${code}`);
};

/** Waits until the public page is the saved one. */
const saveAndShow = async (...fields: Record<string, unknown>[]): Promise<void> => {
  expect(await save(...fields)).toEqual([]);
  await expect.poll(shownKeys).toEqual([...needed, ...fields].map(({ key }) => key));
};

const shownKeys = async (): Promise<string[]> => {
  const { signUpPage } = await app
    .browser(tenant.host)
    .data<{ signUpPage: { signUpFields: { key: string }[] } }>(
      `{ signUpPage { signUpFields { key } } }`,
    );
  return signUpPage.signUpFields.map(({ key }) => key);
};

/** The faults of a form, by field. */
const send = async (input: Record<string, unknown>): Promise<string[]> => {
  const { data } = await register(app.browser(tenant.host), { email: 'a@b.example', ...input });
  return (data?.register.userErrors ?? []).map(
    ({ field, code }) => `${field.slice(1).join('.')} ${code}`,
  );
};

const custom = (key: string, value: string) => ({ customFields: [{ key, value }] });

describe('the fields of a page', () => {
  it('are at first names, address and password, the password twice', async () => {
    expect(await shownKeys()).toEqual([
      ...['firstName', 'lastName', 'email', 'password', 'passwordRepeat'],
    ]);
  });

  it('are shown in the order in which they were saved, with their labels', async () => {
    await saveAndShow({ key: 'phone', required: true, labels: english('Mobile') }, size);
    const { signUpPage } = await app.browser(tenant.host).data<{ signUpPage: object }>(
      `{ signUpPage { signUpFields {
           key name isCustom kind label required labels { locale text } options { value labels { text } } } } }`,
    );
    expect(signUpPage).toMatchObject({
      signUpFields: [
        { key: 'email', name: 'email', required: true, label: 'E-mail address', isCustom: false },
        { key: 'password', required: true },
        { key: 'phone', kind: 'PHONE', required: true, label: 'Mobile' },
        {
          key: 'size',
          name: 'customFields.size',
          kind: 'CHOICE',
          isCustom: true,
          required: false,
          label: 'House size',
          labels: size.labels,
          options: [{ value: 'small', labels: [{ text: 'Small' }] }, { value: 'large' }],
        },
      ],
    });
  });

  it.each<[string, Record<string, unknown>[], string[]]>([
    ['twice', [{ key: 'phone' }, { key: 'phone' }], ['signUpFields.3.key DUPLICATE']],
    [
      'with a strange key',
      [{ key: 'Über Größe', labels: english('x') }],
      ['signUpFields.2.key INVALID_TEXT'],
    ],
    [
      'with a key of the language',
      [{ key: '__proto__', labels: english('x') }],
      ['signUpFields.2.key INVALID_TEXT'],
    ],
    ['without a label', [{ key: 'hobby' }], ['signUpFields.2.labels REQUIRED']],
    [
      'with a label in another language only',
      [{ key: 'hobby', labels: [{ locale: 'de', text: 'Hobby' }] }],
      ['signUpFields.2.labels REQUIRED'],
    ],
    [
      'with a label that is too long',
      [{ key: 'hobby', labels: english('x'.repeat(256)) }],
      ['signUpFields.2.labels.0.text TOO_LONG'],
    ],
    [
      'in a language that nobody speaks',
      [{ key: 'phone', labels: [{ locale: 'tlh', text: 'x' }] }],
      ['signUpFields.2.labels.0.locale UNKNOWN_LOCALE'],
    ],
    ['of nothing to choose', [{ ...size, options: [] }], ['signUpFields.2.options REQUIRED']],
    [
      'of the same choice twice',
      [{ ...size, options: [size.options[0], size.options[0]] }],
      ['signUpFields.2.options.1.value DUPLICATE'],
    ],
    [
      'with a length that nobody can type',
      [{ key: 'hobby', labels: english('x'), maxLength: 0 }],
      ['signUpFields.2.maxLength OUT_OF_RANGE'],
    ],
    [
      'with bounds the wrong way round',
      [{ key: 'age', kind: 'NUMBER', labels: english('Age'), min: 9, max: 1 }],
      ['signUpFields.2.max OUT_OF_RANGE'],
    ],
    [
      'beyond thirty',
      Array.from({ length: 29 }, (_, n) => ({ key: `f${n}`, labels: english('x') })),
      ['signUpFields TOO_MANY'],
    ],
  ])('are not saved %s', async (_what, fields, faults) => {
    expect(await save(...fields)).toEqual(faults);
  });

  it('always have address and password', async () => {
    const { userErrors } = await updatePage(admin, tenant.selfRegistrationId, { signUpFields: [] });
    expect(userErrors.map(({ field, code }) => [field.at(-1), code])).toEqual([
      ['signUpFields', 'REQUIRED'],
      ['signUpFields', 'REQUIRED'],
    ]);
  });

  it('may be thirty', async () => {
    const many = Array.from({ length: 28 }, (_, n) => ({ key: `f${n}`, labels: english('x') }));
    expect(await save(...many)).toEqual([]);
  });

  it('stay text, whatever they are called', async () => {
    const label = '</script><img src=x onerror=alert(1)>';
    await saveAndShow({ key: 'hobby', labels: english(label) });
    const { body } = await app.browser(tenant.host).send({ path: '/signup' });
    expect(body).toContain('\\u003c/script>\\u003cimg');
    expect(body).not.toContain('<img src=x');
  });
});

describe('what a person enters', () => {
  const every = [
    { key: 'phone', required: true },
    { key: 'country', required: true },
    { key: 'city' },
    size,
    { key: 'rooms', kind: 'NUMBER', labels: english('Rooms'), min: 1, max: 20 },
    { key: 'terms', kind: 'CHECKBOX', labels: english('I own it'), required: true },
    { key: 'nickname', labels: english('Nickname'), maxLength: 5 },
  ];

  it('is checked, all faults at once, each at its field', async () => {
    await saveAndShow(...every);
    expect(await send({ email: 'nobody' })).toEqual([
      ...['email INVALID_EMAIL', 'phone REQUIRED', 'country REQUIRED'],
      'customFields.terms REQUIRED',
    ]);
    const wrong = {
      phone: 'call me',
      country: 'XX',
      city: 'x'.repeat(256),
      customFields: [
        { key: 'size', value: 'enormous' },
        { key: 'rooms', value: 'many' },
        { key: 'terms', value: 'perhaps' },
        { key: 'nickname', value: '🦦'.repeat(6) },
      ],
    };
    expect(await send(wrong)).toEqual([
      ...['phone INVALID_PHONE', 'country INVALID_CHOICE', 'city TOO_LONG'],
      ...['customFields.size INVALID_CHOICE', 'customFields.rooms INVALID_NUMBER'],
      ...['customFields.terms INVALID_CHOICE', 'customFields.nickname TOO_LONG'],
    ]);
  });

  it.each(['0', '21', '20.5', '-3'])('is a number within its bounds: not %s', async (value) => {
    await saveAndShow({ key: 'rooms', kind: 'NUMBER', labels: english('Rooms'), min: 1, max: 20 });
    expect(await send(custom('rooms', value))).toEqual(['customFields.rooms OUT_OF_RANGE']);
  });

  it('lands on registration, user and customer, and stays when the field goes', async () => {
    await saveAndShow(...every);
    const browser = app.browser(tenant.host);
    await registerAndActivate(app, browser, 'ada@fields.example', {
      ...{ phone: '+49 30 123456', country: 'DE', city: ' Berlin ', zip: 'not asked for' },
      customFields: [
        { key: 'size', value: 'large' },
        { key: 'rooms', value: '3,5' },
        { key: 'terms', value: 'true' },
        { key: 'unknown', value: 'not asked for' },
      ],
    });
    await saveAndShow();
    const kept = [
      { key: 'size', kind: 'CHOICE', label: 'House size', value: 'large', valueLabel: 'Large' },
      { key: 'rooms', kind: 'NUMBER', label: 'Rooms', value: '3.5', valueLabel: null },
      { key: 'terms', kind: 'CHECKBOX', label: 'I own it', value: 'true', valueLabel: null },
    ];
    const fields = '{ key kind label value valueLabel }';
    const { registrations } = await admin.data<{ registrations: { nodes: unknown[] } }>(
      `{ registrations { nodes { fields ${fields}
           user { phone customFields ${fields} }
           customer { country city zip address customFields ${fields} } } } }`,
    );
    expect(registrations.nodes).toEqual([
      {
        fields: [
          { key: 'phone', kind: 'PHONE', label: 'Phone', value: '+49 30 123456', valueLabel: null },
          { key: 'country', kind: 'COUNTRY', label: 'Country', value: 'DE', valueLabel: null },
          { key: 'city', kind: 'TEXT', label: 'City', value: 'Berlin', valueLabel: null },
          ...kept,
        ],
        user: { phone: '+49 30 123456', customFields: kept },
        customer: { country: 'DE', city: 'Berlin', zip: null, address: null, customFields: kept },
      },
    ]);
  });

  it('is not shown to a second registrant', async () => {
    await saveAndShow({ key: 'nickname', labels: english('Nickname') });
    const [ada, bob] = [app.browser(tenant.host), app.browser(tenant.host)];
    await registerAndActivate(app, ada, 'ada@two.example', custom('nickname', 'Countess'));
    await registerAndActivate(app, bob, 'bob@two.example');
    const { body } = await bob.graphql(
      `{ users { nodes { email phone customFields { value } } } customers { nodes { customFields { value } } } }`,
    );
    expect(body).toContain('bob@two.example');
    expect(body).not.toMatch(/Countess|ada@/);
  });
});
