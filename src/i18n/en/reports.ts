// English words of the pages where reports are written.
import type sv from '../sv/reports.ts'
import type { Words } from '../words.ts'

const undrawn = (signs: string): string =>
  `The PDF cannot show these characters${signs}. It has □ in their place, and accents fall away.`

export default {
  title: 'Reports',
  lead: 'A report to the funder is filled from a frozen cut. The texts are yours to change, the figures follow the cut.',
  none: 'No report has been begun.',
  create: 'New report',
  kindLegend: 'Which report?',
  kindHelp: {
    interim: 'Progress report: goals, implementation, responses and levels at the start. No change.',
    final: 'Final report: the whole outline, municipality by municipality, with method and appendices.',
  },
  kindMissing: 'Choose which report it is',
  createFrom: (code) => `Figures are taken from cut ${code}, the latest.`,
  createWithout:
    'No cut has been frozen yet: the project’s coordinator does that. The report can be begun all the same; figures come when there is a cut.',
  button: 'Begin the report',
  name: (kind, ordinal) => `${kind} ${ordinal}`,
  latest: (day, who) => `Last changed ${day} by ${who}`,
  bySystem: 'the system',
  cut: (code) => `Cut ${code}`,
  noCut: 'No cut',
  newerCut: (code) =>
    `There is a newer cut, ${code}. Your own texts stay; where the new one gives another text, you choose.`,
  firstCut: (code) => `There is a cut, ${code}. Take the figures from it to fill the report.`,
  refresh: (code) => `Take the figures from ${code}`,
  downloads: 'Download the report',
  downloadsLead: 'This takes a few seconds. The same cut and the same texts give the same file, byte for byte.',
  download: { sv: 'in Swedish', en: 'in English' },
  format: { docx: 'Word', pdf: 'PDF' },
  partsTitle: 'Texts',
  partsLead:
    'Every part can have a text of your own in place of the one made from the figures. Tables and pictures always follow the cut.',
  otherLanguage:
    'Texts are written for one language at a time. Change language at the top of the page to write the Swedish report.',
  status: {
    generated: 'made from figures',
    own: 'own text',
    changed: 'the figures’ text has changed',
    empty: 'no text',
    tables: 'tables',
  },
  staleCount: (count) => (count === '1' ? '1 number is out of date' : `${count} numbers are out of date`),
  emptyNote: 'A part without text and table is left out of the report.',
  factsTitle: 'Facts',
  factsLead: 'What cannot be computed.',
  fact: {
    cover: { title: 'First page', help: 'Journal number, recipient, period, version and the fund’s text.' },
    targets: {
      title: 'Counted targets',
      help: 'Goal, outcome, evidence and deviation. A goal is met when there is evidence.',
    },
    finance: { title: 'Co-financing', help: 'Decided and received per municipality.' },
  },
  logos: 'Logotypes',
  logosHelp: 'EU emblem, fund and authority, for the first page.',
  historyTitle: 'Who has changed what',
  history: {
    created: 'began the report',
    refreshed: 'took figures from another cut',
    text_written: (part) => `wrote “${part}”`,
    text_dropped: (part) => `went back to the figures’ text in “${part}”`,
    facts_written: (topic) => `changed “${topic}”`,
  },
  undrawn: `${undrawn('')} The Word file shows them where the reader’s computer can.`,
  undrawnQuotes: 'Quotes and themes',
  edit: {
    lead: 'How to write',
    markup: [
      'An empty line: a new paragraph. A line that begins with “- ”: a point of a list. A line that begins with “## ”: a heading.',
      'The number in brackets behind a figure, as in 8.3[1], says which figure of the cut it is. Leave it, and the figure gets its reference in the report.',
    ],
    text: 'Text',
    generatedTitle: 'The figures’ text',
    ownTitle: 'Your text',
    theirsTitle: 'The text that somebody else has saved',
    formerTitle: 'The figures’ text when you wrote yours',
    evidence: 'After the text comes',
    noEvidence: 'No tables or pictures belong to this part.',
    sources: 'Figures in the text',
    source: (number) => `[${number}]`,
    save: 'Save the text',
    keep: 'Keep the text in the box',
    takeNew: 'Take the new text',
    drop: 'Remove my text and show the figures’',
    changed:
      'The figures’ text has changed since you wrote yours. Your text stands until you choose. Keep it, take the new one, or change it in the box and save.',
    unread: (marks) =>
      `This is printed as it stands, signs and all: ${marks}. The report reads only the signs explained below the box.`,
    undrawn: (signs) => `${undrawn(`: ${signs}`)} Replace them if they are needed.`,
    withoutSources:
      'The text has no references to the cut, though the text from the figures has. Write the number in brackets after each figure, so that a reader sees where it comes from.',
    stale: 'Numbers in your text that do not agree with the cut:',
    staleNow: (written, current) => `you wrote ${written}, the cut says ${current}`,
    staleGone: (written) => `you wrote ${written}, but the cut shows no such number`,
    overtaken: (who, time) =>
      `${who} saved this text ${time}, while you were writing. Nothing is lost: both texts stand here. Join them in the box and save.`,
    tooLong: 'The text is too long: at most 20,000 characters',
    empty: 'Write something, or show the figures’ text',
    written: (who, time) => `Written by ${who}, ${time}`,
  },
  facts: {
    overtaken: (who, time) =>
      `${who} saved these facts ${time}, while you were writing. Yours stand in the form, and the saved ones below it. Compare, mend and save again.`,
    saved: 'Saved facts',
    field: 'Fact',
    value: 'Value',
    tooLong: 'The text is too long',
    cover: {
      journalNumber: {
        label: 'Journal number',
        hint: 'The authority’s number, and the registration number of the decision',
      },
      recipient: { label: 'Recipient', hint: 'For example Tillväxtverket' },
      period: { label: 'Period', hint: 'As the funder writes it' },
      version: { label: 'Version of the report', hint: 'For example 0.1 for a draft and 1.0 for the one you send' },
      contact: { label: 'Contact', hint: 'Name and e-mail for questions about the report' },
      fundSv: { label: 'The fund’s text in Swedish', hint: 'The sentence that the decision requires' },
      fundEn: { label: 'The fund’s text in English', hint: 'The same sentence in English' },
    },
    targets: {
      legend: (number) => `Goal ${number}`,
      goalSv: 'Goal in Swedish',
      goalEn: 'Goal in English',
      planned: 'Planned number',
      outcome: 'Outcome',
      evidence: 'Evidence: minutes, link, registration number',
      deviation: 'Deviation and cause',
      more: 'The empty box at the end is room for a new goal. Empty the texts of a goal to remove it.',
      fresh: 'New goal',
    },
    finance: {
      decided: 'Decided, kronor',
      received: 'Received, kronor',
      decision: 'Decision: registration number, day',
      notANumber: (name) => `${name}: write whole kronor in digits`,
    },
  },
  logo: {
    lead: 'Logotypes stand at the top of the first page, in the order in which they were added. The funder gives you the files.',
    none: 'No logotype has been added.',
    add: 'Add a logotype',
    file: 'File: PNG, JPEG or SVG, at most 1 MB',
    altSv: 'What the logotype shows, in Swedish',
    altEn: 'What the logotype shows, in English',
    altHint: 'Read aloud to those who do not see, for example “Flag of the European Union”',
    upload: 'Add',
    remove: 'Remove',
    removeOf: (name) => `Remove ${name}`,
    size: (width, height) => `${width} × ${height}`,
    wrong: {
      missing: 'Choose a file',
      type: 'The file is neither PNG, JPEG nor SVG',
      size: 'The file is larger than 1 MB',
      dimensions: 'The size of the picture cannot be read. Save it again, or as PNG',
      pixels: 'The picture is too large: at most 10,000 pixels on a side and 25 million in all. Save it smaller',
      slim: 'The picture is more than 40 times as long as it is narrow. Crop it',
      damaged:
        'The file is broken or cut off and cannot be drawn. Fetch it again where you got it, or open it in a drawing program and save it as PNG',
      unsafe:
        'The SVG file holds a script, or refers to something outside the picture. Save it again as a plain picture, or as PNG',
      entities:
        'The SVG file has definitions of its own in its DOCTYPE, as when a drawing program saves for editing it later. Save it again without editing capabilities, or as PNG',
      encoding: 'The text of the SVG file is not in the encoding that the file says. Save it again in UTF-8, or as PNG',
      namespace:
        'The first tag of the SVG file lacks xmlns="http://www.w3.org/2000/svg", as when it is copied from a web page. Save it from a drawing program, or as PNG',
      letters:
        'The SVG file has text with signs that the report’s font lacks. Turn the text into outlines, or save the picture as PNG',
      heavy: 'The picture takes too long to draw. Simplify it, or save it as PNG',
      alt: 'Write what the logotype shows',
      many: 'There is room for at most eight logotypes. Remove one first',
    },
  },
  done: {
    created: 'The report has been begun.',
    saved: 'Saved.',
    dropped: 'The part shows the figures’ text again.',
    refreshed: 'Figures have been taken from the cut.',
    logo_added: 'The logotype has been added.',
    logo_removed: 'The logotype has been removed.',
  },
} satisfies Words<typeof sv>
