/** The reject class, of what is no digit, for networks that tell it apart: 0 to 9 are the digits. */
export const nonDigitClass = 10;
