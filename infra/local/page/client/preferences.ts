import { useEffect, useState } from 'react'
import type { PageLanguage } from './page-words.ts'

export type Theme = 'auto' | 'light' | 'dark'

/** A choice that this browser remembers. */
export function usePreference<T extends string>(
  name: string,
  allowed: readonly T[],
  otherwise: () => T,
): [T, (value: T) => void] {
  const [value, setValue] = useState<T>(() => {
    const kept = localStorage.getItem(name)
    return allowed.find((one) => one === kept) ?? otherwise()
  })
  const choose = (next: T) => {
    localStorage.setItem(name, next)
    setValue(next)
  }
  return [value, choose]
}

/** The language of whoever looks, until another is chosen. */
export const useLanguage = () =>
  usePreference<PageLanguage>('language', ['en', 'zh-CN'], () => (navigator.language.startsWith('zh') ? 'zh-CN' : 'en'))

/** The colours; set on the document, where the style sheet looks. */
export function useTheme(): [Theme, (theme: Theme) => void] {
  const [theme, setTheme] = usePreference<Theme>('theme', ['auto', 'light', 'dark'], () => 'auto')
  useEffect(() => {
    document.documentElement.dataset.theme = theme
  }, [theme])
  return [theme, setTheme]
}

/** Whether the page is dark now. */
export function useIsDark(theme: Theme): boolean {
  const [system, setSystem] = useState(() => matchMedia('(prefers-color-scheme: dark)').matches)
  useEffect(() => {
    const query = matchMedia('(prefers-color-scheme: dark)')
    const onChange = () => setSystem(query.matches)
    query.addEventListener('change', onChange)
    return () => query.removeEventListener('change', onChange)
  }, [])
  return theme === 'dark' || (theme === 'auto' && system)
}
