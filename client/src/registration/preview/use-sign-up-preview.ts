import { onScopeDispose, shallowRef, watch } from 'vue';
import { SignUpPagePreviewDocument } from '../../generated/graphql';
import { useApollo } from '../../ui/data/apollo';
import type { SelfRegistrationForm } from '../self-registration-form';
import { toDraftInput, withDraftCaptcha, type PageLooks, type SignUpPage } from './draft-page';
import type { PreviewedText } from './preview-messages';

/** Milliseconds without a key before the draft is asked about. */
const PAUSE = 150;

/** Follows what is typed; nothing is saved by it. `id`: absent for a page that is new. */
export function useSignUpPreview(form: () => SelfRegistrationForm, id: () => string | undefined) {
  const client = useApollo();
  const page = shallowRef<SignUpPage>();
  const looks = shallowRef<PageLooks | null>(null);
  /** Whose looks those are: with their image they are too large to be asked for at every key. */
  let looksOf: string | undefined;
  const failed = shallowRef<Error>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let asked = 0;

  async function ask(withTexts: boolean, withLooks = false) {
    const { data } = await client.query({
      query: SignUpPagePreviewDocument,
      variables: { id: id() ?? null, input: toDraftInput(form()), withTexts, withLooks },
      fetchPolicy: 'no-cache',
    });
    return data?.signUpPagePreview;
  }

  async function refresh() {
    const turn = ++asked;
    try {
      const domainId = form().domain?.id ?? '';
      const found = await ask(false, domainId !== looksOf);
      if (turn !== asked || !found) return;
      if (found.looks) {
        looks.value = found.looks;
        looksOf = domainId;
      }
      page.value = withDraftCaptcha(found.page, form());
      failed.value = undefined;
    } catch (error) {
      if (turn === asked) failed.value = error as Error;
    }
  }

  async function loadText(versionId: string, locale: string): Promise<PreviewedText | null> {
    const found = await ask(true).catch(() => undefined);
    const texts = found?.legalTexts?.filter((text) => text.versionId === versionId) ?? [];
    const text = texts.find((one) => one.locale === locale) ?? texts[0];
    return text ? { title: text.title, locale: text.locale, html: text.html } : null;
  }

  watch(
    () => JSON.stringify([toDraftInput(form()), form().captcha.provider]),
    () => {
      clearTimeout(timer);
      timer = setTimeout(refresh, page.value ? PAUSE : 0);
    },
    { immediate: true },
  );

  /** The branding is saved elsewhere: whoever comes back from there sees what it is now. */
  function onReturn() {
    if (document.visibilityState !== 'visible' || !page.value) return;
    looksOf = undefined;
    void refresh();
  }
  document.addEventListener('visibilitychange', onReturn);

  onScopeDispose(() => {
    clearTimeout(timer);
    document.removeEventListener('visibilitychange', onReturn);
  });

  return { page, looks, failed, refresh, loadText };
}
