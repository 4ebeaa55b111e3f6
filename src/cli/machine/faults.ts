import type { Bilingual } from '../../diagnostics/diagnostic.js';
import { CallError } from '../host.js';

const noFile: Bilingual = { ja: 'ふつうのファイルではありません（名前付きパイプなど）', en: 'is no regular file (a pipe or the like)' };

const tooMany: Bilingual = { ja: '開いているファイルが多すぎます', en: 'too many files are open' };

/** The host's words for a fault of the file system. */
const faults: Record<string, Bilingual> = {
  ENOENT: { ja: 'ありません', en: 'does not exist' },
  EACCES: { ja: '権限がありません', en: 'permission denied' },
  EPERM: { ja: '権限がありません', en: 'permission denied' },
  EISDIR: { ja: 'フォルダです', en: 'is a folder' },
  ENOTDIR: { ja: 'フォルダではないものが途中にあります', en: 'something on the way is not a folder' },
  EEXIST: { ja: '同じ名前のファイルがあります', en: 'a file of that name is in the way' },
  ENOSPC: { ja: '空き容量がありません', en: 'no space left' },
  EDQUOT: { ja: '割り当てられた容量がいっぱいです', en: 'the quota of space is used up' },
  EFBIG: { ja: 'ファイルが大きすぎます', en: 'the file is too large' },
  EIO: { ja: '装置が応じません', en: 'the device fails' },
  EBUSY: { ja: 'ほかのプログラムが使っています', en: 'another program uses it' },
  EMFILE: tooMany,
  ENFILE: tooMany,
  ENAMETOOLONG: { ja: '名前が長すぎます', en: 'the name is too long' },
  EINVAL: { ja: 'この場所ではできません', en: 'the place does not allow it' },
  EFTYPE: noFile,
  EAGAIN: noFile,
  ENXIO: noFile,
  ELOOP: { ja: 'リンクが輪になっています', en: 'its links go round in a circle' },
  EROFS: { ja: '書き込めない場所です', en: 'the place is read-only' },
};

/** Does something with a file or folder; what the system refuses is thrown as a `CallError` that names the path. */
export function attempt<T>(path: string, doing: 'read' | 'write', action: () => T): T {
  try {
    return action();
  } catch (error) {
    const fault = wordsOf(error as NodeJS.ErrnoException);
    throw new CallError({
      ja: `\`${path}\` を${doing === 'read' ? '読めません' : '書けません'}: ${fault.ja}`,
      en: `cannot ${doing} \`${path}\`: ${fault.en}`,
    });
  }
}

/** A fault of writing to standard output, as one of the call. */
export function outputFault(error: NodeJS.ErrnoException): CallError {
  const fault = wordsOf(error);
  return new CallError({ ja: `標準出力に書けません: ${fault.ja}`, en: `cannot write to standard output: ${fault.en}` });
}

/** What is no fault of the file system is thrown on. */
function wordsOf(error: NodeJS.ErrnoException): Bilingual {
  const { code } = error;
  if (!code) throw error;
  return faults[code] ?? { ja: `システムの誤りです（${code}）`, en: `the system says ${code}` };
}
