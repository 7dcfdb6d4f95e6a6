/**
 * 祝日 by the names that the library gives them, also those of single days and of years past; in English as the translation
 * of the law has them (国民の祝日に関する法律, japaneselawtranslation.go.jp), and what it does not name as the press does.
 */
export const holidayWords: Record<string, string> = {
  元日: $localize`元日`,
  成人の日: $localize`成人の日`,
  建国記念の日: $localize`建国記念の日`,
  天皇誕生日: $localize`天皇誕生日`,
  春分の日: $localize`春分の日`,
  昭和の日: $localize`昭和の日`,
  憲法記念日: $localize`憲法記念日`,
  みどりの日: $localize`みどりの日`,
  こどもの日: $localize`こどもの日`,
  海の日: $localize`海の日`,
  山の日: $localize`山の日`,
  敬老の日: $localize`敬老の日`,
  秋分の日: $localize`秋分の日`,
  体育の日: $localize`体育の日`,
  スポーツの日: $localize`スポーツの日`,
  文化の日: $localize`文化の日`,
  勤労感謝の日: $localize`勤労感謝の日`,
  振替休日: $localize`振替休日`,
  国民の休日: $localize`国民の休日`,
  皇太子明仁親王の結婚の儀: $localize`皇太子明仁親王の結婚の儀`,
  昭和天皇の大喪の礼: $localize`昭和天皇の大喪の礼`,
  即位礼正殿の儀: $localize`即位礼正殿の儀`,
  皇太子徳仁親王の結婚の儀: $localize`皇太子徳仁親王の結婚の儀`,
  天皇の即位の日: $localize`天皇の即位の日`,
  即位礼正殿の儀の行われる日: $localize`即位礼正殿の儀の行われる日`,
};
/** A holiday in the page's language; one of a restaurant's own stays as they call it. */
export const holidayName = (name: string): string => holidayWords[name] ?? name;
