// Which addresses lie behind a mailed link. There the address itself is the key: no cookie is needed, and none is set.

export const isBehindLink = (url: string): boolean => /^\/(s|quiet)\//.test(url)

/** Also where a new link is asked for: who comes there has no account either. */
export const isForParticipants = (url: string): boolean => isBehindLink(url) || /^\/lost-link\b/.test(url)
