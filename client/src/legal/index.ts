/** What the editor of sign-up pages uses of legal texts. */
export { default as LegalDocumentField } from './LegalDocumentField.vue';
