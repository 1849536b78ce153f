// English words: headings of research files, and what their columns mean.
import type sv from '../sv/research.ts'
import type { Words } from '../words.ts'

export default {
  participant: 'Participant',
  municipality: 'Municipality code',
  actor_group: 'Actor group',
  wave: 'Wave',
  answered: 'Answered',
  questionnaire_version: 'Questionnaire version',
  language: 'Language',
  mode: 'Mode',
  submitted_day: 'Submitted',
  answeredValues: { silent: 'Asked, no response', answered: 'Response' },
  languageValues: { sv: 'Swedish', en: 'English', fi: 'Finnish' },
  modeValues: {
    web: 'Answered in Samverka',
    import: 'Read from a file',
    paper: 'On paper, entered by staff',
    telephone: 'By telephone, entered by staff',
  },
  files: {
    codebookTitle: (study) => `Codebook: ${study}`,
    codebookLead: 'Every variable with its question, its codes, and the codes that stand for a missing answer.',
    missing: 'missing',
    emptyCell: 'Nothing to show: nobody answered, or too few items answered',
    sheetData: 'Answers',
    sheetCodebook: 'Codebook',
    code: 'Code',
    label: 'Meaning',
    keywords: ['survey', 'collaboration', 'before and after', 'municipalities'],
  },
  scripts: {
    read: 'Reads the answers and labels them. Run in the folder where the files were unpacked.',
    missing: 'Negative codes stand for a missing answer, empty cells for no response.',
    guard: 'An apostrophe in front of what looks like a formula is taken away again.',
    asMissing: 'Turns the codes for missing answers into NA.',
    mainTable: 'Computes what is published from data/long.csv, the main table first, and compares.',
    run: 'Run in the folder where the files were unpacked: Rscript scripts/main-table.R',
    scale:
      'Each scale: columns of its items before and after, lowest and highest code, reversed items, answers required.',
    composite: 'Indexes: means of scales.',
    samePeople:
      'An index and its parts are made of the same people: fewer than the threshold who skipped the same parts are out.',
    otherPeople:
      'rows have another number of people than the published table, which leaves out those who would stand out.',
    onlyShown: 'Only rows that the published table shows: groups under the threshold are not computed.',
    rows: 'rows; largest difference from the published table:',
    noneSame: 'No row is compared: none has as many people as in the published table.',
    noRows: 'The published table shows no row that can be computed from the files. Nothing is compared.',
    otherAnswers:
      'rows have another number of people than the published table: the answers have changed since it was frozen.',
    moved: 'Rows differ from the published table: the answers have changed since it was frozen.',
    differs: 'The table differs from the published one.',
    model:
      'The average municipality: random-effects model, one spread within municipalities, τ² by Paule–Mandel, interval by Hartung–Knapp. Then each municipality drawn towards it.',
    hiddenTogether: 'Municipalities that the table does not show are counted together as one (others).',
    modelRows:
      'rows of the average municipality and shrunken municipalities; largest difference from the published ones:',
    noModelRows: 'No average municipality is compared: none is published, or it is not made of as many people.',
    modelMoved:
      'The average municipality or a shrunken municipality differs from the published one: the answers have changed since it was frozen.',
    modelDiffers: 'The average municipality or a shrunken municipality differs from the published one.',
    noModel: 'The average municipality is made of all persons, and not all are in these files.',
  },
  published: {
    unfrozen: (made) =>
      `The published figures are not frozen: they are computed from the answers as they were when the files were made, ${made}.`,
    frozen: (code, day) => `The published figures are cut ${code}, frozen on ${day}.`,
    since: {
      same: (made) => `The answers behind them were the same when the files were made, ${made}.`,
      answers: (made) =>
        `The answers have changed since, and the data in the files are of ${made}. Rows may therefore differ from the published ones without anything being wrong, and the cut cannot be computed from the files.`,
      open: (made) =>
        `One of the waves is no longer closed, and the data in the files are of ${made}. The answers may have changed, and rows may therefore differ from the published ones without anything being wrong.`,
      program: (made) =>
        `The answers behind them were the same when the files were made, ${made}, but the program or the rules that compute have changed.`,
    },
  },
  ddi: {
    anlyUnit: 'Individual',
    universe: 'People whom the project has invited to answer',
    dataKind: 'Survey data',
    timeMeth: 'Panel: the same people are asked before and after',
    collMode: {
      web: 'Web questionnaire behind a personal link',
      import: 'Collected elsewhere and read from a file',
      paper: 'Paper form, entered by staff',
      telephone: 'Telephone interview, entered by staff',
    },
    respRate: (wave, answered, asked) => `${wave}: ${answered} of ${asked} answered`,
    restriction: {
      release: 'De-identified, of the municipalities that the README says.',
      restricted: 'Pseudonymous personal data: for those alone who have the right to use them.',
    },
  },
  paper: {
    waves: (waves) => `Asked: ${waves}.`,
  },
  release: {
    waves: (waves) => `Only the two waves that the results compare are included: ${waves}.`,
    silent: 'People who were asked and answered in neither are left out.',
    delivering: 'Those who deliver the project are left out, as they are in the results.',
    columns:
      'Free text, language, mode, day of response and background questions, age and gender among them, are left out.',
    background: (items) => `Of the background questions these remain: ${items}.`,
    leftOut:
      'Only municipalities whose changes and counts are all shown are included, in the results now and in each earlier edition. Everybody of the others is left out.',
    howMany:
      'How many are left out is not said here: it would be a number of people whom the results hide. Whoever may read every answer uses the restricted level.',
    oneWave: 'Whoever answered one of the waves alone is left out: hidden figures protect just them.',
    noGroups: 'The actor group is left out.',
    conditional: (items) =>
      `Questions that only some groups are asked are left out, since the gap would tell the group: ${items}.`,
    anonymity: (k, columns) => `At least ${k} people share every combination of ${columns}.`,
  },
  readme: {
    title: (study) => `Research files: ${study}`,
    demo: 'This is the demonstration. People and answers are invented.',
    made: (day, organisation) => `Made on ${day} by ${organisation} with Samverka.`,
    level: {
      release: 'Level: **release**. Holds no names, no free text and no small groups.',
      restricted:
        'Level: **restricted**. Pseudonymous personal data. Keep the files safe, do not pass them on, and do not try to find out who somebody is.',
    },
    pseudonyms: 'Every person has a pseudonym that is valid in this export alone; two exports cannot be joined.',
    contents: 'Contents',
    file: {
      long: 'a row per person and wave (UTF-8, comma, decimal point)',
      wide: 'a row per person, the wave after each variable’s name',
      longExcel: 'the same as long.csv for a Swedish Excel (semicolon, decimal comma)',
      wideExcel: 'the same as wide.csv for a Swedish Excel',
      sav: 'SPSS with labels and missing values (without free text)',
      json: 'the rows of long.csv as JSON',
      workbook: 'a workbook with answers and codebook',
      codebook: 'codebook: every variable, its codes and missing values',
      ddi: 'DDI-Codebook 2.5 in Swedish and English',
      package: 'description for programs (Data Package)',
      read: 'reads and labels in R',
      stata: 'reads and labels in Stata',
      mainTable: 'computes the main table in R, and the average municipality where everybody is in the files',
      published: 'the published main table, hidden cells empty',
      figures: 'every published figure, one a row',
      questionnaire: 'the questionnaire as it was asked, as a form (□ stands for a character that the PDF cannot show)',
      manifest: 'every file with rows, columns, bytes and SHA-256',
    },
    noWorkbook: (rows, most) => `No workbook: ${rows} rows are more than ${most}. Use the CSV files.`,
    whole: 'Is everything here?',
    wholeHow:
      'manifest.csv stands last in the archive and says how many rows and bytes each file should have. Where it is missing, the archive has been cut off. Check with: `sha256sum -c SHA256SUMS`.',
    missing: 'Missing answers',
    missingHow:
      'Negative codes say why an answer is missing. An empty cell means that the person did not respond in the wave, was not asked in it, or answered too few items for a measure. Missing is never zero.',
    guard:
      'A text cell in a CSV that looks like a formula begins with an apostrophe, so that no spreadsheet runs it; read.R takes it away.',
    codes: 'Municipality codes are text: 0428 keeps its zero in every file.',
    waves: 'Waves',
    wave: (title, questionnaire, opens, closes, answered) =>
      `${title}: ${questionnaire}, ${opens}–${closes}, ${answered} responses in the files`,
    modes: (ways) => `How answers came in: ${ways.join('; ')}.`,
    steps: 'What was done to the data',
    protectionTitle: 'What protects hidden figures',
    protection:
      'Whoever makes a hidden figure is not in the files. A municipality is included only where all its changes and counts are shown in the results, now and in each earlier edition; where the level of a wave is hidden, at least one person who counts in it is missing. The municipalities left out are none or at least two, so that none of them remains when the files are taken from the total. So no hidden figure of a municipality can be computed, neither by adding and subtracting nor by searching for the people who make a mean.',
    limit:
      'The files hold single answers. Whoever already knows how somebody answered can recognise that person, and where no municipality is left out, whoever searches can find the people who make the means of an actor group. So consider who gets the files, and do not make them open without having considered it.',
    published: 'The published figures',
    method: 'How measures are computed',
    methodHow:
      'Every item is rescaled to 0–100 over its own response scale, reversed items are turned round, and a measure is the mean of the items answered where enough of them are. Change is the difference within the same person. scripts/main-table.R holds the whole definition.',
    reproduce:
      'The main table from the files: `Rscript scripts/main-table.R` in the folder where the archive was unpacked.',
    noResults: 'There is no publishable comparison yet, so the main table and its script are not included.',
  },
  task: {
    archive: (file, people, rows) => `${file}: ${people} people, ${rows} rows.`,
    nothing: {
      needs_two_waves: 'A release requires two closed waves. Use --level restricted.',
      still_open: 'A wave is open. Release when it has closed, or use --level restricted.',
    },
    no_municipality:
      'No municipality is wholly shown in the results, so there is nothing to release. Use --level restricted.',
    out_missing: 'Name a file to write to: --out <file.zip>.',
    out_folder: (folder) => `--out ${folder}: this is a folder. Add a file name.`,
  },
  noted: {
    participant: 'Pseudonym, valid within this export only',
    municipality: 'Municipality code, four digits as text',
    actor_group: 'Actor group in the register',
    wave: 'Wave',
    answered: '1 = there is a response, 0 = asked without a response',
    questionnaire_version: 'Version of the questionnaire that was answered',
    language: 'Language of the response',
    mode: 'web = answered in Samverka, import = read from a file, paper = on paper, telephone = by telephone',
    submitted_day: 'Day the response came in, Swedish time',
  },
  revised: (title, revision) => `${title} (version ${revision})`,
  score: {
    higher_is_better: '0–100, higher is better. Empty = too few items answered.',
    lower_is_better: '0–100, lower is better. Empty = too few items answered.',
  },
  codebook: {
    variable: 'Variable',
    source: 'Item and revision',
    type: 'Type',
    text: 'Text',
    text_sv: 'Text in Swedish',
    text_en: 'Text in English',
    values: 'Values',
    missing: 'Missing values',
    waves: 'Waves',
    scores: 'Scores',
  },
} satisfies Words<typeof sv>
