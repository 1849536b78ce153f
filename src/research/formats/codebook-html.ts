// codebook.<language>.html: to read in a browser or print, with nothing but the file itself.
import { type Language, phrasesIn } from '#i18n/phrases.ts'
import { escapeText } from '#report/svg.ts'
import type { Study } from '../study.ts'
import type { Variable } from '../variable.ts'

const style = `body{font:1rem/1.5 system-ui,sans-serif;max-width:52rem;margin:2rem auto;padding:0 1rem;color:#1b1b1b;background:#fff}
h2{font-size:1rem;margin:2rem 0 .25rem;border-top:1px solid #767676;padding-top:1rem}code{font-size:1.05em}
table{border-collapse:collapse;margin:.5rem 0}td,th{padding:.1rem .75rem .1rem 0;text-align:left;font-weight:normal;vertical-align:top}
.soft{color:#4d4d4d}@media print{h2{break-after:avoid}table{break-inside:avoid}}`

export function codebookHtml(variables: readonly Variable[], study: Study, language: Language): string {
  const words = phrasesIn(language).research
  const title = words.files.codebookTitle(study.title[language])
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeText(title)}</title>
<style>
${style}
</style>
</head>
<body>
<main>
<h1>${escapeText(title)}</h1>
<p>${escapeText(words.files.codebookLead)}</p>
${variables.map((variable) => section(variable, language)).join('\n')}
</main>
</body>
</html>
`
}

function section({ name, meaning, source, scores, values, missing }: Variable, language: Language): string {
  const words = phrasesIn(language).research
  const facts = [source, ...(scores.length > 0 ? [`${words.codebook.scores}: ${scores.join(', ')}`] : [])]
    .filter((fact) => fact !== '')
    .join(' · ')
  const rows = [
    ...values.map(({ code, label }) => ({ code, text: label?.[language] ?? '', isMissing: false })),
    ...missing.map(({ code, label }) => ({ code, text: label[language], isMissing: true })),
  ]
  return [
    `<h2 id="${escapeText(name)}"><code>${escapeText(name)}</code></h2>`,
    `<p>${escapeText(meaning[language])}</p>`,
    ...(facts === '' ? [] : [`<p class="soft">${escapeText(facts)}</p>`]),
    ...(rows.length === 0
      ? []
      : [
          '<table><tbody>',
          ...rows.map(
            ({ code, text, isMissing }) =>
              `<tr><th scope="row"><code>${escapeText(String(code))}</code></th><td>${escapeText(text)}${isMissing ? ` <span class="soft">(${escapeText(words.files.missing)})</span>` : ''}</td></tr>`,
          ),
          '</tbody></table>',
        ]),
  ].join('\n')
}
