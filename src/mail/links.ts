// The addresses that letters carry. The routes of the same names answer them.

/** @param baseUrl without a trailing slash */
export const answerLink = (baseUrl: string, token: string): string => `${baseUrl}/s/${token}`

/** No more reminders about this wave. A GET shows a question; only a POST changes anything (RFC 8058). */
export const quietLink = (baseUrl: string, token: string): string => `${baseUrl}/quiet/${token}`

/** Where a member of staff chooses a password. A GET changes nothing. */
export const passwordLink = (baseUrl: string, token: string): string => `${baseUrl}/password/${token}`
