/** Control characters, which HTML does not have, as they stand between the brackets of a pattern. */
export const controls = '\\0-\\x08\\x0B\\x0E-\\x1F\\x7F-\\x9F\\uFFFE\\uFFFF';
