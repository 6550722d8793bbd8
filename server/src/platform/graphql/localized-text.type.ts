import { Field, InputType, ObjectType } from 'type-graphql';
import type { Locale } from '../locale/locale.js';
import type { LocalizedText } from '../locale/localized-text.js';

@ObjectType('LocalizedText', { description: 'A text in one language.' })
export class LocalizedTextType implements LocalizedText {
  @Field(() => String, { description: 'Language, e.g. `de`.' })
  locale!: Locale;

  @Field(() => String, { description: 'Plain text.' })
  text!: string;
}

@InputType({ description: 'A text in one language; a blank one counts as none.' })
export class LocalizedTextInput {
  @Field(() => String, { description: 'A language of the product, `en` or `de`, each once.' })
  locale!: string;

  @Field(() => String, { description: 'Plain text; the field says how long it may be.' })
  text!: string;
}
