import { createContext, useContext } from 'react'
import { pageEn } from '../../../../shared/model/texts/en/page.ts'
import type { PageTexts } from '../../../../shared/model/texts/page-texts.ts'
import { pageZh } from '../../../../shared/model/texts/zh-CN/page.ts'

export type PageLanguage = 'en' | 'zh-CN'

export const WORDS: Record<PageLanguage, PageTexts> = { en: pageEn, 'zh-CN': pageZh }

export const Words = createContext<PageTexts>(pageEn)

/** The words of the page in the language that was chosen. */
export const useWords = (): PageTexts => useContext(Words)
