/**
 * How graphql-js words messages that quote what the caller sent, with what may stay of them.
 * A quoted value can hold anything, a password or the look of a message's end, so all behind it goes.
 */
const quoting: readonly (readonly [RegExp, string])[] = [
  [/^Variable "(\$\w+)" got invalid value [\s\S]*$/, 'Variable "$1" has a value of another type.'],
  [/^(Enum "\w+"|\w+) cannot represent [\s\S]*$/, '$1 can not be made of the value given.'],
  [/^(Expected value of type "[^"]+"), found [\s\S]*$/, '$1.'],
  [/^Value "[\s\S]*" does not exist in ("\w+") enum[\s\S]*$/, 'Not a value of $1.'],
  [/^(Argument "\w+") has invalid value [\s\S]*$/, '$1 has an invalid value.'],
  [/^(Syntax Error: Expected [^,]+), found [\s\S]*$/, '$1.'],
  [/^(Syntax Error: Unexpected \w+) [\s\S]*$/, '$1.'],
  [/^(Syntax Error: Invalid [^:]+): [\s\S]*$/, '$1.'],
];

/** A message of graphql-js without the caller's values: names and types of the schema only. */
export const withoutValues = (message: string): string => {
  for (const [form, rest] of quoting) {
    if (form.test(message)) return message.replace(form, rest);
  }
  return message;
};
