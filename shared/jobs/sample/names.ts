import type { Name } from '../../model/plan.ts'

/** Written characters with their sound: together they make a word in both languages. */
type Sound = readonly [zh: string, pinyin: string]

/** Characters that firms like in their names, paired so rarely that no pair is meant to be a real firm. */
const FIRST: readonly Sound[] = [
  ['泽', 'Ze'],
  ['曜', 'Yao'],
  ['岚', 'Lan'],
  ['沅', 'Yuan'],
  ['铎', 'Duo'],
  ['砚', 'Yan'],
  ['烨', 'Ye'],
  ['翎', 'Ling'],
  ['祺', 'Qi'],
  ['骁', 'Xiao'],
  ['沐', 'Mu'],
  ['峤', 'Qiao'],
  ['瀚', 'Han'],
  ['榆', 'Yu'],
  ['苡', 'Yi'],
]
const SECOND: readonly Sound[] = [
  ['霖', 'lin'],
  ['韬', 'tao'],
  ['辰', 'chen'],
  ['朔', 'shuo'],
  ['槐', 'huai'],
  ['矩', 'ju'],
  ['璞', 'pu'],
  ['珩', 'heng'],
  ['屿', 'yu'],
  ['笙', 'sheng'],
  ['陌', 'mo'],
  ['茗', 'ming'],
  ['阔', 'kuo'],
]

/** How many invented brands there are, each unlike the others. */
const BRANDS = FIRST.length * SECOND.length

/** The county and its townships, as firms put them before their brand. */
const PLACES: readonly Sound[] = [
  ['平阴', 'Pingyin'],
  ['平阴榆山', 'Pingyin Yushan'],
  ['平阴锦水', 'Pingyin Jinshui'],
  ['平阴孔村', 'Pingyin Kongcun'],
  ['平阴孝直', 'Pingyin Xiaozhi'],
  ['平阴安城', 'Pingyin Ancheng'],
  ['平阴洪范', 'Pingyin Hongfan'],
]

const SURNAMES: readonly Sound[] = [
  ['王', 'Wang'],
  ['李', 'Li'],
  ['张', 'Zhang'],
  ['刘', 'Liu'],
  ['孙', 'Sun'],
  ['丁', 'Ding'],
  ['于', 'Yu'],
  ['展', 'Zhan'],
  ['廉', 'Lian'],
  ['尹', 'Yin'],
  ['郭', 'Guo'],
]
const GIVEN: readonly Sound[] = [
  ['晓燕', 'Xiaoyan'],
  ['建国', 'Jianguo'],
  ['丽', 'Li'],
  ['海涛', 'Haitao'],
  ['志强', 'Zhiqiang'],
  ['文静', 'Wenjing'],
  ['春梅', 'Chunmei'],
  ['鹏', 'Peng'],
  ['玉兰', 'Yulan'],
]

/** A firm's brand: the word by which its name differs from all others. */
export function brandName(index: number): Name {
  // A stride that shares no factor with the number of pairs visits each once, and neighbours look unlike.
  const pair = (index * 67) % BRANDS
  const [first, second] = [FIRST[pair % FIRST.length]!, SECOND[Math.floor(pair / FIRST.length)]!]
  return { zh: first[0] + second[0], en: first[1] + second[1] }
}

/** The full name of the invented firm with this number in this trade. */
export function firmName(index: number, trade: Name): Name {
  const brand = brandName(index)
  const [placeZh, placeEn] = PLACES[(index * 3) % PLACES.length]!
  return { zh: `${placeZh}${brand.zh}${trade.zh}有限公司`, en: `${placeEn} ${brand.en} ${trade.en} Co., Ltd.` }
}

/** Somebody's invented name. */
export function personName(index: number): Name {
  const [surname, given] = [SURNAMES[(index * 5) % SURNAMES.length]!, GIVEN[(index * 4 + Math.floor(index / 9)) % GIVEN.length]!]
  return { zh: surname[0] + given[0], en: `${given[1]} ${surname[1]}` }
}
