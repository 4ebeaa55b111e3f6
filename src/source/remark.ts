/**
 * How a remark begins that somebody made for himself or a colleague, 要確認, TODO, 確認中, メモ, 仮, with nothing behind it that would make it a
 * part of a sentence: a part of a pattern that takes capitals and small letters alike.
 */
export const remarkWords =
  '(?:要(?:確認|修正|調整|検討|照会|相談)|(?:確認|調整|照会|作業)(?:中|待ち)|未確認|(?:後|あと)で(?:確認|修正|直す)|メモ|仮(?:置き|文)?|TODO|FIXME|XXX)' +
  '(?=$|[\\s:：、。,，(（\\[［【!！?？])';
