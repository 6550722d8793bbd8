/** Shortest password the API takes, in code points (NIST SP 800-63B-4, without a second factor). */
export const PASSWORD_MIN_CODE_POINTS = 15;
