/** The languages of the tool's own words. Texts of a plan stay in their own language. */
export type Lang = 'ja' | 'en';
