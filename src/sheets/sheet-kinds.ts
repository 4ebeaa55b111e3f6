/** The kinds of sheets by their names, and the words for them. */
export const sheetKinds = { progress: '進捗', revision: '改正', check: '確認' } as const;
