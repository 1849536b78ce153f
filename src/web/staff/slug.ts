// Short names for addresses of pages, out of names that people wrote.

/** "Service på landsbygden" → "service-pa-landsbygden"; with a number where that name is taken. */
export function makeSlug(name: string, isTaken: (slug: string) => boolean): string {
  const plain = slugify(name) || 'projekt'
  let slug = plain
  for (let number = 2; slug === 'new' || isTaken(slug); number += 1) slug = `${plain}-${number}`
  return slug
}

/** "Glommersträsk by" → "glommerstrask-by": the code of a unit that came without one, at most 20 letters. */
export function makeCode(name: string, isTaken: (code: string) => boolean): string {
  const plain = slugify(name).slice(0, 16).replace(/-+$/, '') || 'enhet'
  let code = plain
  for (let number = 2; isTaken(code); number += 1) code = `${plain}-${number}`
  return code
}

/** Letters without their marks, digits and hyphens, at most 40; empty where nothing of the name is left. */
export const slugify = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 40)
    .replace(/^-+|-+$/g, '')
