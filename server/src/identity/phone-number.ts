/** As people write numbers; 3 to 15 digits (E.164), an extension not counted. */
export const isPhoneNumber = (text: string): boolean => {
  const [number = ''] = text.split(/\s*(?:ext\.?|x)\s*/i, 1);
  const digits = number.replace(/\D/g, '').length;
  return (
    /^\+?[\d\s().\/-]+(?:\s*(?:ext\.?|x)\s*\d{1,6})?$/i.test(text) && digits >= 3 && digits <= 15
  );
};
