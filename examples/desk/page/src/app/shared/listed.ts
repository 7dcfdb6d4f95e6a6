/** One after the other, as the page's language lists them. */
export const listed = (parts: readonly string[]): string => parts.filter(Boolean).join($localize`、`);
