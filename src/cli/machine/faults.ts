import type { Bilingual } from '../../diagnostics/diagnostic.js';
import { CallError } from '../host.js';

/** The host's words for a fault of the file system. */
const faults: Record<string, Bilingual> = {
  ENOENT: { ja: 'ありません', en: 'does not exist' },
  EACCES: { ja: '権限がありません', en: 'permission denied' },
  EPERM: { ja: '権限がありません', en: 'permission denied' },
  EISDIR: { ja: 'フォルダです', en: 'is a folder' },
  ENOTDIR: { ja: 'フォルダではないものが途中にあります', en: 'something on the way is not a folder' },
  EEXIST: { ja: '同じ名前のファイルがあります', en: 'a file of that name is in the way' },
  ENOSPC: { ja: '空き容量がありません', en: 'no space left' },
  EROFS: { ja: '書き込めない場所です', en: 'the place is read-only' },
};

export function attempt<T>(path: string, doing: 'read' | 'write', action: () => T): T {
  try {
    return action();
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? '';
    if (!code) throw error;
    const fault = faults[code] ?? { ja: code, en: code };
    throw new CallError({
      ja: `\`${path}\` を${doing === 'read' ? '読めません' : '書けません'}: ${fault.ja}`,
      en: `cannot ${doing} \`${path}\`: ${fault.en}`,
    });
  }
}
