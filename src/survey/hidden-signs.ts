// Signs that are drawn as nothing: they come along with what is pasted from web pages, chats and documents.

/** White space, format and control characters, and the letters that are drawn as nothing. */
const nothingToSee = /^[\s\p{C}\p{Default_Ignorable_Code_Point}\u2800]*$/u
export const isBlank = (text: string): boolean => nothingToSee.test(text)

/** A space is a space, however wide. The mark that a file begins with is none, although scripts count it as one. */
const spaces = /[^\S\ufeff]|\u2800/g
const hidden = /[\p{Cc}\p{Default_Ignorable_Code_Point}]/gu

/** For numbers and days, where a sign that nobody sees means nothing: what the field shows, with plain spaces. */
export const asSeen = (text: string): string => text.replace(spaces, ' ').replace(hidden, '').trim()
