// A time of the day as it is typed: "9:00", "09.00" or "24:00".

/** Minutes after midnight, at most 1439, or 1440 where the end of a day is asked for; undefined where it is no time. */
export function readTime(typed: string, most = 1439): number | undefined {
  const [, hours, minutes] = /^(\d{1,2})[:.]([0-5]\d)$/.exec(typed.trim()) ?? []
  const all = 60 * Number(hours) + Number(minutes)
  return all <= most ? all : undefined
}

/** 540 → "09:00". */
export const writeTime = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
