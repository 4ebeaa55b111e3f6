/** tokens.css of @digital-go-jp/design-tokens, put in by the build. */
declare const __DESIGN_TOKENS__: string;

/** A style sheet with those design tokens before it that it uses. */
export function withTokens(style: string): string {
  const values = new Map([...__DESIGN_TOKENS__.matchAll(/^\s*(--[\w-]+):\s*(.+);$/gm)].map(([, name = '', value = '']) => [name, value]));
  const used = new Set<string>();
  const visit = (text: string) => {
    for (const [, name = ''] of text.matchAll(/var\((--[\w-]+)/g)) {
      const value = values.get(name);
      if (value === undefined || used.has(name)) continue;
      used.add(name);
      visit(value);
    }
  };
  visit(style);
  const lines = [...used].sort().map((name) => `  ${name}: ${values.get(name)};\n`);
  return `/* Design tokens: デジタル庁デザインシステム (@digital-go-jp/design-tokens, MIT) */\n:root {\n${lines.join('')}}\n\n${style}`;
}
