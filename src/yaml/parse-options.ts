/** How every text is read: scalars stay text, doubled keys are told by us. */
export const parseOptions = { schema: 'failsafe', prettyErrors: false, uniqueKeys: false, strict: true, logLevel: 'silent' } as const;
