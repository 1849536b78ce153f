// English words: long work, and the files that come of it.
import type sv from '../sv/jobs.ts'
import type { Words } from '../words.ts'

export default {
  title: 'Files to download',
  lead: 'Large files are made on the side: you can leave this page and come back. A finished file is kept for seven days.',
  linkCharts: 'All charts in one file (SVG, PNG, CSV)',
  none: 'No file has been asked for yet.',
  make: 'Make the file',
  makeTitle: 'Make a new file',
  listTitle: 'Files asked for',
  file: 'File',
  state: 'State',
  asked: 'Asked for',
  by: 'By',
  bySystem: 'the system',
  backToList: 'All files',
  kind: {
    charts: {
      title: 'All charts',
      lead: 'A zip file with each chart of the results as SVG, as PNG in two sizes and as a table (CSV).',
    },
    report: {
      title: 'Report',
      lead: 'An interim or final report as Word or PDF.',
    },
    researchRelease: {
      title: 'Research archive for release',
      lead: 'Data in several formats with a codebook, in a zip file. Only municipalities that the results show wholly are included, and no free text. The answers are those of single people: read the README before the files are released.',
    },
    researchRestricted: {
      title: 'Research archive with restricted access',
      lead: 'Every single answer under a pseudonym, with municipality and actor group but without free text. Not to be passed on.',
    },
  },
  smallRelease: {
    size: (people, municipalities, of) =>
      `As things are it would hold the answers of ${people} people in ${municipalities} of ${of} municipalities.`,
    unknown: 'The archive can become very small.',
    why: 'Where some change or count of a municipality is hidden, now or in earlier figures, everybody there is left out: the hidden figure could be worked out otherwise.',
    restricted: 'Whoever may read all answers uses the archive of restricted access.',
    more: 'Often further municipalities and columns are left out for the same reason. The README in the archive says what was done.',
  },
  stateName: {
    queued: 'Waiting',
    running: 'Being made',
    done: 'Ready',
    failed: 'Failed',
    cancelled: 'Cancelled',
    interrupted: 'Interrupted',
    expired: 'Removed',
  },
  stateHelp: {
    queued: 'The file is made when the one before it is ready.',
    running: 'The file is being made.',
    done: 'The file is ready to download.',
    failed: 'There is no file.',
    cancelled: 'The work was cancelled before the file was ready. Nothing of it is left.',
    interrupted: 'The work was cut off: the server stopped, or answers were erased. Nothing of the file is left.',
    expired: 'The file has been removed: it is older than seven days, or answers that may be in it have been erased.',
  },
  progress: (done: string, total: string) => `${done} of ${total}`,
  progressLabel: 'How far the file is',
  follows: 'The page is read again every five seconds.',
  follow: 'Keep reading the page again',
  stopFollowing: 'Stop',
  download: (size: string) => `Download the file (${size})`,
  size: (megabytes: string) => `${megabytes} MB`,
  smallSize: (kilobytes: string) => `${kilobytes} kB`,
  sum: 'Checksum (SHA-256)',
  keptUntil: (day: string) => `The file is removed on ${day}.`,
  cancel: 'Cancel the work',
  again: 'Make the file again',
  toLogos: 'To the logotypes',
  error: {
    no_space: 'There is no room on the server’s disk. Ask whoever looks after the server for room, and try again.',
    too_big: 'The file grew too large for the server’s memory.',
    answers_changed:
      'The answers cannot be released now: they are no longer those that the figures were frozen from. Answers have changed, or a later wave has been added. Whoever took the frozen figures from the file could see what single persons answered. The archive can be made if a new cut of the answers as they are can be frozen.',
    nothing_to_release:
      'There is nothing to release: the results show no municipality wholly. Make an archive with restricted access instead.',
    wave_not_open: 'There are no results to make a file of.',
    logo_undrawable: (which: string) =>
      `Logotype number ${which} cannot be drawn. Remove it and add it again, preferably as PNG. Then make the file again.`,
    other: 'Something went wrong on our side. Try again; if that does not help, quote the address of this page.',
  },
} satisfies Words<typeof sv>
