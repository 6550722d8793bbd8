import fc from 'fast-check';
import { expect, it } from 'vitest';
import { toMailName } from './mail-name.js';

it.each([
  [null, null],
  ['', null],
  ['   ', null],
  ['Ada', 'Ada'],
  ['  Ada   Lovelace ', 'Ada Lovelace'],
  ["Sinéad O'Connor", "Sinéad O'Connor"],
  ['Jean-Luc Müller', 'Jean-Luc Müller'],
  ['J. R. R. Tolkien', 'J. R. R. Tolkien'],
  ['李小龍', '李小龍'],
  ['अदिति', 'अदिति'],
  ['John 3', 'John 3'],
  ['http://evil.example', null],
  ['Ada https://evil.example/x?y=z click', 'Ada click'],
  ['visit evil.example now', 'visit now'],
  ['www.evil', null],
  ['t.co', null],
  ['ab.c', null],
  ['Ada evil。example', 'Ada'],
  ['Ada evil．example', 'Ada'],
  ['mail me@evil.example', 'mail'],
  ['javascript:alert(1)', null],
  ['tel:+49123', null],
  ['//evil', null],
  ['evil\\share', null],
  ['call 1.2.3.4', 'call'],
  ['ev\u200bil.exa\u200bmple', null],
  ['<a href="x">Ada</a>', 'a'],
  ['<b>Ada', 'b Ada'],
  ['Ada\r\nBcc bob', 'Ada Bcc bob'],
  ['\u202eadA', 'adA'],
  ['🎁 Ada 🎁', 'Ada'],
  ['hxxp[:]evil[.]example', null],
  ['x'.repeat(60), 'x'.repeat(50)],
  ['𝒜'.repeat(60), 'A'.repeat(50)],
  ['李'.repeat(51), '李'.repeat(50)],
])('%j becomes %j', (typed, name) => {
  expect(toMailName(typed)).toBe(name);
});

it('leaves nothing that a mail program makes a link of', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fc.webUrl(), fc.domain(), fc.emailAddress(), fc.string()), {
        maxLength: 4,
      }),
      (parts) => {
        const name = toMailName(parts.join(' ')) ?? '';
        expect(name).not.toMatch(/[@:/\\<>]|\p{L}{2}\.\p{L}{2}/u);
        expect([...name].length).toBeLessThanOrEqual(50);
      },
    ),
    { numRuns: 1_000 },
  );
});
