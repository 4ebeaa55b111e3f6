export function compiledTemplates(): string;
export const isPlaceOfTemplates: RegExp;
