// Which addresses lie behind a mailed link. There the address itself is the key: no cookie is needed, and none is set.

export const isBehindLink = (url: string): boolean => /^\/(s|quiet)\//.test(url)
